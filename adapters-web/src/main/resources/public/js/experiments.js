import * as api from './api.js';
import { element } from './dom.js';
import { originBadge } from './figure.js';
import { addressOf } from './navigation.js';
import { scrollable, sortableHead, sorted } from './table.js';
import { texts } from './texts.js';
import { daysRunning, sampleRatio, verdictName } from './verdicts.js';

const words = texts.experiments;
const STATES = ['running', 'stopped', 'draft', 'archived'];

/**
 * All experiments: how they stand, and what is to be done.
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
  const { key, hypothesis, state, startedAt, data, units, health, decision } = experiment;
  const days = daysRunning(experiment, Date.now());
  const ratio = health ? Math.min(health.sampleRatio.p, health.sampleRatio.pSequential ?? 1) : null;
  const verdict = decision ? verdictName(decision, state) : null;
  const open = startedAt ? (units === 0 ? words.noExposures : texts.notEnough) : texts.none;
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
    element('td', {}, verdict === null ? open : element('b', {}, verdict)),
    element('td', {}, texts.experiment.states[state]),
    element('td', { class: 'number' }, startedAt ? format.count(units) : texts.none),
    element('td', { class: 'number' }, days === null ? texts.none : format.count(days)),
    element('td', {}, ...(health ? [gradeBadge(sampleRatio(health)), ` ${format.pStatement(ratio)}`] : [texts.none])),
  );
  return { key, state: STATES.indexOf(state), units: startedAt ? units : null, days, ratio, verdict, shown };
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
