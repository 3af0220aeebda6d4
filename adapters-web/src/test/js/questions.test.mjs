import assert from 'node:assert/strict';
import test from 'node:test';
import { question } from '../../main/resources/public/js/questions.js';

test('percentages become parts, and what is empty is not asked', () => {
    const typed = { kind: 'rate', rate: '10', lift: '5', power: '80', alpha: '5', days: '', clusterSize: ' ' };
    assert.deepEqual(question(typed), { sequential: false, rate: 0.1, lift: 0.05, power: 0.8, alpha: 0.05 });
});

test('a mean is asked without the share that was typed before', () => {
    const typed = { kind: 'mean', rate: '10', mean: '20', deviation: '30,5', peeking: 'yes' };
    assert.deepEqual(question(typed), { sequential: true, mean: 20, deviation: 30.5 });
});

test('what is no number is not asked', () => {
    assert.deepEqual(question({ kind: 'rate', rate: 'ten', unitsPerDay: '1e999' }), { sequential: false });
});
