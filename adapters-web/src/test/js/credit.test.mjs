import assert from 'node:assert/strict';
import test from 'node:test';
import { creditFinding, creditOption } from '../../main/resources/public/js/credit.js';
import { formats } from '../../main/resources/public/js/format.js';

const format = formats('en-GB');
const money = (amount) => `${amount} USD`;
const models = [{ id: 'last-touch' }, { id: 'markov' }];
const source = (name, ...nets) => ({
    name,
    removalEffect: 0.5,
    credits: models.map(({ id }, index) => ({ model: id, credit: { net: String(nets[index]) } })),
});

test('it is told whether all models name the same creator first', () => {
    assert.equal(
        creditFinding([source('ada', 90, 70), source('bob', 10, 30)], models, money),
        'By every model \u2068ada\u2069 gets most: 70 USD to 90 USD'.replace(/[\u2068\u2069]/g, ''),
    );
    assert.match(creditFinding([source('ada', 90, 20), source('bob', 10, 80)], models, money), /2 names.*20 USD to 90 USD/);
});

test('each creator has a bar for each model', () => {
    const { series, yAxis, tooltip } = creditOption([source('a{x}', 90, 70), source('bob', 10, 30)], models, money, format);
    assert.deepEqual(yAxis[0].data, ['a·x·', 'bob']);
    assert.deepEqual(series.map(({ data }) => data), [
        [90, 10],
        [70, 30],
    ]);
    assert.equal(tooltip.formatter({ seriesIndex: 1, dataIndex: 1 }), 'bob\nRemoval effect: 30 USD');
});
