import assert from 'node:assert/strict';
import test from 'node:test';
import { formats } from '../../main/resources/public/js/format.js';
import { MOST_GROUPS, chartOption, drawnRows } from '../../main/resources/public/js/options.js';
import {
    byRegion,
    byTier,
    correlation,
    correlations,
    creator,
    group,
    matrix,
    pair,
    scores,
    tooSmall,
    trend,
    viral,
} from './answers.mjs';

const format = formats('en-US');
const option = (insight) => chartOption(insight, format);

const CHARTS = [
    viral(2, creator('a', 0.2), creator('b', 0.1)),
    byTier(group('nano', 0.03, 0.02, 0.04), group('micro', 0.02, 0.01, 0.03)),
    correlations(correlation('all', -0.2, -0.3, -0.1), correlation('nano', 0.1, -0.1, 0.3)),
    matrix(pair('views', 'likes', 0.9), pair('views', 'saves', null), pair('likes', 'engagement', -0.5, 'shared')),
];

test('every chart has a description and asks for nothing that the content security policy forbids', () => {
    for (const chart of CHARTS) {
        const made = option(chart);
        assert.ok(made.aria.enabled);
        assert.match(made.aria.label.description, /The table below holds the same numbers\.$/);
        assert.equal(made.tooltip.renderMode, 'richText');
        assert.equal(made.animation, false);
        assert.equal(made.toolbox, undefined);
    }
});

test('bars carry the rates in the order of the answer', () => {
    const made = option(CHARTS[0]);
    assert.deepEqual(made.series[0].data, [0.2, 0.1]);
    assert.deepEqual(made.yAxis[0].data, ['@a', '@b']);
    assert.ok(made.yAxis[0].inverse);
});

test('bars of scores carry the scores, not percentages', () => {
    const made = option(scores({ handle: 'a', score: 71.25, followers: 5, engagement_rate: 0.2 }));
    assert.deepEqual(made.series[0].data, [71.25]);
    assert.equal(made.series[0].label.formatter({ value: 71.25 }), '71.25');
    assert.equal(made.tooltip.formatter({ dataIndex: 0 }), '@a\nScore: 71.25\nFollowers: 5');
});

test('an interval is drawn from its low to its high end', () => {
    const [dot] = option(CHARTS[1]).series;
    assert.deepEqual(dot.data[0], [0.03, 0, 0.02, 0.04]);
    const drawn = rendered(option(CHARTS[1]), 0);
    const [line] = drawn.children;
    assert.deepEqual([line.shape.x1, line.shape.x2], [0.02, 0.04]);
    assert.equal(drawn.children.at(-1).shape.cx, 0.03);
});

test('only a clear leader has the accent', () => {
    const colour = (insight) => rendered(option(insight), 0).children[0].style.stroke;
    assert.equal(colour(byTier(group('nano', 0.05, 0.04, 0.06), group('micro', 0.02, 0.01, 0.03))), 'var(--accent)');
    assert.equal(colour(byTier(group('nano', 0.03, 0.02, 0.04), group('micro', 0.02, 0.01, 0.03))), 'var(--neutral)');
});

test('a group with too little data shows words and no dot', () => {
    const drawn = rendered(option(byTier(group('nano', 0.03, 0.02, 0.04), tooSmall('macro', 0.5))), 1);
    assert.equal(drawn.type, 'text');
    assert.equal(drawn.style.text, 'too few (n = 2)');
});

test('a correlation is filled only where its interval excludes zero, around a line at zero', () => {
    const made = option(CHARTS[2]);
    const fill = (index) => rendered(made, index).children.at(-1).style.fill;
    assert.equal(fill(0), 'var(--accent)');
    assert.equal(fill(1), 'var(--surface)');
    assert.deepEqual(made.series[0].markLine.data, [{ xAxis: 0 }]);
    assert.equal(made.xAxis.min, -made.xAxis.max);
    assert.ok(made.xAxis.max >= 0.3);
});

test('the axis of a forest holds effects beyond one', () => {
    const made = option(correlations(correlation('all', 0.66, -0.34, 1.47)));
    assert.ok(made.xAxis.max >= 1.47);
    assert.equal(made.xAxis.min, -made.xAxis.max);
});

test('of many groups the first and the largest are drawn, sorted', () => {
    const many = Array.from({ length: 100 }, (_, i) => group(`R${i}`, i / 1000, i / 2000, i / 500, 1000 - i));
    const rows = drawnRows(byRegion(...many, tooSmall('tiny', 9)));
    assert.equal(rows.length, MOST_GROUPS);
    assert.equal(rows[0].region, 'R99');
    assert.equal(rows.at(-1).region, 'R0');
    assert.ok(rows.slice(1).every((row) => row.n > 1000 - MOST_GROUPS));
});

test('a line shows the change since its start, day by day, as long as enough is known', () => {
    const known = { low: 0, high: 0.1 };
    const made = option(
        trend(
            { day: '2026-01-01', n: 9, index: 1.1, ...known },
            { day: '2026-01-02', n: 8, index: 0.55, ...known },
            { day: '2026-01-03', n: 2, index: 7, low: null, high: null },
        ),
    );
    assert.deepEqual(made.xAxis.data, ['2026-01-01', '2026-01-02']);
    assert.deepEqual(made.series[0].data, [0, -0.5]);
    assert.match(made.aria.label.description, /^Line over time, points: 2\./);
    assert.equal(option(trend({ day: '2026-01-01', n: 2, index: 1.1, low: null, high: null })), null);
});

test('intervals below zero are not cut off', () => {
    const [shrinking, growing] = [group('nano', -0.02, -0.03, 0.01), group('micro', 0.02, 0.01, 0.03)];
    assert.equal(option(byTier(shrinking, growing)).xAxis.min, undefined);
    assert.equal(option(byTier(growing)).xAxis.min, 0);
});

test('nothing to draw gives no chart', () => {
    assert.equal(option(viral(0)), null);
    assert.equal(option(byTier(tooSmall('nano', 0.1))), null);
    assert.equal(option(correlations(correlation('all', 0.1, null, null, 3))), null);
    assert.equal(option({ ...CHARTS[0], chart: 'something-new' }), null);
});

test('a tooltip tells the row, and a hostile name stays text', () => {
    const made = option(viral(1, creator(null, 0.2, '{a|<b>}\nx')));
    const text = made.tooltip.formatter({ dataIndex: 0 });
    assert.equal(text.split('\n').length, 4);
    assert.ok(!/[{}|]/.test(text));
});

function rendered(made, index) {
    const api = { coord: ([x, y]) => [x, y], font: () => '12px x' };
    return made.series[0].renderItem({ dataIndex: index, coordSys: { x: 0 } }, api);
}

test('a heatmap has a cell for each known pair, framed where the two are related by construction', () => {
    const made = option(CHARTS[3]);
    assert.deepEqual(made.yAxis[0].data, ['Views', 'Likes']);
    assert.deepEqual(made.xAxis.data, ['Likes', 'Engagement']);
    assert.deepEqual(made.series[0].data, [[0, 0, 0.9], [1, 1, -0.5]]);
    const api = { coord: ([x, y]) => [x * 100, y * 100], size: () => [100, 100] };
    const [one, other] = [0, 1].map((dataIndex) => made.series[0].renderItem({ dataIndex }, api).children);
    assert.equal(one[0].style.stroke, 'none');
    assert.equal(one[1].style.text, '0.90');
    assert.equal(other[0].style.fill, 'var(--neutral)');
    assert.notEqual(other[0].style.stroke, 'none');
});

const lift = (chart, columns, ...rows) => ({ ...CHARTS[1], insight: 'lift', question: 'Lift?', chart, columns, rows });

test('hours of the week are a field, those of too few creators empty', () => {
    const columns = [
        { name: 'time', type: 'text', unit: 'text' },
        { name: 'weekday', type: 'integer', unit: 'count' },
        { name: 'hour', type: 'integer', unit: 'count' },
    ];
    const made = option(
        lift(
            'heatmap',
            columns,
            { time: 'Monday 00:00', weekday: 1, hour: 0, n: 9, median: 2, low: 1, high: 3 },
            { time: 'Sunday 23:00', weekday: 7, hour: 23, n: 2, median: null, low: null, high: null },
        ),
    );
    assert.deepEqual(made.series[0].data, [[0, 0, 2]]);
    assert.match(made.tooltip.formatter({ dataIndex: 0 }), /^Mon, 00\n2\.00/);
});

test('a median that is a ratio is not shown as a percentage', () => {
    const columns = [
        { name: 'hashtag', type: 'text', unit: 'text' },
        { name: 'median', type: 'number', unit: 'ratio' },
    ];
    const made = option(lift('dots-with-intervals', columns, { hashtag: 'fyp', n: 9, median: 1.5, low: 1, high: 2 }));
    assert.doesNotMatch(made.tooltip.formatter({ dataIndex: 0 }), /%/);
});

test('bars of videos show how many times the usual views they have', () => {
    const rows = [{ handle: 'a', ratio: 12, views: 1200 }];
    const made = option({ ...CHARTS[0], insight: 'viral-videos', question: 'Which?', columns: [{ name: 'handle', type: 'text' }, { name: 'ratio', type: 'number', unit: 'ratio' }], rows });
    assert.deepEqual(made.series[0].data, [12]);
    assert.match(made.tooltip.formatter({ dataIndex: 0 }), /1,200/);
});
