import assert from 'node:assert/strict';
import test from 'node:test';
import { capitalised, embedded, formats, languageName, regionName } from '../../main/resources/public/js/format.js';

const english = formats('en-US');
const german = formats('de-DE');
const plain = (text) => text.replaceAll('\u00a0', ' ');

test('numbers follow the reader', () => {
    assert.equal(english.count(1234567), '1,234,567');
    assert.equal(german.count(1234567), '1.234.567');
    assert.equal(plain(german.percent(0.0251)), '2,5 %');
});

test('a percentage has as many digits as tell something', () => {
    assert.equal(english.percent(0.0251), '2.5%');
    assert.equal(english.percent(0.00042), '0.042%');
    assert.equal(english.percent(1.62), '162%');
    assert.equal(english.percent(0), '0%');
});

test('an interval does not break over lines and has one number of digits', () => {
    const text = english.percentInterval(0.028, 0.0231, 0.0344);
    assert.equal(plain(text), '2.8% [2.3%, 3.4%]');
    assert.ok(!text.includes(' '));
    assert.equal(plain(english.percentInterval(0.011, 0.002, 0.03)), '1.1% [0.2%, 3.0%]');
    assert.equal(plain(english.percentInterval(0.004, 0.002, 0.03)), '0.40% [0.20%, 3.00%]');
});

test('a ratio has a true minus sign', () => {
    assert.equal(plain(english.ratioInterval(-0.214, -0.27, 0.05)), '−0.21 [−0.27, 0.05]');
});

test('a tiny p-value is not zero', () => {
    assert.equal(english.pValue(1e-12), '< 0.001');
    assert.equal(english.pValue(0.0312), '0.031');
});

test('a moment says that it is in UTC', () => {
    assert.match(english.moment('2026-11-20T23:30:00Z'), /Nov 20, 2026.*11:30.PM UTC$/);
});

test('a country has a name and anything else stays as it is', () => {
    assert.equal(regionName('DE'), 'Germany');
    assert.equal(regionName('<b>'), '<b>');
    assert.equal(regionName('Europe'), 'Europe');
});

test('capitalised works on what is empty or beyond the basic plane', () => {
    assert.equal(capitalised('nano'), 'Nano');
    assert.equal(capitalised(''), '');
    assert.equal(capitalised('🔥a'), '🔥a');
});

test('an embedded text cannot break the line around it', () => {
    assert.equal(embedded('a\nb\u0000c'), 'a b c');
    assert.equal(embedded('{b|bold}'), '·b·bold·');
    assert.equal(embedded('مرحبا'), '\u2068مرحبا\u2069');
    assert.ok(!embedded('\u202eevil').includes('\u202e'));
});

test('a long embedded text is cut between characters as readers see them', () => {
    const family = '👩‍👩‍👧‍👦';
    assert.equal(embedded(family.repeat(9), 3), `\u2068${family}${family}…\u2069`);
    assert.equal(embedded('W'.repeat(300)).length, 40);
});

test('a language has a name and anything else stays as it is', () => {
    assert.equal(languageName('de'), 'German');
    assert.equal(languageName('pt-BR'), 'Brazilian Portuguese');
    assert.equal(languageName('<b>'), '<b>');
    assert.equal(languageName('en-_'), 'en-_');
});

test('a change has a sign, and an interval the digits that it is worth', () => {
    assert.equal(plain(english.changeInterval(0.233, 0.103, 0.363)), '+23.3% [+10.3%, +36.3%]');
    assert.equal(plain(english.changeInterval(0.9, -1.2, 3)), '+90% [−120%, +300%]');
    assert.equal(plain(english.changeInterval(0, -0.0012, 0.0012)), '0.00% [−0.12%, +0.12%]');
    assert.equal(plain(english.valueInterval(0.05021, 0.006803, 0.09362)), '0.050 [0.007, 0.094]');
    assert.equal(plain(english.valueInterval(1203.4, 1100.2, 1310.7)), '1,203 [1,100, 1,311]');
});
