import { texts } from './texts.js';

/** The plot is too narrow for figures at its right below this width. */
const NARROW = 420;

/* Colours come from the stylesheet, so that a chart follows the dark scheme and the printer without being redrawn. */
export const INK = 'var(--ink)';
export const MUTED = 'var(--muted)';
export const LINE = 'var(--line)';
export const ACCENT = 'var(--accent)';
export const NEUTRAL = 'var(--neutral)';
export const PROBLEM = 'var(--problem)';
export const SURFACE = 'var(--surface)';

/**
 * What all charts have in common: names downwards, a tooltip of plain text, a description.
 *
 * @param {Array<string>} names fit to be shown
 * @param {string} description the chart in words
 * @param {function({dataIndex: number}): string} tooltip
 * @returns {Object} an ECharts option without series
 */
export function frame(names, description, tooltip) {
  return {
    animation: false,
    aria: { enabled: true, label: { description } },
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
        ...categoryAxis(names),
        axisLabel: {
          color: INK,
          fontSize: 13,
          lineHeight: 16,
          interval: 0,
          width: 150,
          overflow: 'truncate',
          margin: 12,
        },
      },
    ],
  };
}

/**
 * A dot with its interval in each row, and the figures at the right where there is room.
 *
 * @param {Object} option from {@link frame}
 * @param {Object} axis of the values
 * @param {Array<?{value: number, low: number, high: number, label: string, colour: string, filled: boolean,
 *     limit: ?number}>} dots a row without one has `{missing: string}`, the words in its place; at the limit is a mark
 * @returns {Object} an ECharts option
 */
export function dotsWithIntervals(option, axis, dots) {
  option.yAxis.push({
    ...categoryAxis(dots.map(({ label = '' }) => label)),
    position: 'right',
    axisLabel: { color: MUTED, fontSize: 12, interval: 0, margin: 12 },
  });
  const figuresAtRight = (show) => ({ yAxis: [{ axisLabel: { width: show ? 150 : 100 } }, { show }] });
  return {
    ...option,
    xAxis: axis,
    series: [
      {
        type: 'custom',
        data: dots.map(({ missing, value, low, high }, index) => (missing ? ['-', index] : [value, index, low, high])),
        encode: { x: [0, 2, 3], y: 1 },
        renderItem: (params, api) => {
          const dot = dots[params.dataIndex];
          return dot.missing ? words(params, api, dot.missing) : dotWithInterval(api, params.dataIndex, dot, axis);
        },
      },
    ],
    media: [{ query: { maxWidth: NARROW }, option: figuresAtRight(false) }, { option: figuresAtRight(true) }],
  };
}

/** A line where there is no effect, for the first series. */
export const AT_ZERO = {
  silent: true,
  symbol: 'none',
  label: { show: false },
  lineStyle: { color: MUTED, type: 'solid', width: 1 },
  data: [{ xAxis: 0 }],
};

/**
 * An axis around zero that holds all of its values, or the most telling of them: intervals that go on beyond it end in an
 * arrow.
 *
 * @param {Array<number>} values
 * @param {function(number): string} formatter
 * @param {number} [widest] from where on values may lie beyond
 */
export function axisAroundZero(values, formatter, widest = Infinity) {
  const edge = roundedUp(Math.min(widest, Math.max(...values.map(Math.abs))));
  return { ...valueAxis(formatter), min: -edge, max: edge, interval: edge / 2 };
}

/* To one digit that halves well. */
function roundedUp(value) {
  const unit = 10 ** Math.floor(Math.log10(value > 0 ? value : 1));
  return [1, 1.5, 2, 3, 4, 6, 8, 10].map((step) => step * unit).find((edge) => edge >= value * (1 - 1e-9));
}

function dotWithInterval(api, index, { value, low, high, colour, filled, limit = null }, { min, max }) {
  const [least, most] = [min ?? -Infinity, max ?? Infinity];
  const [x, y] = api.coord([value, index]);
  const [from] = api.coord([Math.max(low, least), index]);
  const [to] = api.coord([Math.min(high, most), index]);
  const line = (x1, y1, x2, y2, rest) => ({
    type: 'line',
    shape: { x1, y1, x2, y2 },
    style: { stroke: colour, lineWidth: 2, ...rest },
  });
  const end = (at, inwards, beyond) =>
    beyond
      ? [line(at, y, at + 6 * inwards, y - 5), line(at, y, at + 6 * inwards, y + 5)]
      : [line(at, y - 4, at, y + 4)];
  const [mark] = api.coord([limit ?? 0, index]);
  return {
    type: 'group',
    emphasisDisabled: true,
    children: [
      ...(limit === null ? [] : [line(mark, y - 11, mark, y + 11, { stroke: PROBLEM, lineDash: [3, 3] })]),
      line(from, y, to, y),
      ...end(from, 1, low < least),
      ...end(to, -1, high > most),
      ...(value < least || value > most
        ? []
        : [
            {
              type: 'circle',
              shape: { cx: x, cy: y, r: 5 },
              style: { fill: filled ? colour : SURFACE, stroke: colour, lineWidth: 2 },
            },
          ]),
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

/**
 * An axis of names.
 *
 * @param {Array<string>} data
 */
export function categoryAxis(data) {
  return { type: 'category', inverse: true, data, axisLine: { show: false }, axisTick: { show: false } };
}

/**
 * An axis of values.
 *
 * @param {function(number): string} formatter
 */
export function valueAxis(formatter) {
  return {
    type: 'value',
    splitNumber: 4,
    axisLabel: { color: MUTED, fontSize: 12, hideOverlap: true, formatter },
    splitLine: { lineStyle: { color: LINE } },
  };
}
