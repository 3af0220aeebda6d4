import { compared, description, excludesZero, groupName, hasInterval, rowName } from './findings.js';
import { embedded } from './format.js';
import { columnLabel } from './table.js';
import { texts } from './texts.js';

/** More groups than this are not drawn: nobody reads them off a chart. */
export const MOST_GROUPS = 16;

/** Up to this many groups, those with too little data are drawn too, as words in place of a dot. */
const FEW_GROUPS = 8;

/** The plot is too narrow for figures at its right below this width. */
const NARROW = 420;

/** What a number at the end of the longest bar takes. */
const ROOM_FOR_VALUE = 56;

/** What a ratio in a cell takes. */
const ROOM_FOR_RATIO = 34;

/* Colours come from the stylesheet, so that a chart follows the dark scheme and the printer without being redrawn. */
const INK = 'var(--ink)';
const MUTED = 'var(--muted)';
const LINE = 'var(--line)';
const ACCENT = 'var(--accent)';
const NEUTRAL = 'var(--neutral)';
const SURFACE = 'var(--surface)';

/**
 * The chart of an answer as an ECharts option.
 *
 * @param {Object} insight the API's document
 * @param {Object} format see format.js
 * @returns {?Object} `null` where there is nothing to draw, or no way to
 */
export function chartOption(insight, format) {
  const build = { bars, 'dots-with-intervals': medians, forest, heatmap }[insight.chart];
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
  const { name: measured, unit } = insight.columns.find(({ type }) => type === 'number');
  const written = unit === 'fraction' ? format.percent : format.ratio;
  const tooltip = ({ dataIndex }) => {
    const row = rows[dataIndex];
    return [
      rowName(insight, row),
      embedded(row.nickname ?? ''),
      `${columnLabel(measured)}: ${typeof row[measured] === 'number' ? written(row[measured]) : texts.none}`,
      `${texts.columns.followers}: ${format.count(row.followers)}`,
    ]
      .filter(Boolean)
      .join('\n');
  };
  const option = frame(insight, rows, format, tooltip);
  return {
    ...option,
    grid: { ...option.grid, right: ROOM_FOR_VALUE },
    xAxis: { type: 'value', show: false, min: 0, max: 'dataMax' },
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

function medians(insight, rows, format) {
  const { leader, rivals, judged } = compared(insight.rows);
  const clear = judged.length > 1 && rivals.length === 0;
  return intervals(insight, rows, format, {
    axis: { ...valueAxis(format.percentTick), min: 0 },
    value: (row) => row.median,
    label: (row) => format.percentInterval(row.median, row.low, row.high),
    details: (row) => [texts.middleHalf(format.percent(row.q1), format.percent(row.q3))],
    colour: (row) => (clear && row === leader ? ACCENT : NEUTRAL),
    filled: () => true,
  });
}

function forest(insight, rows, format) {
  const ends = rows.filter(hasInterval).flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]);
  const edge = [0.2, 0.4, 0.6, 0.8].find((candidate) => Math.max(...ends) <= candidate) ?? 1;
  const option = intervals(insight, rows, format, {
    axis: { ...valueAxis(format.ratioTick), min: -edge, max: edge, interval: edge / 2 },
    value: (row) => row.correlation,
    label: (row) => format.ratioInterval(row.correlation, row.low, row.high),
    details: (row) => [`${texts.columns.p}: ${format.pValue(row.p)}`],
    colour: (row) => (excludesZero(row) ? ACCENT : NEUTRAL),
    filled: excludesZero,
  });
  option.series[0].markLine = {
    silent: true,
    symbol: 'none',
    label: { show: false },
    lineStyle: { color: MUTED, type: 'solid', width: 1 },
    data: [{ xAxis: 0 }],
  };
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
  const option = frame(insight, rows, format, tooltip);
  const axis = (column, values) => categoryAxis(values.map((name) => embedded(groupName(column, String(name)))));
  return {
    ...option,
    yAxis: [{ ...option.yAxis[0], data: axis(down, downwards).data }],
    xAxis: { ...axis(across, acrosswards), inverse: false, axisLabel: { color: INK, fontSize: 12, interval: 'auto' } },
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

function intervals(insight, rows, format, { axis, value, label, details, colour, filled }) {
  const tooFew = (row) => texts.tooFew(format.count(row.n));
  const tooltip = ({ dataIndex }) => {
    const row = rows[dataIndex];
    const known = hasInterval(row) ? [label(row), ...details(row), texts.n(format.count(row.n))] : [tooFew(row)];
    return [rowName(insight, row), ...known].join('\n');
  };
  const option = frame(insight, rows, format, tooltip);
  option.yAxis.push({
    ...categoryAxis(rows.map((row) => (hasInterval(row) ? label(row) : ''))),
    position: 'right',
    axisLabel: { color: MUTED, fontSize: 12, interval: 0, margin: 12 },
  });
  const figuresAtRight = (show) => ({ yAxis: [{}, { show }] });
  return {
    ...option,
    xAxis: axis,
    series: [
      {
        type: 'custom',
        data: rows.map((row, index) => (hasInterval(row) ? [value(row), index, row.low, row.high] : ['-', index])),
        encode: { x: [0, 2, 3], y: 1 },
        renderItem: (params, api) => {
          const row = rows[params.dataIndex];
          return hasInterval(row)
            ? dotWithInterval(api, params.dataIndex, value(row), row, colour(row), filled(row))
            : words(params, api, tooFew(row));
        },
      },
    ],
    media: [{ query: { maxWidth: NARROW }, option: figuresAtRight(false) }, { option: figuresAtRight(true) }],
  };
}

function dotWithInterval(api, index, value, { low, high }, colour, filled) {
  const [x, y] = api.coord([value, index]);
  const [from] = api.coord([low, index]);
  const [to] = api.coord([high, index]);
  const line = (x1, y1, x2, y2) => ({
    type: 'line',
    shape: { x1, y1, x2, y2 },
    style: { stroke: colour, lineWidth: 2 },
  });
  return {
    type: 'group',
    emphasisDisabled: true,
    children: [
      line(from, y, to, y),
      line(from, y - 4, from, y + 4),
      line(to, y - 4, to, y + 4),
      {
        type: 'circle',
        shape: { cx: x, cy: y, r: 5 },
        style: { fill: filled ? colour : SURFACE, stroke: colour, lineWidth: 2 },
      },
    ],
  };
}

function words(params, api, text) {
  const [, y] = api.coord([0, params.dataIndex]);
  return {
    type: 'text',
    style: {
      text,
      x: params.coordSys.x + 8,
      y,
      verticalAlign: 'middle',
      fill: MUTED,
      font: api.font({ fontSize: 12 }),
    },
  };
}

function frame(insight, rows, format, tooltip) {
  return {
    animation: false,
    aria: { enabled: true, label: { description: description(insight, rows.length, format) } },
    grid: { left: 0, right: 4, top: 4, bottom: 6, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      confine: true,
      formatter: tooltip,
      backgroundColor: SURFACE,
      borderColor: LINE,
      textStyle: { color: INK },
    },
    yAxis: [
      {
        ...categoryAxis(rows.map((row) => rowName(insight, row))),
        axisLabel: {
          color: INK,
          fontSize: 13,
          interval: 0,
          width: 150,
          overflow: 'truncate',
          margin: 12,
        },
      },
    ],
  };
}

function categoryAxis(data) {
  return { type: 'category', inverse: true, data, axisLine: { show: false }, axisTick: { show: false } };
}

function valueAxis(formatter) {
  return {
    type: 'value',
    splitNumber: 4,
    axisLabel: { color: MUTED, fontSize: 12, hideOverlap: true, formatter },
    splitLine: { lineStyle: { color: LINE } },
  };
}
