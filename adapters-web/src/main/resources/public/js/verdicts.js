import { capitalised, embedded } from './format.js';
import { texts } from './texts.js';

const words = texts.experiment;
const MILLISECONDS_A_DAY = 86_400_000;

/**
 * What is to be done, in words.
 *
 * @param {{verdict: string, variation: ?string}} decision the API's
 * @param {string} state of the experiment
 * @returns {string}
 */
export function verdictName({ verdict, variation }, state) {
  const over = state === 'stopped' || state === 'archived';
  return verdict === 'keep-running' && over ? words.undecided : words.verdicts[verdict](embedded(variation ?? ''));
}

/**
 * How the units stand to the planned split.
 *
 * @param {Object} health the API's
 * @returns {{name: string, grade: string}} the grade is `good`, `doubtful` or `bad`
 */
export function sampleRatio(health) {
  const warning = health.warnings.find(({ check }) => check === 'sample-ratio');
  if (!warning) {
    return { name: words.ratioFits, grade: 'good' };
  }
  return warning.blocks ? { name: words.ratioBlocks, grade: 'bad' } : { name: words.ratioWarns, grade: 'doubtful' };
}

/**
 * For how many days an experiment runs or ran.
 *
 * @param {{startedAt: ?string, stoppedAt: ?string}} experiment
 * @param {number} now in milliseconds
 * @returns {?number} whole days; `null` before its start
 */
export function daysRunning({ startedAt, stoppedAt }, now) {
  return startedAt
    ? Math.floor(((stoppedAt ? Date.parse(stoppedAt) : now) - Date.parse(startedAt)) / MILLISECONDS_A_DAY)
    : null;
}

/**
 * How many units were exposed, in all variations.
 *
 * @param {Object} results the API's document
 */
export function unitsIn({ exposed }) {
  return Object.values(exposed.units).reduce((sum, units) => sum + units, 0);
}

/**
 * How a metric is measured, in words.
 *
 * @param {Object} metric of a design
 * @param {Object} experiment the API's document
 * @param {Object<string, number>} caps those found in the data, by metric
 * @param {Object} format see format.js
 * @returns {string}
 */
export function metricDefinition(metric, experiment, caps, format) {
  const units = words.units[experiment.unit] ?? experiment.unit;
  const hours = (number) => words.hours(format.value(number));
  const cap = caps[metric.key];
  return [
    words.kinds[metric.kind](units, embedded(metric.outcome), embedded(metric.per ?? '')),
    metric.delayHours ? words.after(hours(metric.delayHours)) : null,
    metric.windowHours ? words.within(hours(metric.windowHours)) : null,
    metric.cap ? words.cap(format.value(metric.cap)) : null,
    metric.capQuantile
      ? words.capQuantile(format.value(metric.capQuantile), cap === undefined ? null : format.value(cap))
      : null,
    metric.covariateHours ? words.covariate(hours(metric.covariateHours)) : null,
    metric.higherIsBetter ? null : words.lowerIsBetter,
    metric.margin ? words.marginOf(format.percent(metric.margin)) : null,
  ]
    .filter(Boolean)
    .join(', ');
}

/**
 * A sentence of the server's, as it stands on the page.
 *
 * @param {string} text
 */
export function sentence(text) {
  return `${capitalised(text)}.`;
}

/**
 * What became of a guardrail.
 *
 * @param {?{holds: boolean, breached: boolean}} test of non-inferiority
 * @returns {?string} `null` for what is no guardrail
 */
export function guardrailName(test) {
  return test ? (test.breached ? words.breached : words.holds[test.holds]) : null;
}
