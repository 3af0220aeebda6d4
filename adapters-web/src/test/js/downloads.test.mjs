import assert from 'node:assert/strict';
import test from 'node:test';
import { csvOf, inColours } from '../../main/resources/public/js/downloads.js';
import { linkOf } from '../../main/resources/public/js/links.js';

test('rows become CSV that others read as it was meant', () => {
    const columns = [{ name: 'name' }, { name: 'n' }, { name: 'low' }];
    assert.equal(
        csvOf(columns, [
            { name: 'plain', n: 3, low: -0.5 },
            { name: 'with "quotes", commas', n: 0, low: null },
        ]),
        'name,n,low\r\nplain,3,-0.5\r\n"with ""quotes"", commas",0,\r\n',
    );
});

test('a text that a spreadsheet would run stays a text', () => {
    assert.equal(csvOf([{ name: 'name' }], [{ name: '=cmd()' }, { name: '@a' }]), "name\r\n'=cmd()\r\n'@a\r\n");
});

test('a picture by itself has the colours of the page', () => {
    assert.equal(inColours('<path fill="var(--ink)"/>', (name) => ` ${name} value`), '<path fill="--ink value"/>');
});

test('creators, tiers and regions lead on, other values do not', () => {
    assert.equal(linkOf('handle', { handle: 'a b' }), '#/creators/a%20b');
    assert.equal(linkOf('handle', { handle: 'a', platform: 'youtube' }), '#/creators/a?platform=youtube');
    assert.equal(linkOf('tier', { tier: 'mid' }), '#/creators?tier=mid');
    assert.equal(linkOf('region', { region: null }), null);
    assert.equal(linkOf('median', { median: 0.5 }), null);
});
