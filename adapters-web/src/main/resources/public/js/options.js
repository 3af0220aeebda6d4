import { compared, description, excludesZero, groupName, hasInterval, judgedSteps, rowName } from './findings.js';
import { embedded } from './format.js';
import {
  ACCENT,
  AT_ZERO,
  INK,
  LINE,
  MUTED,
  NEUTRAL,
  axisAroundZero,
  categoryAxis,
  dotsWithIntervals,
  frame,
  valueAxis,
} from './plots.js';
import { columnLabel } from './table.js';
import { texts } from './texts.js';

/** More groups than this are not drawn: nobody reads them off a chart. */
export const MOST_GROUPS = 16;

/** Up to this many groups, those with too little data are drawn too, as words in place of a dot. */
const FEW_GROUPS = 8;

/** Where columns are narrower than their names. */
const NARROW = 420;

/** Where columns are hardly as wide as their names. */
const MIDDLING = 720;

/** What a number at the end of the longest bar takes. */
const ROOM_FOR_VALUE = 56;

/** What three letters take. */
const ROOM_FOR_WEEKDAY = 32;

/** What a ratio in a cell takes. */
const ROOM_FOR_RATIO = 34;

/**
 * The chart of an answer as an ECharts option.
 *
 * @param {Object} insight the API's document
 * @param {Object} format see format.js
 * @returns {?Object} `null` where there is nothing to draw, or no way to
 */
export function chartOption(insight, format) {
  const build = { bars, 'dots-with-intervals': medians, forest, heatmap, line }[insight.chart];
  const rows = drawnRows(insight);
  return build && rows.length > 0 ? build(insight, rows, format) : null;
}

/**
 * The rows that the chart shows, in its order.
 *
 * @param {Object} insight the API's document
 * @returns {Array<Object>}
 */
export function drawnRows(insight) {
  const { chart, rows } = insight;
  if (chart === 'bars') {
    return rows.slice(0, MOST_GROUPS);
  }
  if (chart === 'heatmap') {
    const { value } = spanned(insight);
    return rows.filter((row) => typeof row[value] === 'number');
  }
  if (chart === 'line') {
    const known = judgedSteps(rows);
    return known.length > 1 ? known : [];
  }
  if (!rows.some(hasInterval)) {
    return [];
  }
  if (chart === 'forest' || rows.length <= FEW_GROUPS) {
    return rows.slice(0, MOST_GROUPS);
  }
  const { judged, leader } = compared(rows);
  const largest = judged.filter((row) => row !== leader).sort((one, other) => other.n - one.n);
  return compared([leader, ...largest.slice(0, MOST_GROUPS - 1)]).judged;
}

function bars(insight, rows, format) {
  const { name: measured, unit } = insight.columns.find(({ name, type }) => type === 'number' && name !== 'usual_views');
  const written = unit === 'fraction' ? format.percent : format.ratio;
  const tooltip = ({ dataIndex }) => {
    const row = rows[dataIndex];
    return [
      rowName(insight, row),
      embedded(row.nickname ?? ''),
      `${columnLabel(measured)}: ${typeof row[measured] === 'number' ? written(row[measured]) : texts.none}`,
      `${texts.columns['followers' in row ? 'followers' : 'views']}: ${format.count(row.followers ?? row.views)}`,
    ]
      .filter(Boolean)
      .join('\n');
  };
  const option = framed(insight, rows, format, tooltip);
  return {
    ...option,
    grid: { ...option.grid, right: ROOM_FOR_VALUE },
    xAxis: { type: 'value', show: false, min: 0, max: 'dataMax' },
    media: [{ query: { maxWidth: NARROW }, option: namesWithin(140) }, { option: namesWithin(190) }],
    series: [
      {
        type: 'bar',
        data: rows.map((row) => row[measured]),
        barMaxWidth: 20,
        barCategoryGap: '32%',
        itemStyle: { color: ACCENT, borderRadius: [0, 3, 3, 0] },
        emphasis: { disabled: true },
        label: {
          show: true,
          position: 'right',
          color: INK,
          formatter: ({ value }) => (typeof value === 'number' ? written(value) : texts.none),
        },
      },
    ],
  };
}

function namesWithin(width) {
  return { yAxis: [{ axisLabel: { width } }] };
}

function medians(insight, rows, format) {
  const { leader, rivals, judged } = compared(insight.rows);
  const clear = judged.length > 1 && rivals.length === 0;
  const ratio = insight.columns.some(({ name, unit }) => name === 'median' && unit === 'ratio');
  return intervals(insight, rows, format, {
    axis: {
      ...valueAxis(ratio ? format.ratioTick : format.percentTick),
      ...(rows.some(({ low }) => low < 0) ? {} : { min: 0 }),
    },
    value: (row) => row.median,
    label: (row) => (ratio ? format.ratioInterval : format.percentInterval)(row.median, row.low, row.high),
    details: (row) =>
      typeof row.q1 === 'number' ? [texts.middleHalf(format.percent(row.q1), format.percent(row.q3))] : [],
    colour: (row) => (clear && row === leader ? ACCENT : NEUTRAL),
    filled: () => true,
  });
}

function forest(insight, rows, format) {
  const ends = rows.filter(hasInterval).flatMap(({ low, high }) => [low, high]);
  const option = intervals(insight, rows, format, {
    axis: axisAroundZero(ends, format.ratioTick),
    value: estimate,
    label: (row) => format.ratioInterval(estimate(row), row.low, row.high),
    details: (row) => [`${texts.columns.p}: ${format.pValue(row.p)}`],
    colour: (row) => (excludesZero(row) ? ACCENT : NEUTRAL),
    filled: excludesZero,
  });
  option.series[0].markLine = AT_ZERO;
  return option;
}

/** What spans a heatmap, what its colours mean, and which value has none: nothing at zero, as usual at one. */
const SPANNED = [
  { down: 'first', across: 'second', value: 'correlation', strength: (value) => value },
  { down: 'weekday', across: 'hour', value: 'median', strength: (value) => Math.max(-1, Math.min(1, Math.log2(value))) },
];

function spanned(insight) {
  return SPANNED.find(({ down }) => insight.columns.some(({ name }) => name === down));
}

function heatmap(insight, rows, format) {
  const { down, across, value, strength } = spanned(insight);
  const names = (column) => [...new Set(rows.map((row) => row[column]))];
  const [downwards, acrosswards] = [names(down), names(across)];
  const tooltip = ({ dataIndex }) => {
    const row = rows[dataIndex];
    const known = hasInterval(row) ? format.ratioInterval(row[value], row.low, row.high) : format.ratio(row[value]);
    return [
      `${groupName(down, String(row[down]))}, ${groupName(across, String(row[across]))}`,
      known,
      row.shared ?? '',
      texts.n(format.count(row.n)),
    ]
      .filter(Boolean)
      .join('\n');
  };
  const option = framed(insight, rows, format, tooltip);
  const axis = (column, values) => categoryAxis(values.map((name) => embedded(groupName(column, String(name)))));
  return {
    ...option,
    yAxis: [
      {
        ...option.yAxis[0],
        data: axis(down, downwards).data,
        axisLabel: { ...option.yAxis[0].axisLabel, ...(down === 'weekday' ? { width: ROOM_FOR_WEEKDAY } : {}) },
      },
    ],
    xAxis: { ...axis(across, acrosswards), inverse: false, axisLabel: acrossLabels(acrosswards.length) },
    media:
      acrosswards.length > 12
        ? []
        : [
            { query: { maxWidth: MIDDLING }, option: slanted(30) },
            { query: { maxWidth: NARROW }, option: { ...slanted(60), ...namesWithin(84) } },
            { option: slanted(0) },
          ],
    series: [
      {
        type: 'custom',
        data: rows.map((row) => [acrosswards.indexOf(row[across]), downwards.indexOf(row[down]), row[value]]),
        encode: { x: 0, y: 1 },
        renderItem: (params, api) => {
          const row = rows[params.dataIndex];
          const [x, y] = api.coord([acrosswards.indexOf(row[across]), downwards.indexOf(row[down])]);
          const [width, height] = api.size([1, 1]);
          return cell(x, y, width, height, strength(row[value]), format.ratio(row[value]), Boolean(row.shared));
        },
      },
    ],
  };
}

/* A day's hours explain themselves where some are left out, names do not. */
function acrossLabels(count) {
  const written = { color: INK, fontSize: 12 };
  return count > 12 ? { ...written, interval: 'auto' } : { ...written, interval: 0, width: 62, overflow: 'truncate' };
}

/* Names stand on end where the columns are narrower than they are long. */
function slanted(rotate) {
  return { xAxis: { axisLabel: { rotate, width: rotate > 0 ? 90 : 62 } } };
}

/* The colour alone says nothing that the number in it does not; a pair that goes together by construction has a frame. */
function cell(x, y, width, height, strength, text, framed) {
  return {
    type: 'group',
    emphasisDisabled: true,
    children: [
      {
        type: 'rect',
        shape: { x: x - width / 2 + 1, y: y - height / 2 + 1, width: width - 2, height: height - 2, r: 3 },
        style: {
          fill: strength < 0 ? NEUTRAL : ACCENT,
          fillOpacity: 0.7 * Math.abs(strength),
          stroke: framed ? MUTED : 'none',
          lineDash: [3, 3],
        },
      },
      {
        type: 'text',
        style: { text: width < ROOM_FOR_RATIO ? '' : text, x, y, align: 'center', verticalAlign: 'middle', fill: INK },
      },
    ],
  };
}

/* A regression's effect or a correlation. */
function estimate(row) {
  return row.effect ?? row.correlation;
}

function line(insight, rows, format) {
  const change = (row) => row.index / rows[0].index - 1;
  const tooltip = ({ dataIndex }) => {
    const row = rows[dataIndex];
    return [format.day(row.day), texts.sinceStart(format.changeTick(change(row))), texts.n(format.count(row.n))].join('\n');
  };
  const option = framed(insight, rows, format, tooltip);
  return {
    ...option,
    grid: { ...option.grid, right: 12, top: 8 },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: rows.map((row) => row.day),
      axisLabel: { color: MUTED, fontSize: 12, hideOverlap: true, formatter: format.day },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: LINE } },
    },
    yAxis: [{ ...valueAxis(format.percentTick), scale: true }],
    series: [
      {
        type: 'line',
        data: rows.map(change),
        showSymbol: rows.length <= MOST_GROUPS,
        symbolSize: 6,
        lineStyle: { color: ACCENT, width: 2 },
        itemStyle: { color: ACCENT },
        emphasis: { disabled: true },
      },
    ],
  };
}

function intervals(insight, rows, format, { axis, value, label, details, colour, filled }) {
  const tooFew = (row) => texts.tooFew(format.count(row.n));
  const tooltip = ({ dataIndex }) => {
    const row = rows[dataIndex];
    const known = hasInterval(row) ? [label(row), ...details(row), texts.n(format.count(row.n))] : [tooFew(row)];
    return [rowName(insight, row), ...known].join('\n');
  };
  const dot = (row) =>
    hasInterval(row)
      ? {
          value: value(row),
          low: row.low,
          high: row.high,
          label: label(row),
          colour: colour(row),
          filled: filled(row),
        }
      : { missing: tooFew(row) };
  return dotsWithIntervals(framed(insight, rows, format, tooltip), axis, rows.map(dot));
}

function framed(insight, rows, format, tooltip) {
  const names = rows.map((row) => rowName(insight, row));
  return frame(names, description(insight, rows.length, format), tooltip);
}
