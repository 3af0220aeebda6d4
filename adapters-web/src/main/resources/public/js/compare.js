import * as api from './api.js';
import { followersByDay } from './counted.js';
import { element } from './dom.js';
import { pendingFigure, showFigure } from './figure.js';
import { groupName } from './findings.js';
import { comparedOption } from './growthcurve.js';
import { addressOf } from './navigation.js';
import { columnLabel } from './table.js';
import { texts } from './texts.js';

const words = texts.compare;

/** Lines of more creators nobody tells apart. */
const MOST = 4;

/**
 * Up to four creators side by side: how their followers changed, and their figures.
 *
 * @param {HTMLElement} content to be filled
 * @param {{creators: ?string}} parameters of the address: handles, separated by commas
 * @param {Object} format see format.js
 */
export async function compare(content, { creators = '' }, format) {
  const handles = [...new Set(creators.split(',').filter(Boolean))];
  const heading = element(
    'div',
    { class: 'heading' },
    element('h2', {}, words.title),
    element('a', { href: '#/creators' }, texts.creator.back),
  );
  const answers = await Promise.allSettled(handles.slice(0, MOST).map((handle) => api.creator(handle)));
  const known = answers.filter(({ status }) => status === 'fulfilled').map(({ value }) => value);
  const unknown = answers.filter(({ status }) => status === 'rejected').map(({ reason }) => reason.message);
  const hints = [...unknown, handles.length > MOST ? words.tooMany(MOST) : null].filter(Boolean);
  content.replaceChildren(
    heading,
    addition(handles),
    ...hints.map((hint) => element('p', { class: 'warning', role: 'status' }, hint)),
    ...(known.length === 0 ? [element('p', { class: 'notice' }, words.none)] : comparison(known, format)),
  );
}

function addition(handles) {
  const input = element('input', { name: 'handle', required: true, autocomplete: 'off', spellcheck: 'false' });
  return element(
    'form',
    {
      class: 'filters',
      submit: (event) => {
        event.preventDefault();
        const handle = input.value.trim().replace(/^@/, '');
        location.hash = addressOf(['compare'], { creators: [...handles, handle].join(',') });
      },
    },
    element('label', {}, words.add, input),
    element('button', { type: 'submit', class: 'quiet', disabled: handles.length >= MOST }, words.addButton),
  );
}

function comparison(known, format) {
  const growth = pendingFigure({ id: 'compare-growth', question: words.growthQuestion });
  const figures = pendingFigure({ id: 'compare-figures', question: words.figuresQuestion });
  showGrowth(growth, known, format);
  showFigures(figures, known, format);
  return [removals(known), element('div', { class: 'figures' }, growth, figures)];
}

function removals(known) {
  return element(
    'p',
    { class: 'chips' },
    ...known.map(({ handle }) =>
      element(
        'a',
        {
          class: 'chip',
          href: addressOf(['compare'], {
            creators: known
              .map((other) => other.handle)
              .filter((other) => other !== handle)
              .join(','),
          }),
          'aria-label': words.without(handle),
        },
        `@${handle}`,
      ),
    ),
  );
}

function showGrowth(figure, known, format) {
  const histories = known.map(({ handle, history }) => ({ name: `@${handle}`, counts: followersByDay(history) }));
  const start = histories.map(({ counts }) => [...counts.keys()][0] ?? '9').reduce((a, b) => (a > b ? a : b));
  const days = [...new Set(histories.flatMap(({ counts }) => [...counts.keys()]))].filter((day) => day >= start).sort();
  const lines = histories.map(({ name, counts }) => ({ name, changes: changesSince(start, counts) }));
  const ends = lines
    .map(({ name, changes }) => ({ name, change: [...changes.values()].at(-1) }))
    .filter(({ change }) => change !== undefined)
    .sort((one, other) => other.change - one.change);
  showFigure(
    figure,
    {
      ...common(known),
      question: words.growthQuestion,
      n: days.length,
      definition: { id: words.changeId, formula: words.changeFormula },
      caveats: [words.counts],
      columns: [
        { name: 'day', type: 'text', unit: 'text', meaning: texts.creator.meanings.day },
        ...lines.map(({ name }) => ({ name, type: 'number', unit: 'change', meaning: words.changeFormula })),
      ],
      rows: days.map((day) => ({
        day,
        ...Object.fromEntries(lines.map(({ name, changes }) => [name, changes.get(day) ?? null])),
      })),
    },
    {
      finding:
        ends.length > 0 && days.length > 1
          ? words.grewMost(ends[0].name, format.changeTick(ends[0].change), format.date(start))
          : texts.notEnough,
      option: days.length > 1 ? comparedOption(lines, days, format) : null,
      rows: 20,
      legend: words.growthLegend,
    },
    format,
  );
}

function changesSince(start, counts) {
  const kept = [...counts].filter(([day]) => day >= start);
  const first = kept[0]?.[1];
  return new Map(first ? kept.map(([day, followers]) => [day, followers / first - 1]) : []);
}

function showFigures(figure, known, format) {
  const named = ({ handle }) => `@${handle}`;
  const row = (figureName, read) => ({
    figure: figureName,
    ...Object.fromEntries(known.map((creator) => [named(creator), read(creator) ?? texts.none])),
  });
  const count = (name) => row(columnLabel(name), (creator) => writtenCount(creator[name], format));
  const definitions = [...new Set(known.flatMap(({ rates }) => rates.map(({ definition }) => definition)))];
  showFigure(
    figure,
    {
      ...common(known),
      question: words.figuresQuestion,
      n: known.length,
      definition: { id: words.figuresId, formula: words.figuresFormula },
      caveats: [words.region],
      columns: [
        { name: 'figure', type: 'text', unit: 'text', meaning: words.figuresFormula },
        ...known.map((creator) => ({ name: named(creator), type: 'text', unit: 'text', meaning: words.ofCreator })),
      ],
      rows: [
        row(columnLabel('tier'), ({ tier }) => groupName('tier', tier)),
        row(columnLabel('region'), ({ region }) => groupName('region', region)),
        ...['followers', 'following', 'likes', 'videos'].map(count),
        ...definitions.map((definition) =>
          row(texts.creator.rate(definition), ({ rates }) => {
            const rate = rates.find((candidate) => candidate.definition === definition);
            return rate && format.percent(rate.value);
          }),
        ),
      ],
    },
    { finding: sideBySide(known, definitions), option: null, rows: 0, legend: '' },
    format,
  );
}

/* Who leads in what most ask for first; nobody leads where something is not known of all. */
function sideBySide(known, definitions) {
  const leader = (value) =>
    known.every((creator) => typeof value(creator) === 'number')
      ? [...known].sort((one, other) => value(other) - value(one))[0]
      : null;
  const rateOf = ({ rates }) => rates.find(({ definition }) => definition === definitions[0])?.value;
  const [followed, engaging] = [leader(({ followers }) => followers), leader(rateOf)];
  return known.length > 1 && followed && engaging
    ? words.leads(`@${followed.handle}`, `@${engaging.handle}`, texts.rates[definitions[0]] ?? definitions[0])
    : words.sideBySide(known.length);
}

function writtenCount(value, format) {
  return typeof value === 'number' ? format.count(value) : null;
}

function common(known) {
  const origins = new Set(known.map(({ data }) => data));
  return {
    data: origins.size === 1 ? [...origins][0] : 'mixed',
    asOf: known.map(({ observedAt }) => observedAt).sort()[0],
    parameters: { creators: known.map(({ handle }) => handle).join(', ') },
  };
}
