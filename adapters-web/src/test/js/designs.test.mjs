import assert from 'node:assert/strict';
import test from 'node:test';
import { design } from '../../main/resources/public/js/designs.js';

test('what is typed becomes a design, and what is empty is left out', () => {
    const typed = { key: ' boost ', hypothesis: '', owner: 'ada', unit: 'creator', variations: 'a, b,', windowHours: '72' };
    const metrics = [
        { key: 'orders', role: 'primary', kind: 'proportion', outcome: 'order', per: 'visit', better: 'higher' },
        { key: 'per-visit', role: 'guardrail', kind: 'ratio', outcome: 'refund', per: 'visit', better: 'lower' },
        { key: ' ', role: 'secondary', kind: 'mean', outcome: '', per: '', better: 'higher' },
    ];
    assert.deepEqual(design(typed, metrics), {
        key: 'boost',
        owner: 'ada',
        unit: 'creator',
        variations: [{ key: 'a' }, { key: 'b' }],
        metrics: [
            { key: 'orders', role: 'primary', kind: 'proportion', outcome: 'order', higherIsBetter: true, windowHours: 72 },
            {
                key: 'per-visit',
                role: 'guardrail',
                kind: 'ratio',
                outcome: 'refund',
                per: 'visit',
                higherIsBetter: false,
                windowHours: 72,
            },
        ],
    });
});

test('a window that is no number is none', () => {
    const [metric] = design({ windowHours: 'three' }, [{ key: 'orders', kind: 'mean' }]).metrics;
    assert.deepEqual(metric, { key: 'orders', kind: 'mean', higherIsBetter: true });
});
