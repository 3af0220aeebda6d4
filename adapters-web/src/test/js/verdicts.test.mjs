import assert from 'node:assert/strict';
import test from 'node:test';
import { formats } from '../../main/resources/public/js/format.js';
import {
    daysRunning,
    guardrailName,
    metricDefinition,
    sampleRatio,
    verdictName,
} from '../../main/resources/public/js/verdicts.js';

const format = formats('en-US');

test('a verdict is a sentence to act on', () => {
    assert.equal(verdictName({ verdict: 'ship', variation: 'boosted' }, 'stopped'), 'Ship boosted');
    assert.equal(verdictName({ verdict: 'roll-back' }, 'running'), 'Roll back');
});

test('nobody is told to keep running what has ended', () => {
    assert.equal(verdictName({ verdict: 'keep-running' }, 'running'), 'Keep running');
    assert.match(verdictName({ verdict: 'keep-running' }, 'stopped'), /^Undecided/);
    assert.match(verdictName({ verdict: 'keep-running' }, 'archived'), /^Undecided/);
});

test('the sample ratio fits, is doubtful, or blocks', () => {
    const grade = (...warnings) => sampleRatio({ warnings }).grade;
    assert.equal(grade(), 'good');
    assert.equal(grade({ check: 'outliers', blocks: false }), 'good');
    assert.equal(grade({ check: 'sample-ratio', blocks: false }), 'doubtful');
    assert.equal(grade({ check: 'sample-ratio', blocks: true }), 'bad');
});

test('days are counted from the start to the end, or to now', () => {
    const startedAt = '2026-11-01T12:00:00Z';
    const now = Date.parse('2026-11-08T11:00:00Z');
    assert.equal(daysRunning({ startedAt }, now), 6);
    assert.equal(daysRunning({ startedAt, stoppedAt: '2026-11-03T12:00:00Z' }, now), 2);
    assert.equal(daysRunning({}, now), null);
});

test('a definition says all that a metric counts', () => {
    const orders = {
        key: 'orders',
        kind: 'proportion',
        outcome: 'order',
        windowHours: 72,
        higherIsBetter: true,
    };
    const said = (metric, caps = {}) => metricDefinition({ ...orders, ...metric }, { unit: 'user' }, caps, format);
    assert.equal(said({}), 'share of users with “order”, within 72 h after exposure');
    assert.equal(
        said({ kind: 'ratio', per: 'visit', windowHours: undefined, margin: 0.02, higherIsBetter: false }),
        'sum of “order” by sum of “visit”, over users, lower is better, may lose less than 2.0%',
    );
    assert.match(said({ kind: 'mean', capQuantile: 0.999 }, { orders: 87.61028 }), /0\.999 quantile \(87\.61\)$/);
});

test('a guardrail holds, is breached, or is not shown to hold', () => {
    assert.equal(guardrailName({ holds: true, breached: false }), 'holds');
    assert.equal(guardrailName({ holds: false, breached: true }), 'breached');
    assert.equal(guardrailName({ holds: false, breached: false }), 'not shown to hold');
    assert.equal(guardrailName(undefined), null);
});
