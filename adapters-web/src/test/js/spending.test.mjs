import assert from 'node:assert/strict';
import test from 'node:test';
import { formats } from '../../main/resources/public/js/format.js';
import { curveOption, divisionOption } from '../../main/resources/public/js/spending.js';

const format = formats('en-GB');
const sure = (value) => ({ value, low: value - 1, high: value + 2 });

test('a curve lies in its band, and today is marked upon it', () => {
    const { series, aria } = curveOption(
        {
            name: 'search',
            today: 20,
            brought: sure(7),
            marginal: sure(1.5),
            curve: [
                { spend: 0, brought: sure(1) },
                { spend: 20, brought: sure(7) },
            ],
        },
        'USD',
        format,
    );
    const [band, middle, mark] = series.map(({ data }) => data);
    assert.deepEqual(band, [[0, 0, 3], [20, 6, 9]]);
    const area = series[0].renderItem({ dataIndex: 0 }, { coord: (point) => point });
    assert.deepEqual(area.shape.points, [[0, 0], [20, 6], [20, 9], [0, 3]]);
    assert.deepEqual(middle, [[0, 1], [20, 7]]);
    assert.deepEqual(mark, [[20, 7]]);
    assert.match(aria.label.description, /at today’s spending of 20/);
});

test('each channel has what is spent today beside what would be best', () => {
    const { series } = divisionOption({ channels: [{ name: 'search', today: 5, best: 8 }, { name: 'tv', today: 5, best: 2 }] }, format);
    assert.deepEqual(series.map(({ data }) => data), [[5, 5], [8, 2]]);
});
