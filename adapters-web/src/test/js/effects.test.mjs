import assert from 'node:assert/strict';
import test from 'node:test';
import {
    dailyOption,
    liftFinding,
    liftOption,
    ordered,
    segmentOption,
    soFarOption,
} from '../../main/resources/public/js/effects.js';
import { formats } from '../../main/resources/public/js/format.js';

const format = formats('en-US');
const plain = (text) => text.replaceAll('\u00a0', ' ');

const METRICS = [
    { key: 'orders', higherIsBetter: true },
    { key: 'refunds', higherIsBetter: false },
    { key: 'visits', higherIsBetter: true },
];

function result(metric, role, relative, relativeLow, relativeHigh, more = {}) {
    return {
        metric,
        role,
        variation: 'boosted',
        n: { control: 1000, variation: 1010 },
        difference: 0.01,
        low: 0,
        high: 0.02,
        relative,
        relativeLow,
        relativeHigh,
        ...more,
    };
}

const drawn = (option, index) =>
    option.series[0].renderItem(
        { dataIndex: index, coordSys: { x: 0 } },
        { coord: ([x, y]) => [x, y], font: () => '12px x' },
    );

const lifts = (...results) => liftOption(results, METRICS, 'finding', format);

test('the primary metric comes first, guardrails last', () => {
    const roles = ordered([
        result('visits', 'guardrail'),
        result('refunds', 'secondary'),
        result('orders', 'primary'),
    ]).map(({ role }) => role);
    assert.deepEqual(roles, ['primary', 'secondary', 'guardrail']);
});

test('a change is called one only where its interval leaves out none', () => {
    const said = (...lift) => plain(liftFinding([result('orders', 'primary', ...lift)], format));
    assert.equal(said(0.1, 0.02, 0.18), 'boosted raises orders: +10.0% [+2.0%, +18.0%]');
    assert.equal(said(-0.1, -0.18, -0.02), 'boosted lowers orders: −10.0% [−18.0%, −2.0%]');
    assert.match(said(0.1, -0.02, 0.22), /^No clear effect of boosted on orders/);
    assert.match(said(), /has no figures yet/);
});

test('of several variations the clearest is told', () => {
    const wide = { ...result('orders', 'primary', 0.5, -0.5, 1.5), variation: 'wide' };
    assert.match(liftFinding([wide, result('orders', 'primary', 0.1, 0.05, 0.15)], format), /^boosted raises/);
});

test('the axis holds the intervals and the margin, with no change in the middle', () => {
    const made = lifts(result('orders', 'primary', 0.1, 0.02, 0.18), result('visits', 'secondary', 0.2, -0.1, 0.49));
    assert.ok(made.xAxis.max >= 0.49);
    assert.equal(made.xAxis.min, -made.xAxis.max);
    assert.deepEqual(made.series[0].markLine.data, [{ xAxis: 0 }]);
    const tiny = lifts(result('visits', 'guardrail', 0, -0.001, 0.001, { nonInferiority: { margin: 0.02 } }));
    assert.ok(tiny.xAxis.max >= 0.02);
});

test('the interval of a rare metric does not squeeze the others: it ends in an arrow', () => {
    const rows = [result('orders', 'primary', 0.1, 0.02, 0.18), result('refunds', 'secondary', 0.9, -0.1, 2.3)];
    const made = lifts(...rows);
    assert.ok(made.xAxis.max < 1);
    const { children } = drawn(made, 1);
    assert.equal(children[0].shape.x2, made.xAxis.max);
    assert.ok(children.every(({ type }) => type === 'line'), 'its dot lies beyond too');
});

test('better and worse have their colours, and more of the unwanted is worse', () => {
    const colour = (row) => drawn(lifts(row), 0).children[0].style.stroke;
    assert.equal(colour(result('orders', 'primary', 0.1, 0.02, 0.18)), 'var(--accent)');
    assert.equal(colour(result('refunds', 'secondary', 0.1, 0.02, 0.18)), 'var(--problem)');
    assert.equal(colour(result('refunds', 'secondary', -0.1, -0.18, -0.02)), 'var(--accent)');
    assert.equal(colour(result('orders', 'primary', 0.1, -0.02, 0.22)), 'var(--neutral)');
});

test('the margin of a guardrail is marked on the side of the loss', () => {
    const test = { nonInferiority: { margin: 0.02, holds: true, breached: false } };
    const mark = (row) => drawn(lifts(row), 0).children[0].shape.x1;
    assert.equal(mark(result('visits', 'guardrail', 0, -0.01, 0.01, test)), -0.02);
    assert.equal(mark(result('refunds', 'guardrail', 0, -0.01, 0.01, test)), 0.02);
});

test('a metric without a relative change has words in place of a dot', () => {
    const made = lifts(result('orders', 'primary', 0.1, 0.02, 0.18), result('visits', 'secondary'));
    assert.equal(drawn(made, 1).type, 'text');
    assert.match(made.tooltip.formatter({ dataIndex: 1 }), /no relative change/);
    assert.equal(lifts(result('visits', 'secondary')), null);
});

test('a tooltip tells the row, and hostile names stay text', () => {
    const made = lifts(result('{a|<b>}\nx', 'primary', 0.1, 0.02, 0.18, { pAdjusted: 0.0001 }));
    const text = made.tooltip.formatter({ dataIndex: 0 });
    assert.match(plain(text), /p < 0\.001 \(Holm\)/);
    assert.ok(!/[{}|]/.test(text));
    assert.ok(!/[{}|]/.test(made.yAxis[0].data[0]));
});

test('segments are never filled: nobody asked for them before', () => {
    const level = { level: 'nano', n: { control: 5, variation: 6 }, difference: 0.5, low: 0.4, high: 0.6 };
    const dot = drawn(segmentOption([level], 'finding', format), 0).children.at(-1);
    assert.equal(dot.style.fill, 'var(--surface)');
    assert.equal(segmentOption([], 'finding', format), null);
});

test('each day has a dot and an upright interval', () => {
    const days = [{ day: '2026-11-01', n: 9, difference: 0.1, low: -0.1, high: 0.3 }];
    const made = dailyOption(days, 'finding', format);
    assert.deepEqual(made.xAxis.data, ['Nov 1']);
    assert.deepEqual(made.series[0].data, [[0, 0.1, -0.1, 0.3]]);
    assert.deepEqual(
        [drawn(made, 0).children[0].shape.y1, drawn(made, 0).children[0].shape.y2],
        [0.3, -0.1],
    );
    assert.equal(dailyOption([], 'finding', format), null);
});

test('every chart has a description and plain tooltips', () => {
    const days = [{ day: '2026-11-01', n: 9, difference: 0.1, low: -0.1, high: 0.3 }];
    const forest = lifts(result('orders', 'primary', 0.1, 0.02, 0.18));
    for (const made of [forest, dailyOption(days, 'finding', format), soFarOption(days, 'finding', format)]) {
        assert.match(made.aria.label.description, /finding\. The table below holds the same numbers\.$/);
        assert.equal(made.tooltip.renderMode, 'richText');
        assert.equal(made.animation, false);
    }
});

test('the band goes along the upper ends and back along the lower ones', () => {
    const days = [
        { day: '2026-11-01', n: 9, difference: 0.1, low: -0.1, high: 0.3 },
        { day: '2026-11-02', n: 20, difference: 0.2, low: 0.1, high: 0.25 },
    ];
    const [line, band] = soFarOption(days, 'finding', format).series;
    assert.deepEqual(line.data, [0.1, 0.2]);
    const { points } = band.renderItem({ dataIndex: 0 }, { coord: (point) => point }).shape;
    assert.deepEqual(points, [[0, 0.3], [1, 0.25], [1, 0.1], [0, -0.1]]);
});
