import assert from 'node:assert/strict';
import test from 'node:test';
import { portfolioOf, rowOf } from '../../main/resources/public/js/recommendations.js';

const part = (name, contribution) => ({ part: name, value: 1, weight: contribution, contribution });

test('a row holds each part, and keeps the part of the price from the price', () => {
    const row = rowOf({
        rank: 1,
        handle: 'a',
        tier: 'mid',
        score: 0.5,
        parts: [part('relevance', 0.4), part('price', 0.1)],
        price: { low: '10.00', middle: '20.50', high: '40.00', currency: 'USD' },
        reasons: ['One.', 'Two.'],
        against: [],
        confidence: 'high',
    });
    assert.equal(row.relevance, 0.4);
    assert.equal(row.price_part, 0.1);
    assert.equal(row.price, 20.5);
    assert.equal(row.for, 'One. Two.');
    assert.equal(row.expected, null);
});

test('a portfolio goes by the brief, the budget and the shortlist, not by words and weights', () => {
    assert.deepEqual(
        portfolioOf({ text: 'x', tiers: 'mid', amount: '300', price: '40', mustHave: 'dance', limit: '20', shortlist: 'a,b' }),
        { text: 'x', tiers: 'mid', amount: '300', shortlist: 'a,b' },
    );
});
