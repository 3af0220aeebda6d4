import assert from 'node:assert/strict';
import test from 'node:test';
import { formats } from '../../main/resources/public/js/format.js';
import { profileOption, scatterOption } from '../../main/resources/public/js/scatter.js';

const format = formats('en');
const profile = (score) => [{ behaviour: 'followers', median: 10, q1: 5, q3: 20, score }];
const found = {
    n: 3,
    axes: [
        { words: 'large', told: 0.6 },
        { words: 'engaging', told: 0.2 },
    ],
    compared: [{ behaviour: 'followers', definition: '' }],
    segments: [
        { number: 1, name: 'small', profile: profile(-1) },
        { number: 2, name: 'large', profile: profile(9) },
    ],
    points: [
        { handle: 'a', segment: 2, x: 1, y: 2 },
        { handle: 'b', segment: 1, x: -1, y: 0 },
        { handle: 'c', segment: 0, x: 0, y: 0 },
    ],
};

test('every creator is a dot of its segment, and those like none of them come last', () => {
    const { series, tooltip, aria } = scatterOption(found, format);
    assert.deepEqual(
        series.map(({ name, data }) => [name, data]),
        [
            ['1 small', [[-1, 0]]],
            ['2 large', [[1, 2]]],
            ['like none of them', [[0, 0]]],
        ],
    );
    assert.equal(tooltip.formatter({ seriesIndex: 1, dataIndex: 0 }), '@a\n2 large');
    assert.match(aria.label.description, /3 creators in 2 segments/);
});

test('segments differ in shape too', () => {
    const { series } = scatterOption(found, format);
    assert.equal(new Set(series.map(({ symbol }) => symbol)).size, 3);
});

test('a profile has a cell for each segment and behaviour', () => {
    const { series, xAxis } = profileOption(found, format);
    assert.deepEqual(xAxis.data, ['1', '2']);
    assert.deepEqual(series[0].data, [
        [0, 0, -1],
        [1, 0, 9],
    ]);
});
