import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arranged } from '../../main/resources/public/js/arrangement.js';

const topic = (id, theme) => ({ id, theme });
const ids = (topics) => topics.map(({ id }) => id);

test('four questions are shown at once, in their order, the others by theme in that of the catalogue', () => {
    const { first, themes } = arranged([
        topic('engagement-by-tier', 'Impact'),
        topic('viral-videos', 'Impact'),
        topic('viral-creators', 'Impact'),
        topic('follower-trend', 'Growth'),
        topic('hashtags', 'Impact'),
        topic('engagement-by-region', 'Impact'),
        topic('engagement-vs-followers', 'Impact'),
    ]);

    assert.deepEqual(ids(first), [
        'viral-creators',
        'engagement-by-tier',
        'engagement-by-region',
        'engagement-vs-followers',
    ]);
    assert.deepEqual(
        themes.map(({ name, topics }) => [name, ids(topics)]),
        [
            ['Impact', ['viral-videos', 'hashtags']],
            ['Growth', ['follower-trend']],
        ],
    );
});

test('a catalogue that lacks one of the four shows the others', () => {
    const { first, themes } = arranged([topic('viral-creators', 'Impact')]);

    assert.deepEqual(ids(first), ['viral-creators']);
    assert.deepEqual(themes, []);
});
