import { embedded } from './format.js';
import { INK, SURFACE, frame } from './plots.js';
import { texts } from './texts.js';

const words = texts.recommendations;

/** A score is shown of 100, to tenths. */
const TENTHS = 1000;

/** Below this width names take less room. */
const NARROW = 420;

/**
 * The points that each part gives to a score of 100, rounded so that they add up to the rounded score: where plain rounding
 * would not, those are rounded up that lose most by it.
 *
 * @param {Array<{contribution: number}>} parts they sum to the score
 * @returns {{score: number, points: Array<number>}} to tenths
 */
export function pointsOf(parts) {
  const exact = parts.map(({ contribution }) => contribution * TENTHS);
  const score = Math.round(exact.reduce((one, other) => one + other, 0));
  const tenths = exact.map(Math.floor);
  const missing = score - tenths.reduce((one, other) => one + other, 0);
  const byLoss = exact.map((value, index) => [value - tenths[index], index]).sort(([one], [other]) => other - one);
  byLoss.slice(0, Math.max(0, missing)).forEach(([, index]) => (tenths[index] += 1));
  return { score: score / 10, points: tenths.map((value) => value / 10) };
}

/**
 * The scores of all that are recommended, each taken apart in one bar.
 *
 * @param {Array<{handle: ?string, score: number, parts: Array<{part: string, contribution: number}>}>} ranked
 * @returns {Object} an ECharts option
 */
export function scoresOption(ranked) {
  const names = ranked.map(({ handle }) => (handle ? `@${embedded(handle)}` : texts.nobody));
  const scored = ranked.map(({ parts }) => pointsOf(parts));
  const tooltip = ({ dataIndex }) => [names[dataIndex], apart(ranked[dataIndex])].join('\n');
  const option = frame(names, words.description(names.length), tooltip);
  return {
    ...option,
    grid: { ...option.grid, right: 48, bottom: 36 },
    legend: { type: 'scroll', bottom: 0, left: 0, itemWidth: 14, textStyle: { color: INK, fontSize: 12 } },
    xAxis: { type: 'value', show: false, min: 0, max: 100 },
    series: ranked[0].parts.map(({ part }, index, { length }) => ({
      type: 'bar',
      stack: 'score',
      name: texts.brief.parts[part],
      data: scored.map(({ points }) => points[index]),
      barMaxWidth: 20,
      itemStyle: { color: `var(--segment-${index + 1})`, borderColor: SURFACE, borderWidth: 1 },
      emphasis: { disabled: true },
      label:
        index === length - 1
          ? { show: true, position: 'right', color: INK, formatter: ({ dataIndex }) => scored[dataIndex].score.toFixed(1) }
          : { show: false },
    })),
    media: [{ query: { maxWidth: NARROW }, option: labelled(96) }, { option: labelled(150) }],
  };
}

function labelled(width) {
  return { yAxis: [{ axisLabel: { width } }] };
}

/**
 * A score and its parts in one line.
 *
 * @param {{parts: Array<{part: string, contribution: number}>}} recommendation
 * @returns {string} `71.3 = relevance 40.0 + …`
 */
export function apart({ parts }) {
  const { score, points } = pointsOf(parts);
  return words.sum(
    score.toFixed(1),
    parts.map(({ part }, index) => `${texts.brief.parts[part].toLowerCase()} ${points[index].toFixed(1)}`),
  );
}
