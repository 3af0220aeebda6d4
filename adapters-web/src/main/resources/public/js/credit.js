import { showFigure } from './figure.js';
import { embedded } from './format.js';
import { INK, frame, valueAxis } from './plots.js';
import { texts } from './texts.js';

const words = texts.credit;

/** More creators than these nobody tells apart, with a bar for each model. */
const MOST_DRAWN = 8;

/**
 * Fills a figure with what each way of giving credit gives to each creator, side by side.
 *
 * @param {HTMLElement} figure made by `pendingFigure`
 * @param {Object} answer the API's document
 * @param {Object} format see format.js
 */
export function showCredit(figure, answer, format) {
  const sources = byCredit(answer.sources);
  const drawn = sources.slice(0, MOST_DRAWN);
  const money = (amount) => words.money(format.count(amount), answer.currency ?? '');
  showFigure(
    figure,
    {
      question: words.question,
      n: Math.round(Number(answer.total.orders)),
      asOf: null,
      data: answer.data,
      definition: { id: words.definition, formula: words.formula(answer.clickDays, answer.viewDays, answer.halfLifeDays) },
      caveats: [
        ...(Number(answer.unattributed.orders) > 0
          ? [words.unattributed(money(Number(answer.unattributed.net)), money(Number(answer.total.net)))]
          : []),
        ...(answer.others ? [words.others(format.count(answer.others.sources))] : []),
        ...(sources.length > drawn.length ? [words.drawn(format.count(drawn.length), format.count(sources.length))] : []),
        ...answer.notes,
      ],
      columns: columnsOf(answer.models),
      rows: sources.map((source) => rowOf(source, answer.currency)),
      parameters: { by: answer.by, rankBy: answer.rankedBy },
    },
    {
      finding: drawn.length > 0 ? creditFinding(drawn, answer.models, money) : texts.notEnough,
      option: drawn.length > 0 ? creditOption(drawn, answer.models, money, format) : null,
      rows: 8,
      legend: words.legend(answer.currency),
    },
    format,
  );
}

function byCredit(sources) {
  const most = (source) => Math.max(...source.credits.map(({ credit }) => Number(credit.net)));
  return [...sources].sort((one, other) => most(other) - most(one));
}

function net(source, model) {
  return Number(source.credits.find((credit) => credit.model === model.id)?.credit.net ?? 0);
}

/**
 * Whether all models name the same creator first, and how far they are apart.
 *
 * @param {Array<Object>} sources the one with most credit first
 * @param {Array<{id: string}>} models
 * @param {function(number): string} money
 * @returns {string}
 */
export function creditFinding(sources, models, money) {
  const leaders = new Set(models.map((model) => [...sources].sort((one, other) => net(other, model) - net(one, model))[0].name));
  const range = (source) => {
    const credits = models.map((model) => net(source, model));
    return [money(Math.min(...credits)), money(Math.max(...credits))];
  };
  const first = sources[0];
  return leaders.size === 1
    ? words.sameFirst(embedded(first.name), ...range(first))
    : words.differ(leaders.size, embedded(first.name), ...range(first));
}

/**
 * A bar for each model beside the others, in a row for each creator.
 *
 * @param {Array<Object>} sources
 * @param {Array<{id: string, words: string}>} models
 * @param {function(number): string} money
 * @param {Object} format see format.js
 * @returns {Object} an ECharts option
 */
export function creditOption(sources, models, money, format) {
  const tooltip = ({ seriesIndex, dataIndex }) =>
    [
      embedded(sources[dataIndex].name),
      `${nameOf(models[seriesIndex])}: ${money(net(sources[dataIndex], models[seriesIndex]))}`,
    ].join('\n');
  const names = sources.map(({ name }) => embedded(name));
  const option = frame(names, words.description(models.length, format.count(sources.length)), tooltip);
  return {
    ...option,
    grid: { ...option.grid, bottom: 40 },
    legend: { bottom: 0, type: 'scroll', textStyle: { color: INK }, pageTextStyle: { color: INK } },
    xAxis: { ...valueAxis(format.count), splitNumber: 3 },
    series: models.map((model, index) => ({
      type: 'bar',
      name: nameOf(model),
      data: sources.map((source) => net(source, model)),
      barMaxWidth: 8,
      barGap: '10%',
      itemStyle: { color: `var(--segment-${(index % 8) + 1})` },
      emphasis: { disabled: true },
    })),
  };
}

function nameOf({ id }) {
  return words.models[id] ?? id.replaceAll('-', ' ');
}

function rowOf(source, currency) {
  return {
    source: source.name,
    ...Object.fromEntries(source.credits.map(({ model, credit }) => [model, Number(credit.net)])),
    removal_effect: source.removalEffect,
    currency: currency ?? null,
  };
}

function columnsOf(models) {
  return [
    { name: 'source', type: 'text', unit: 'text', meaning: words.meanings.source },
    ...models.map(({ id, words: meaning }) => ({ name: id, type: 'number', unit: 'count', meaning })),
    { name: 'removal_effect', type: 'number', unit: 'fraction', meaning: words.meanings.removal },
    { name: 'currency', type: 'text', unit: 'text', meaning: words.meanings.currency },
  ];
}
