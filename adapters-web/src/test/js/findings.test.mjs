import assert from 'node:assert/strict';
import test from 'node:test';
import { compared, title } from '../../main/resources/public/js/findings.js';
import { formats } from '../../main/resources/public/js/format.js';
import { byRegion, byTier, correlation, correlations, creator, group, tooSmall, viral } from './answers.mjs';

const format = formats('en-US');
const said = (insight) => title(insight, format).replaceAll('\u00a0', ' ');

test('a group leads only where its interval lies above all others', () => {
    assert.equal(
        said(byTier(group('mid', 0.011, 0.002, 0.02), group('nano', 0.028, 0.023, 0.034))),
        'Nano creators engage most: median 2.8% [2.3%, 3.4%]',
    );
    assert.equal(
        said(byRegion(group('IQ', 0.11, 0.081, 0.209), group('US', 0.04, 0.03, 0.05))),
        'Creators in Iraq engage most: median 11.0% [8.1%, 20.9%]',
    );
});

test('intervals that merely touch are no clear difference', () => {
    assert.equal(
        said(byTier(group('nano', 0.03, 0.02, 0.04), group('micro', 0.015, 0.01, 0.02))),
        'No clear difference between Nano and Micro',
    );
});

test('a leader that overlaps only some is not called clear', () => {
    assert.equal(
        said(
            byTier(group('nano', 0.03, 0.02, 0.04), group('micro', 0.02, 0.01, 0.03), group('mid', 0.005, 0.001, 0.01)),
        ),
        'Nano creators engage most, not clearly more than Micro creators',
    );
});

test('a leader with a wide interval does not hide that others differ', () => {
    assert.equal(
        said(byRegion(group('AU', 0.08, 0.01, 0.2), group('BR', 0.07, 0.06, 0.075), group('PL', 0.04, 0.03, 0.05))),
        'Creators in Australia engage most, not clearly more than 2 other regions',
    );
});

test('no clear difference is said of all only where all overlap', () => {
    assert.equal(
        said(
            byTier(
                group('nano', 0.03, 0.02, 0.04),
                group('micro', 0.02, 0.01, 0.03),
                group('mid', 0.025, 0.015, 0.035),
            ),
        ),
        'No clear difference between the 3 tiers',
    );
});

test('groups without an interval are never ranked', () => {
    const rows = [tooSmall('macro', 5), group('nano', 0.028, 0.023, 0.034)];
    assert.equal(said(byTier(...rows)), 'Only Nano has enough creators to judge: median 2.8% [2.3%, 3.4%]');
    assert.equal(said(byTier(tooSmall('macro', 5))), 'Not enough data to compare tiers');
    assert.equal(said(byRegion()), 'Not enough data to compare regions');
});

test('comparing leaves the rows in their order', () => {
    const rows = byTier(group('mid', 0.01, 0.01, 0.01), group('nano', 0.03, 0.03, 0.03)).rows;
    compared(rows);
    assert.equal(rows[0].tier, 'mid');
});

test('the top creator is named, with how many it is the top of', () => {
    assert.equal(
        said(viral(41, creator('a.b', 0.184), creator('c', 0.1))),
        '@a.b has the highest engagement rate, 18.4%, of 41 creators above 100,000 followers',
    );
});

test('equal creators share the top', () => {
    assert.match(said(viral(5, creator('a', 0.2), creator('b', 0.2))), /^2 creators share/);
});

test('one creator or none is no ranking', () => {
    assert.equal(said(viral(1, creator('a', 0.2))), 'Only one creator has more than 100,000 followers: @a, at 20.0%');
    assert.equal(said(viral(0)), 'No creator with a rate has more than 100,000 followers');
});

test('a creator without a handle is known by its name, one without a name as unnamed', () => {
    assert.match(said(viral(2, creator(null, 0.2, 'Mia'), creator('b', 0.1))), /^Mia has/);
    assert.match(said(viral(2, creator(null, 0.2, null), creator('b', 0.1))), /^unnamed creator has/);
});

test('a correlation has a direction only where its interval excludes zero', () => {
    assert.match(
        said(correlations(correlation('all', -0.21, -0.27, -0.15))),
        /tend to engage less: .* −0.21 \[−0.27, −0.15\]$/,
    );
    assert.match(said(correlations(correlation('all', 0.21, 0.15, 0.27))), /tend to engage more/);
    assert.match(said(correlations(correlation('all', -0.05, -0.12, 0.02))), /^No clear link/);
    assert.match(said(correlations(correlation('all', -0.9, null, null))), /^Not enough data/);
});

test('a link that no tier shows is said to be absent within tiers', () => {
    const all = correlation('all', -0.5, -0.6, -0.4);
    const unclear = [correlation('nano', -0.1, -0.3, 0.1), correlation('micro', 0.1, -0.1, 0.3)];
    assert.match(said(correlations(all, ...unclear)), /; within tiers no clear link$/);
    assert.doesNotMatch(said(correlations(all, ...unclear, correlation('mid', -0.3, -0.5, -0.1))), /within tiers/);
});

test('a question without a wording of its own is its own title', () => {
    assert.equal(said({ ...viral(0), insight: 'something-new' }), viral(0).question);
});

test('what predicts sales is said only where the interval of the difference leaves out none', () => {
    const difference = (correlation, low, high) =>
        said({ insight: 'sales-predictors', chart: 'forest', rows: [{ creators: 'all', correlation, low, high }] });
    assert.match(difference(-0.44, -0.59, -0.28), /^Followers predict net sales better/);
    assert.match(difference(0.2, 0.1, 0.3), /^Engagement predicts net sales better/);
    assert.match(difference(0.1, -0.1, 0.3), /^Neither/);
});

test('a pair that shares a figure is never the finding', () => {
    const pair = (first, second, correlation, shared) => ({
        first,
        second,
        correlation,
        low: correlation - 0.01,
        high: correlation + 0.01,
        shared,
    });
    assert.match(
        said({
            insight: 'video-correlations',
            chart: 'heatmap',
            rows: [pair('likes', 'engagement', 0.9, 'likes'), pair('views', 'followers', 0.5, null)],
        }),
        /^Views and followers go together most: rank correlation 0.50/,
    );
});
