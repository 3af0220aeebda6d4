import assert from 'node:assert/strict';
import test from 'node:test';
import { followersByDay } from '../../main/resources/public/js/counted.js';

const count = (observedAt, followers, name) => ({
    observedAt,
    followers,
    source: { name, version: 'test@1', freshness: 'ARCHIVE' },
    data: 'REAL',
});

test('a curve is that of the source that counted for the longest time, by the last count of each day', () => {
    const byDay = followersByDay([
        count('2026-03-01T10:00:00Z', 100, 'history'),
        count('2026-03-01T20:00:00Z', 110, 'history'),
        count('2026-03-02T10:00:00Z', undefined, 'api'),
        count('2026-03-03T10:00:00Z', 900, 'api'),
        count('2026-03-09T10:00:00Z', 120, 'history'),
        count('2026-03-10T10:00:00Z', 950, 'api'),
    ]);
    assert.deepEqual(
        [...byDay],
        [
            ['2026-03-01', 110],
            ['2026-03-09', 120],
        ],
    );
});

test('of equal spans the newest tells, and nobody has no curve', () => {
    assert.deepEqual(
        [...followersByDay([count('2026-03-01T10:00:00Z', 1, 'a'), count('2026-03-02T10:00:00Z', 2, 'b')]).values()],
        [2],
    );
    assert.deepEqual([...followersByDay([])], []);
});
