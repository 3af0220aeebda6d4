import { embedded } from './format.js';
import {
  ACCENT,
  AT_ZERO,
  LINE,
  MUTED,
  NEUTRAL,
  PROBLEM,
  SURFACE,
  axisAroundZero,
  categoryAxis,
  dotsWithIntervals,
  frame,
  valueAxis,
} from './plots.js';
import { texts } from './texts.js';
import { guardrailName } from './verdicts.js';

const words = texts.experiment;
const ROLES = ['primary', 'secondary', 'guardrail'];

/** More rows than this nobody reads off a chart; the table has all. */
const MOST_ROWS = 16;

/** How many times as far as the primary metric's an interval is drawn. */
const WIDE = 3;

/**
 * The results in the order in which they are read: the primary metric first.
 *
 * @param {Array<Object>} results the API's
 * @returns {Array<Object>}
 */
export function ordered(results) {
  return [...results].sort((one, other) => ROLES.indexOf(one.role) - ROLES.indexOf(other.role));
}

/**
 * The change of the primary metric in words: of the variation that changes it most clearly.
 *
 * @param {Array<Object>} results the API's
 * @param {Object} format see format.js
 * @returns {string}
 */
export function liftFinding(results, format) {
  const primary = results.filter(({ role, relative }) => role === 'primary' && relative !== undefined);
  const clarity = ({ relative, relativeLow, relativeHigh }) => Math.abs(relative) / (relativeHigh - relativeLow);
  const [first] = primary.sort((one, other) => clarity(other) - clarity(one));
  if (!first) {
    return words.noPrimary;
  }
  const say = first.relativeLow > 0 ? words.raises : first.relativeHigh < 0 ? words.lowers : words.noEffect;
  return say(
    embedded(first.variation),
    embedded(first.metric),
    format.changeInterval(first.relative, first.relativeLow, first.relativeHigh),
  );
}

/**
 * A forest plot of changes against the control.
 *
 * @param {Array<Object>} results the API's, in order
 * @param {Array<Object>} metrics of the design
 * @param {string} finding the plot in words
 * @param {Object} format see format.js
 * @returns {?Object} an ECharts option; `null` where there is nothing to draw
 */
export function liftOption(results, metrics, finding, format) {
  const rows = results.slice(0, MOST_ROWS);
  const known = rows.filter(({ relative }) => relative !== undefined);
  if (known.length === 0) {
    return null;
  }
  const several = new Set(rows.map(({ variation }) => variation)).size > 1;
  const change = ({ relative, relativeLow, relativeHigh }) =>
    format.changeInterval(relative, relativeLow, relativeHigh);
  const limitOf = ({ metric, nonInferiority }) =>
    nonInferiority ? (higherIsBetter(metrics, metric) ? -1 : 1) * nonInferiority.margin : null;
  const names = rows.map(
    ({ metric, variation, role }) =>
      `${embedded(metric, 20)}${several ? ` · ${embedded(variation, 12)}` : ''}\n${words.roles[role]}`,
  );
  const dots = rows.map((row) =>
    row.relative === undefined
      ? { missing: words.noLift }
      : {
          value: row.relative,
          low: row.relativeLow,
          high: row.relativeHigh,
          label: change(row),
          colour: colourOf(row, higherIsBetter(metrics, row.metric)),
          filled: row.relativeLow > 0 || row.relativeHigh < 0,
          limit: limitOf(row),
        },
  );
  const tooltip = ({ dataIndex }) => {
    const row = rows[dataIndex];
    return [
      `${embedded(row.metric)} · ${embedded(row.variation)} (${words.roles[row.role]})`,
      row.relative === undefined ? words.noLift : change(row),
      row.difference === undefined ? null : format.valueInterval(row.difference, row.low, row.high),
      row.pAdjusted === undefined ? null : words.adjustedP(format.pStatement(row.pAdjusted)),
      row.chanceToWin === undefined ? null : words.chanceToWin(format.percent(row.chanceToWin)),
      guardrailName(row.nonInferiority),
      texts.n(`${format.count(row.n.control)} + ${format.count(row.n.variation)}`),
    ]
      .filter(Boolean)
      .join('\n');
  };
  const endsOf = (all) => all.flatMap(({ relativeLow, relativeHigh }) => [relativeLow, relativeHigh]).map(Math.abs);
  const limits = known.map(limitOf).map(Math.abs);
  const widest = Math.max(WIDE * Math.max(...endsOf(leading(known))), ...limits);
  const option = dotsWithIntervals(
    frame(names, description(words.liftDescription(format.count(rows.length)), finding), tooltip),
    axisAroundZero([...endsOf(known), ...limits], format.changeTick, widest),
    dots,
  );
  option.series[0].markLine = AT_ZERO;
  return option;
}

/**
 * A forest plot of the differences in the levels of a segment.
 *
 * @param {Array<Object>} levels the API's
 * @param {string} finding the plot in words
 * @param {Object} format see format.js
 * @returns {?Object} an ECharts option; `null` where there is nothing to draw
 */
export function segmentOption(levels, finding, format) {
  const rows = levels.slice(0, MOST_ROWS);
  if (rows.length === 0) {
    return null;
  }
  const label = ({ difference, low, high }) => format.valueInterval(difference, low, high);
  const units = ({ n }) => texts.n(`${format.count(n.control)} + ${format.count(n.variation)}`);
  const tooltip = ({ dataIndex }) =>
    [levelName(rows[dataIndex]), label(rows[dataIndex]), units(rows[dataIndex])].join('\n');
  const names = rows.map(levelName);
  /* Hollow and grey all of them: none is a finding. */
  const dots = rows.map((row) => ({
    value: row.difference,
    low: row.low,
    high: row.high,
    label: label(row),
    colour: NEUTRAL,
    filled: false,
  }));
  const option = dotsWithIntervals(
    frame(names, description(words.liftDescription(format.count(rows.length)), finding), tooltip),
    axisAroundZero(
      rows.flatMap(({ low, high }) => [low, high]),
      format.value,
    ),
    dots,
  );
  option.series[0].markLine = AT_ZERO;
  return option;
}

/**
 * Differences day by day, each with its interval.
 *
 * @param {Array<{day: string, n: number, difference: number, low: number, high: number}>} days
 * @param {string} finding the chart in words
 * @param {Object} format see format.js
 * @returns {?Object} an ECharts option; `null` where there is nothing to draw
 */
export function dailyOption(days, finding, format) {
  if (days.length === 0) {
    return null;
  }
  return {
    ...overTime(days, finding, format),
    series: [
      {
        type: 'custom',
        data: days.map(({ difference, low, high }, index) => [index, difference, low, high]),
        encode: { x: 0, y: [1, 2, 3] },
        markLine: NO_DIFFERENCE,
        renderItem: (params, api) => upright(api, params.dataIndex, days[params.dataIndex]),
      },
    ],
  };
}

/**
 * The difference with all units up to a day, within its band.
 *
 * @param {Array<{day: string, n: number, difference: number, low: number, high: number}>} days
 * @param {string} finding the chart in words
 * @param {Object} format see format.js
 * @returns {?Object} an ECharts option; `null` where there is nothing to draw
 */
export function soFarOption(days, finding, format) {
  if (days.length === 0) {
    return null;
  }
  const line = (values, rest) => ({
    type: 'line',
    data: values,
    showSymbol: days.length === 1,
    silent: true,
    lineStyle: { color: ACCENT, width: 1 },
    itemStyle: { color: ACCENT },
    emphasis: { disabled: true },
    ...rest,
  });
  const option = overTime(days, finding, format);
  return {
    ...option,
    tooltip: {
      ...option.tooltip,
      trigger: 'axis',
      formatter: ([{ dataIndex }]) => option.tooltip.formatter({ dataIndex }),
    },
    series: [
      line(
        days.map(({ difference }) => difference),
        { lineStyle: { color: ACCENT, width: 2 }, markLine: NO_DIFFERENCE },
      ),
      {
        type: 'custom',
        data: days.map(({ low, high }, index) => [index, low, high]),
        encode: { x: 0, y: [1, 2] },
        silent: true,
        z: 1,
        renderItem: (params, api) => (params.dataIndex === 0 ? band(api, days) : null),
      },
      line(days.map(({ low }) => low)),
      line(days.map(({ high }) => high)),
    ],
  };
}

const NO_DIFFERENCE = { ...AT_ZERO, data: [{ yAxis: 0 }] };

function overTime(days, finding, format) {
  const tooltip = ({ dataIndex }) => {
    const { day, n, difference, low, high } = days[dataIndex];
    return [format.day(day), format.valueInterval(difference, low, high), texts.n(format.count(n))].join('\n');
  };
  const option = frame([], description(words.dailyDescription(format.count(days.length)), finding), tooltip);
  return {
    ...option,
    grid: { ...option.grid, right: 12, top: 10 },
    xAxis: {
      ...categoryAxis(days.map(({ day }) => format.day(day))),
      inverse: false,
      axisLabel: { color: MUTED, fontSize: 12, hideOverlap: true },
      axisLine: { show: true, onZero: false, lineStyle: { color: LINE } },
    },
    yAxis: [valueAxis(format.value)],
  };
}

function upright(api, index, { difference, low, high }) {
  const [x, y] = api.coord([index, difference]);
  const [, top] = api.coord([index, high]);
  const [, bottom] = api.coord([index, low]);
  const filled = low > 0 || high < 0;
  const colour = filled ? ACCENT : NEUTRAL;
  const line = (x1, y1, x2, y2) => ({
    type: 'line',
    shape: { x1, y1, x2, y2 },
    style: { stroke: colour, lineWidth: 2 },
  });
  return {
    type: 'group',
    emphasisDisabled: true,
    children: [
      line(x, top, x, bottom),
      line(x - 4, top, x + 4, top),
      line(x - 4, bottom, x + 4, bottom),
      {
        type: 'circle',
        shape: { cx: x, cy: y, r: 4 },
        style: { fill: filled ? colour : SURFACE, stroke: colour, lineWidth: 2 },
      },
    ],
  };
}

function band(api, days) {
  const upper = days.map(({ high }, index) => api.coord([index, high]));
  const lower = days.map(({ low }, index) => api.coord([index, low]));
  return {
    type: 'polygon',
    emphasisDisabled: true,
    shape: { points: [...upper, ...lower.reverse()] },
    style: { fill: ACCENT, fillOpacity: 0.16 },
  };
}

/* The primary metric is not to shrink to a dot because a rare one is uncertain. */
function leading(rows) {
  const primary = rows.filter(({ role }) => role === 'primary');
  return primary.length > 0 ? primary : rows;
}

/**
 * A segment as a reader calls it.
 *
 * @param {{level: string}} row of the API's segments
 * @returns {string}
 */
export function levelName({ level }) {
  return embedded(level) || words.notTold;
}

function colourOf({ relativeLow, relativeHigh }, higher) {
  const direction = relativeLow > 0 ? 1 : relativeHigh < 0 ? -1 : 0;
  return direction === 0 ? NEUTRAL : direction > 0 === higher ? ACCENT : PROBLEM;
}

function higherIsBetter(metrics, key) {
  return metrics.find((metric) => metric.key === key)?.higherIsBetter ?? true;
}

function description(chart, finding) {
  return `${chart} ${finding}. ${texts.description.table}`;
}
