import assert from 'node:assert/strict';
import test from 'node:test';
import { stepsOf, unnamedSpend } from '../../main/resources/public/js/marketplace.js';

const sums = (amounts) => Object.entries(amounts).map(([id, value]) => ({ id, money: true, value }));

test('a waterfall leads from gross to what is left, without a gap', () => {
    const steps = stepsOf({
        sums: sums({ gross: '100.00', refunds: '10.00', commission: '5.50', spend: '120.00' }),
        contribution: '-35.5000',
    });

    assert.deepEqual(
        steps.map(({ amount }) => amount),
        [100, -10, -5.5, -120, -35.5],
    );
    steps.slice(1, -1).forEach((step, index) => assert.equal(step.from, steps[index].to));
    assert.equal(steps.at(-2).to, steps.at(-1).to);
});

test('nothing is left of what is not settled, or was not sold', () => {
    assert.deepEqual(stepsOf({ sums: sums({ gross: '100.00' }) }), []);
    assert.deepEqual(stepsOf({ sums: sums({ spend: '5.00' }), contribution: '-5.00' }), []);
});

test('spend that names nobody who sold is not taken off, and told', () => {
    const total = {
        sums: sums({ gross: '100.00', refunds: '10.10', fees: '5.20', spend: '500.00' }),
        contribution: '64.7000',
    };
    const steps = stepsOf(total);

    assert.deepEqual(
        steps.map(({ amount }) => amount),
        [100, -10.1, -5.2, -20, 64.7],
    );
    assert.equal(unnamedSpend(total, steps), 480);
});

test('without any spend on who sold there is no such step', () => {
    const total = { sums: sums({ gross: '0.30', refunds: '0.10', spend: '7.00' }), contribution: '0.2000' };

    assert.deepEqual(
        stepsOf(total).map(({ amount }) => amount),
        [0.3, -0.1, 0.2],
    );
    assert.equal(unnamedSpend(total, stepsOf(total)), 7);
});
