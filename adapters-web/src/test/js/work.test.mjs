import assert from 'node:assert/strict';
import test from 'node:test';
import { formats } from '../../main/resources/public/js/format.js';
import { sponsorshipsOption, videosOption } from '../../main/resources/public/js/work.js';

const format = formats('en-GB');

const video = (day, ratio, more = {}) => ({
    video: day,
    posted_at: `2026-11-${day}T10:00:00Z`,
    views: 500,
    usual_views: ratio ? 500 / ratio : null,
    ratio,
    ...more,
});

test('videos that can be compared are dots, advertisements apart, and every posting is a stroke', () => {
    const { series, tooltip } = videosOption(
        [video('03', 5), video('02', null), video('01', 0.5, { disclosures: 'ad' }), { video: 'x', ratio: 2 }],
        format,
    );
    assert.deepEqual(series[0].data, [[Date.parse('2026-11-03T10:00:00Z'), 5]]);
    assert.deepEqual(series[1].data, [[Date.parse('2026-11-01T10:00:00Z'), 0.5]]);
    assert.equal(series[2].data.length, 3);
    assert.match(tooltip.formatter({ seriesIndex: 0, dataIndex: 0 }), /5\.00 times the usual 100/);
    assert.match(tooltip.formatter({ seriesIndex: 1, dataIndex: 0 }), /discloses: ad/);
});

test('work for a brand is a bar, dashed where it is only suspected', () => {
    const rows = [
        { brand: 'Green', standing: 'agreed', evidence: 'contract', from_at: '2026-10-01T00:00:00Z', until_at: '2026-11-01T00:00:00Z' },
        { brand: 'B{x}', standing: 'suspected', evidence: 'tagged', from_at: '2026-10-01T00:00:00Z', until_at: null },
    ];
    const { series, yAxis } = sponsorshipsOption(rows, format);
    assert.deepEqual(yAxis[0].data, ['Green', 'B·x·']);
    const drawing = { coord: ([time]) => [time / 1e6, 10] };
    const [known, suspected] = rows.map((row, dataIndex) => series[0].renderItem({ dataIndex }, drawing));
    assert.equal(known.style.lineDash, null);
    assert.deepEqual(suspected.style.lineDash, [4, 3]);
    assert.ok(suspected.shape.width > 0, 'what has no end is seen, too');
});
