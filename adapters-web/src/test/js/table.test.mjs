import assert from 'node:assert/strict';
import test from 'node:test';
import { formats } from '../../main/resources/public/js/format.js';
import { cellText, columnLabel, sorted } from '../../main/resources/public/js/table.js';

const format = formats('en-US');

test('rows sort by size, with what is missing last both ways', () => {
    const rows = [{ v: 2 }, { v: null }, { v: 10 }, {}];
    assert.deepEqual(
        sorted(rows, 'v', false).map((row) => row.v),
        [2, 10, null, undefined],
    );
    assert.deepEqual(
        sorted(rows, 'v', true).map((row) => row.v),
        [10, 2, null, undefined],
    );
    assert.equal(rows[0].v, 2);
});

test('words sort by the alphabet', () => {
    const rows = [{ v: 'é' }, { v: 'z' }, { v: 'a' }];
    assert.deepEqual(
        sorted(rows, 'v', false).map((row) => row.v),
        ['a', 'é', 'z'],
    );
});

test('a cell is written by its unit', () => {
    const text = (name, type, unit, value) => cellText({ name, type, unit }, value, format);
    assert.equal(text('median', 'number', 'fraction', 0.0281), '2.81%');
    assert.equal(text('followers', 'integer', 'count', 1234567), '1,234,567');
    assert.equal(text('correlation', 'number', 'ratio', -0.214), '−0.21');
    assert.equal(text('p', 'number', 'ratio', 0.0000004), '< 0.001');
    assert.equal(text('low', 'number', 'fraction', null), '–');
    assert.equal(text('verified', 'boolean', 'text', true), 'yes');
    assert.equal(text('region', 'text', 'text', 'DE'), 'Germany');
    assert.equal(text('tier', 'text', 'text', 'nano'), 'Nano');
    assert.equal(text('nickname', 'text', 'text', '<b>'), '<b>');
});

test('a column without a name of its own is readable still', () => {
    assert.equal(columnLabel('n'), 'n');
    assert.equal(columnLabel('share_of_views'), 'Share of views');
});
