import assert from 'node:assert/strict';
import test from 'node:test';
import { shortlistNote, wishOf } from '../../main/resources/public/js/portfolio.js';

test('a brief is asked as it was typed, with a decimal comma as a point', () => {
    assert.deepEqual(wishOf({ text: 'dance', amount: ' 1000,50 ', currency: 'EUR', most: '5' }), {
        brief: { text: 'dance', budget: { amount: '1000.50', currency: 'EUR' } },
        terms: { creators: { most: 5 } },
    });
});

test('regions and categories restrict where some are named', () => {
    const { brief } = wishOf({ text: 'x', regions: 'US, GB,', categories: ' ', amount: '1', currency: 'USD', most: '' });
    assert.deepEqual(brief.regions, ['US', 'GB']);
    assert.equal('categories' in brief, false);
});

test('no number of creators is no limit', () => {
    assert.equal('terms' in wishOf({ text: 'dance', amount: '1', currency: 'USD', most: '' }), false);
});

test('a shortlist is what is chosen from', () => {
    const wish = wishOf({ text: 'dance', amount: '1', currency: 'USD', most: '', shortlist: 'ada, bob' });
    assert.deepEqual(wish.terms, { among: ['ada', 'bob'] });
    assert.equal('shortlist' in wish.brief, false);
});

test('a shortlist is told who of it belongs to the best set', () => {
    assert.equal(shortlistNote([], [{ handle: 'a' }]), null);
    assert.match(shortlistNote(['a', 'b'], [{ handle: 'a' }]), /the best set holds @a, but not @b\./);
    assert.match(shortlistNote(['a'], [{ handle: 'a' }]), /the best set holds @a\./);
    assert.match(shortlistNote(['b'], [{ handle: 'a' }]), /the best set holds nobody: not @b\./);
});
