import assert from 'node:assert/strict';
import test from 'node:test';
import { formats } from '../../main/resources/public/js/format.js';
import { rowOf } from '../../main/resources/public/js/lookalikes.js';

const trait = (name, own, other, difference) => ({ name, own, other, difference });
const like = { handle: 'b', score: 0.016, hashtags: ['dance', 'choreo'], alike: [], different: [] };

test('a look-alike is told with its figure, and in brackets that of whom it is like', () => {
    const row = rowOf(
        { ...like, different: [trait('posts_per_week', 3.5, 1.1, -1.5), trait('growth', 0.1, 0.25, 1.2)] },
        formats('en'),
    );
    assert.equal(row.different, 'videos a week 1.10 (here 3.50); growth in 30 days 25.0% (here 10.0%)');
    assert.equal(row.alike, null);
    assert.equal(row.hashtags, '#dance, #choreo');
    assert.equal(row.says_alike, null);
});

test('figures that differ and are not told apart say why', () => {
    const row = rowOf({ ...like, alike: [trait('growth', 0.3, 0.15, 0)] }, formats('en'));
    assert.equal(row.alike, 'growth in 30 days 15.0% (here 30.0%; both far from usual)');
});
