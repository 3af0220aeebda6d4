import * as api from './api.js';
import { element } from './dom.js';
import { originBadge } from './figure.js';
import { addressOf } from './navigation.js';
import { scrollable, sortableHead, sorted } from './table.js';
import { texts } from './texts.js';
import { daysRunning, sampleRatio, unitsIn, verdictName } from './verdicts.js';

const words = texts.experiments;
const STATES = ['running', 'stopped', 'draft', 'archived'];

/** Judging counts in the database: more at once would only wait there. */
const AT_ONCE = 2;

/**
 * All experiments: how they stand, and what is to be done. Judging takes a while, so verdicts come one after the other.
 *
 * @param {HTMLElement} content to be filled
 * @param {Object} parameters of the address: none
 * @param {Object} format see format.js
 */
export async function experiments(content, parameters, format) {
  const all = await api.experiments();
  if (all.length === 0) {
    content.replaceChildren(heading(), nothingYet());
    return;
  }
  const rows = all
    .map((experiment) => experimentRow(experiment, format))
    .sort((one, other) => one.state - other.state || one.key.localeCompare(other.key));
  const body = element('tbody', {}, ...rows.map(({ shown }) => shown));
  const head = sortableHead(COLUMNS, null, (key, descending) =>
    body.replaceChildren(...sorted(rows, key, descending).map(({ shown }) => shown)),
  );
  content.replaceChildren(
    heading(),
    element(
      'section',
      { class: 'card', 'aria-labelledby': 'experiments-title' },
      scrollable(
        words.caption,
        element('table', { class: 'experiments' }, element('caption', { class: 'hidden' }, words.caption), head, body),
      ),
      element('p', { class: 'legend' }, words.note),
    ),
  );
  const waiting = rows.filter(({ begun }) => begun);
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (waiting.length > 0 && content.isConnected) {
        await waiting.shift().judge();
      }
    }),
  );
}

const COLUMNS = [
  { key: 'key', label: words.key, numeric: false },
  { key: 'verdict', label: words.verdict, numeric: false },
  { key: 'state', label: words.state, numeric: false },
  { key: 'units', label: words.units, numeric: true },
  { key: 'days', label: words.days, numeric: true },
  { key: 'ratio', label: words.ratio, numeric: false },
];

function heading() {
  return element(
    'div',
    { class: 'heading' },
    element('h2', { id: 'experiments-title' }, words.title),
    element('a', { href: addressOf(['power']) }, words.designer),
  );
}

function experimentRow(experiment, format) {
  const { key, hypothesis, state, startedAt, data } = experiment;
  const begun = Boolean(startedAt);
  const days = daysRunning(experiment, Date.now());
  const open = begun ? words.pending : texts.none;
  const units = element('td', { class: 'number' }, open);
  const ratio = element('td', {}, open);
  const verdict = element('td', {}, open);
  const shown = element(
    'tr',
    {},
    element(
      'th',
      { scope: 'row' },
      element('a', { href: addressOf(['experiments', key]) }, element('bdi', {}, key)),
      originBadge(data),
      element('span', { class: 'hypothesis' }, hypothesis || texts.experiment.noHypothesis),
    ),
    verdict,
    element('td', {}, texts.experiment.states[state]),
    units,
    element('td', { class: 'number' }, days === null ? texts.none : format.count(days)),
    ratio,
  );
  const row = { key, state: STATES.indexOf(state), units: null, days, ratio: null, verdict: null, begun, shown };
  row.judge = async () => {
    try {
      const { results } = await api.results(key);
      if (results) {
        const fit = sampleRatio(results.health);
        row.units = unitsIn(results);
        row.ratio = results.health.sampleRatio.p;
        row.verdict = verdictName(results.decision, state);
        units.textContent = format.count(row.units);
        ratio.replaceChildren(gradeBadge(fit), ` ${format.pStatement(row.ratio)}`);
        verdict.replaceChildren(element('b', {}, row.verdict));
      } else {
        row.units = 0;
        units.textContent = format.count(0);
        ratio.textContent = texts.none;
        verdict.textContent = texts.notEnough;
      }
    } catch {
      units.textContent = texts.none;
      ratio.textContent = texts.none;
      verdict.textContent = words.failed;
    }
  };
  return row;
}

/**
 * A mark that says how good something is, in words and colour.
 *
 * @param {{name: string, grade: string}} fit
 * @returns {HTMLElement}
 */
export function gradeBadge({ name, grade }) {
  return element('span', { class: `grade ${grade}` }, name);
}

function nothingYet() {
  return element(
    'section',
    { class: 'card empty' },
    element('h3', {}, words.noneTitle),
    element('p', {}, words.noneBody),
    ...words.noneCommands.map((command) => element('pre', {}, element('code', {}, command))),
    element('p', {}, texts.empty.then),
  );
}
