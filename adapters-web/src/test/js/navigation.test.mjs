import assert from 'node:assert/strict';
import test from 'node:test';
import { addressOf, viewAt } from '../../main/resources/public/js/navigation.js';

test('an address leads to its view', () => {
    assert.equal(viewAt('').name, 'overview');
    assert.equal(viewAt('#/').name, 'overview');
    assert.equal(viewAt('#/experiments').name, 'experiments');
    assert.equal(viewAt('#/experiments/').name, 'experiments');
    assert.equal(viewAt('#/segments').name, 'segments');
    assert.equal(viewAt('#/somewhere/else').name, 'overview');
    assert.equal(viewAt('#/recommendations?text=x').name, 'recommendations');
    const { name, section, parameters } = viewAt('#/experiments/boost?segment=tier');
    assert.deepEqual([name, section, parameters], ['experiment', 'experiments', { segment: 'tier', key: 'boost' }]);
});

test('the id of a figure belongs to the insights, which it does not leave', () => {
    assert.equal(viewAt('#engagement-by-tier').name, 'insights');
    assert.equal(viewAt('#engagement-by-tier').address, viewAt('#/insights').address);
});

test('a list that is asked for something else is another view', () => {
    assert.equal(viewAt('#/creators?tier=mid').name, 'creators');
    assert.notEqual(viewAt('#/creators?tier=mid').address, viewAt('#/creators?tier=nano').address);
    assert.deepEqual(viewAt('#/creators/a.b?platform=youtube').parameters, { platform: 'youtube', key: 'a.b' });
    assert.equal(viewAt('#/compare?creators=a,b').section, 'creators');
});

test('a key survives the address, whatever it holds', () => {
    const key = 'a/b?c=d&e #%';
    assert.equal(viewAt(addressOf(['experiments', key], { engine: 'bayesian' })).parameters.key, key);
    assert.equal(viewAt(addressOf(['experiments', key], { segment: 'x?y=z' })).parameters.segment, 'x?y=z');
    assert.equal(viewAt('#/experiments/%E0%A4').parameters.key, '%E0%A4');
});

test('a wish cannot pretend to be the key', () => {
    assert.equal(viewAt('#/experiments/one?key=other').parameters.key, 'one');
});

test('an address leaves out what is empty', () => {
    assert.equal(addressOf(['experiments', 'x'], { engine: '', segment: 'tier' }), '#/experiments/x?segment=tier');
    assert.equal(addressOf(['experiments']), '#/experiments');
});
