import assert from 'node:assert/strict';
import test from 'node:test';
import { apart, pointsOf, scoresOption } from '../../main/resources/public/js/scores.js';

const parts = (...contributions) =>
    ['relevance', 'performance', 'fit', 'credibility', 'price', 'novelty'].map((part, index) => ({
        part,
        contribution: contributions[index] ?? 0,
    }));

test('points that are shown add up to the score that is shown', () => {
    for (const each of [parts(1 / 3, 1 / 7, 0.1234), parts(0.00045, 0.00045, 0.00045), parts(0.4, 0.2, 0.15, 0.1, 0.1, 0.05), parts()]) {
        const { score, points } = pointsOf(each);
        const sum = points.reduce((one, other) => one + other, 0);
        assert.equal(sum.toFixed(1), score.toFixed(1));
        points.forEach((value, index) => assert.ok(Math.abs(value - each[index].contribution * 100) < 0.1));
    }
});

test('a score is told with its parts', () => {
    assert.equal(
        apart({ parts: parts(0.3, 0.1) }),
        '40.0 = relevance 30.0 + performance 10.0 + fit 0.0 + credibility 0.0 + price 0.0 + novelty 0.0',
    );
});

test('every creator has one bar with all parts', () => {
    const { series, yAxis } = scoresOption([
        { handle: 'a', parts: parts(0.3, 0.1) },
        { handle: 'b{x}', parts: parts(0.2) },
    ]);
    assert.equal(series.length, 6);
    assert.ok(series.every(({ stack }) => stack === 'score'));
    assert.deepEqual(series[0].data, [30, 20]);
    assert.deepEqual(yAxis[0].data, ['@a', '@b·x·']);
});
