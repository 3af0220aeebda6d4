import { showFigure } from './figure.js';
import { embedded } from './format.js';
import { ACCENT, INK, MUTED, NEUTRAL, frame, valueAxis } from './plots.js';
import { texts } from './texts.js';

const words = texts.spending;

const SHADE = 0.16;

/**
 * Fills a figure with what a channel brings for what is spent on it.
 *
 * @param {HTMLElement} figure made by `pendingFigure`
 * @param {Object} answer the API's document, with a study
 * @param {Object} channel one of the study's channels
 * @param {Object} format see format.js
 */
export function showCurve(figure, answer, channel, format) {
  const name = embedded(channel.name);
  const money = inCurrency(answer, format);
  showFigure(
    figure,
    {
      ...common(answer, format),
      question: words.curveQuestion(name),
      caveats: [...channel.warnings, ...common(answer, format).caveats],
      columns: CURVE_COLUMNS,
      rows: channel.curve.map(({ spend, brought }) => ({ spend, brought: brought.value, low: brought.low, high: brought.high })),
    },
    {
      finding: words.nextUnit(name, money(1), sure(channel.marginal, format.valueInterval)),
      option: curveOption(channel, answer.currency, format),
      rows: 5,
      legend: words.curveLegend(format.percentTick(answer.study.confidence), answer.currency),
    },
    format,
  );
}

/**
 * What a channel brings for what is spent on it, with its band and today's spending.
 *
 * @param {Object} channel of the API's document
 * @param {string} currency
 * @param {Object} format see format.js
 * @returns {Object} an ECharts option
 */
export function curveOption({ name, curve, today, brought, marginal }, currency, format) {
  const tooltip = (marks) => {
    const { spend, brought: value } = curve[[marks].flat()[0].dataIndex];
    return [words.spent(format.count(spend)), words.brings(sure(value, format.valueInterval))].join('\n');
  };
  const option = frame([], words.curveDescription(embedded(name), format.count(today), format.value(marginal.value)), tooltip);
  const line = (data, rest) => ({ type: 'line', data, showSymbol: false, emphasis: { disabled: true }, ...rest });
  return {
    ...option,
    tooltip: { ...option.tooltip, trigger: 'axis', axisPointer: { lineStyle: { color: MUTED } } },
    grid: { ...option.grid, right: 24, top: 24, bottom: 24 },
    xAxis: {
      ...valueAxis(format.count),
      name: words.spendAxis(currency),
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: { color: MUTED },
    },
    yAxis: [valueAxis(format.count)],
    series: [
      band(curve.map(({ spend, brought: { low, high } }) => [spend, low, high])),
      line(
        curve.map(({ spend, brought: { value } }) => [spend, value]),
        {
          lineStyle: { color: ACCENT, width: 2 },
          markLine: {
            silent: true,
            symbol: 'none',
            label: { formatter: words.today, color: INK },
            lineStyle: { color: MUTED, type: 'dashed', width: 1 },
            data: [{ xAxis: today }],
          },
        },
      ),
      {
        type: 'scatter',
        data: [[today, brought.value]],
        symbolSize: 9,
        itemStyle: { color: ACCENT },
        emphasis: { disabled: true },
        tooltip: { show: false },
      },
    ],
  };
}

/* One area around all points: the first of them draws it. */
function band(points) {
  return {
    type: 'custom',
    data: points,
    encode: { x: 0, y: [1, 2] },
    silent: true,
    tooltip: { show: false },
    clip: true,
    renderItem: ({ dataIndex }, drawing) =>
      dataIndex === 0
        ? {
            type: 'polygon',
            shape: {
              points: [
                ...points.map(([spend, low]) => drawing.coord([spend, low])),
                ...[...points].reverse().map(([spend, , high]) => drawing.coord([spend, high])),
              ],
            },
            style: { fill: ACCENT, opacity: SHADE },
          }
        : null,
  };
}

/**
 * Fills a figure with how the budget is divided today, and how it would be divided best.
 *
 * @param {HTMLElement} figure made by `pendingFigure`
 * @param {Object} answer the API's document, with a division
 * @param {Object} format see format.js
 */
export function showDivision(figure, answer, format) {
  const { division } = answer.study;
  showFigure(
    figure,
    {
      ...common(answer, format),
      question: words.divisionQuestion,
      caveats: [words.bounds, ...common(answer, format).caveats],
      columns: DIVISION_COLUMNS,
      rows: division.channels.map(({ name, ...rest }) => ({ channel: name, ...rest })),
    },
    {
      finding: words.gain(words.money(sure(division.gain, format.valueInterval), answer.currency), format.percent(division.surely)),
      option: divisionOption(division, format),
      rows: division.channels.length,
      legend: words.divisionLegend(answer.currency),
    },
    format,
  );
}

/**
 * Two bars for each channel: what is spent today, and what would be best.
 *
 * @param {Object} division of the API's document
 * @param {Object} format see format.js
 * @returns {Object} an ECharts option
 */
export function divisionOption({ channels }, format) {
  const kinds = [
    ['today', words.today, NEUTRAL],
    ['best', words.best, ACCENT],
  ];
  const tooltip = ({ seriesIndex, dataIndex }) =>
    `${embedded(channels[dataIndex].name)}\n${kinds[seriesIndex][1]}: ${format.count(channels[dataIndex][kinds[seriesIndex][0]])}`;
  const option = frame(
    channels.map(({ name }) => embedded(name)),
    words.divisionDescription(format.count(channels.length)),
    tooltip,
  );
  return {
    ...option,
    grid: { ...option.grid, bottom: 40 },
    legend: { bottom: 0, textStyle: { color: INK } },
    xAxis: { ...valueAxis(format.count), splitNumber: 3 },
    series: kinds.map(([key, name, color]) => ({
      type: 'bar',
      name,
      data: channels.map((channel) => channel[key]),
      barMaxWidth: 14,
      itemStyle: { color },
      emphasis: { disabled: true },
    })),
  };
}

/**
 * Fills a figure with why nothing can be told of what spending brings.
 *
 * @param {HTMLElement} figure made by `pendingFigure`
 * @param {Object} answer the API's document, without a study
 * @param {Object} format see format.js
 */
export function showMissing(figure, answer, format) {
  showFigure(
    figure,
    { ...common(answer, format), question: words.divisionQuestion, n: 0, columns: [], rows: [] },
    { finding: texts.notEnough, option: null, rows: 0, legend: '' },
    format,
  );
}

function inCurrency({ currency }, format) {
  return (amount) => words.money(format.count(amount), currency ?? '');
}

function sure({ value, low, high }, write) {
  return write(value, low, high);
}

function common({ study, missing, notes, data, until, by, grain, value, valueWords }, format) {
  return {
    n: study?.n ?? 0,
    asOf: until ? `${until}T00:00:00Z` : null,
    data,
    definition: { id: words.definition, formula: words.formula(valueWords) },
    caveats: [
      ...(missing ? [missing] : []),
      ...(study ? [words.explained(format.percent(study.explained)), words.notCausal] : []),
      ...notes,
    ],
    parameters: { by, grain, value },
  };
}

const CURVE_COLUMNS = [
  { name: 'spend', type: 'number', unit: 'count', meaning: words.meanings.spend },
  { name: 'brought', type: 'number', unit: 'value', meaning: words.meanings.brought },
  { name: 'low', type: 'number', unit: 'value', meaning: words.meanings.low },
  { name: 'high', type: 'number', unit: 'value', meaning: words.meanings.high },
];

const DIVISION_COLUMNS = [
  { name: 'channel', type: 'text', unit: 'text', meaning: words.meanings.channel },
  { name: 'today', type: 'number', unit: 'count', meaning: words.meanings.today },
  { name: 'best', type: 'number', unit: 'count', meaning: words.meanings.best },
  { name: 'least', type: 'number', unit: 'count', meaning: words.meanings.least },
  { name: 'most', type: 'number', unit: 'count', meaning: words.meanings.most },
];
