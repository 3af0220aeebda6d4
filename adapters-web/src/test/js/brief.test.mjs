import assert from 'node:assert/strict';
import test from 'node:test';
import { USUAL, briefOf, shares, unusual } from '../../main/resources/public/js/brief.js';

test('a brief says what was typed and nothing else', () => {
    assert.deepEqual(briefOf({ text: 'dance' }), { text: 'dance' });
    assert.deepEqual(
        briefOf({ text: 'x', goal: 'sales', brand: ' Green Face', order: 'bm25', regions: 'US, GB,', mustHave: 'two words, one', categories: ' ', amount: '10,5', currency: 'EUR' }),
        {
            text: 'x',
            goal: 'sales',
            brand: 'Green Face',
            order: 'bm25',
            regions: ['US', 'GB'],
            mustHave: ['two words', 'one'],
            budget: { amount: '10.5', currency: 'EUR' },
        },
    );
});

test('one weight of one’s own is told together with all others, on the same scale', () => {
    assert.deepEqual(briefOf({ text: 'x', price: '0' }).weights, {
        relevance: 40,
        performance: 20,
        fit: 15,
        credibility: 10,
        price: 0,
        novelty: 5,
    });
});

test('an address says what is not usual, and from it the same brief comes', () => {
    const typed = { ...USUAL, text: 'dance', tiers: 'micro', novelty: '0', regions: '  ' };
    assert.deepEqual(unusual(typed), { text: 'dance', tiers: 'micro', novelty: '0' });
    assert.deepEqual(briefOf(unusual(typed)), briefOf(typed));
});

test('shares make one, whatever the weights make', () => {
    assert.deepEqual(shares([1, 3]), [0.25, 0.75]);
    assert.deepEqual(shares([0, 0]), [0, 0]);
});
