import * as api from './api.js';
import { element } from './dom.js';
import { pendingFigure, showFigure } from './figure.js';
import { problem } from './problem.js';
import { linkOf } from './links.js';
import { profileOption, scatterLinks, scatterOption } from './scatter.js';
import { columnLabel } from './table.js';
import { texts } from './texts.js';

const words = texts.segments;

/**
 * Creators that behave alike: where they lie, what sets each segment apart, and whether it holds.
 *
 * @param {HTMLElement} content to be filled
 * @param {Object} parameters of the address: none
 * @param {Object} format see format.js
 */
export async function segments(content, parameters, format) {
  const answer = element('div', { class: 'segments' });
  const search = searchForm(async (wish) => {
    answer.setAttribute('aria-busy', 'true');
    try {
      show(answer, await api.findSegments(wish), format);
    } catch (error) {
      answer.replaceChildren(problem(error, () => search.requestSubmit()));
    }
    answer.removeAttribute('aria-busy');
  });
  content.replaceChildren(
    element('div', { class: 'heading' }, element('h2', {}, words.title)),
    element('p', {}, words.lead),
    search,
    answer,
  );
  const known = await api.segments();
  if (known) {
    show(answer, known, format);
  } else {
    answer.replaceChildren(element('p', { class: 'notice' }, words.none));
  }
}

function searchForm(search) {
  const choice = (name, options) =>
    element(
      'label',
      {},
      words.fields[name],
      element('select', { name }, ...options.map(([value, label]) => element('option', { value }, label))),
    );
  const button = element('button', { type: 'submit', class: 'primary' }, words.search);
  return element(
    'form',
    {
      class: 'filters',
      submit: async (event) => {
        event.preventDefault();
        const wish = Object.fromEntries(new FormData(event.target));
        button.disabled = true;
        button.textContent = words.searching;
        await search(wish.method === 'hdbscan' ? { method: wish.method } : wish);
        button.disabled = false;
        button.textContent = words.search;
      },
    },
    choice('method', Object.entries(words.methods)),
    choice('clusters', [['', words.chosen], ...[2, 3, 4, 5, 6, 7, 8].map((count) => [count, String(count)])]),
    button,
  );
}

function show(place, found, format) {
  if (!found.found) {
    place.replaceChildren(
      element('section', { class: 'card verdict' }, element('h3', {}, words.nothing), element('p', {}, `${found.reason}.`)),
    );
    return;
  }
  const where = pendingFigure({ id: 'segments-where', question: words.where });
  const what = pendingFigure({ id: 'segments-what', question: words.what });
  place.replaceChildren(element('div', { class: 'figures segments-figures' }, where, what), typical(found));
  const insight = asInsight(found);
  showFigure(
    where,
    { ...insight, question: words.where, columns: SIZES, rows: found.segments.map(sizeRow) },
    {
      finding: finding(found, format),
      option: scatterOption(found, format),
      rows: 20,
      legend: legend(found, format),
      links: scatterLinks(found),
    },
    format,
  );
  showFigure(
    what,
    { ...insight, question: words.what, columns: PROFILE, rows: profileRows(found) },
    {
      finding: apart(found, format),
      option: profileOption(found, format),
      rows: 20,
      legend: `${words.scores} ${names(found.segments)}.`,
    },
    format,
  );
}

function finding({ segments, model }, format) {
  const holding = segments.filter(({ holds }) => holds).length;
  return model.standing === 'better' && holding > 0
    ? words.holding(format.count(holding), format.count(segments.length), segments.map(({ name }) => texts.finding.quoted(name)).join(', '))
    : words.nothing;
}

function names(segments) {
  return segments.map(({ number, name }) => `${number} ${name}`).join('; ');
}

/* The segment and the behaviour in which a median creator is furthest from that of all. */
function apart({ segments }, format) {
  const [most] = segments
    .flatMap((segment) => segment.profile.map((trait) => ({ ...trait, name: segment.name })))
    .sort((one, other) => Math.abs(other.score) - Math.abs(one.score));
  return words.furthest(most.name, columnLabel(most.behaviour), format.ratio(Math.abs(most.score)), most.score > 0);
}

function legend(found, format) {
  const shown = found.points.length < found.n ? words.sampled(format.count(found.points.length)) : '';
  const axes = words.axes(...found.axes.map(({ words: name, told }) => `${name} (${format.percent(told)})`));
  return [axes, shown].filter(Boolean).join(' ');
}

function asInsight(found) {
  const caveats = [
    words.silhouette(found.model.metrics[0]),
    found.changed ? words.changed : null,
    found.unlike > 0 ? words.unlike(found.unlike) : null,
    found.incomplete > 0 ? words.incomplete(found.incomplete) : null,
    found.leftOut.length > 0 ? words.leftOut(found.leftOut.map(columnLabel).join(', ')) : null,
  ].filter(Boolean);
  const { n, data, asOf, sql, definition, model } = found;
  return {
    n,
    data,
    asOf,
    sql,
    definition,
    caveats,
    computed: ['segment', 'stability'],
    parameters: { ...model.settings, seed: model.seed, model: model.id },
  };
}

const SIZES = [
  { name: 'segment', type: 'text', unit: 'text', meaning: words.meanings.segment },
  { name: 'creators', type: 'integer', unit: 'count', meaning: words.meanings.creators },
  { name: 'share', type: 'number', unit: 'fraction', meaning: words.meanings.share },
  { name: 'stability', type: 'number', unit: 'ratio', meaning: words.meanings.stability },
  { name: 'stability_low', type: 'number', unit: 'ratio', meaning: words.meanings.low },
  { name: 'stability_high', type: 'number', unit: 'ratio', meaning: words.meanings.high },
  { name: 'holds', type: 'boolean', unit: 'text', meaning: words.meanings.holds },
];

function sizeRow({ number, name, size, share, stability, holds }) {
  return {
    segment: `${number} ${name}`,
    creators: size,
    share,
    stability: stability.value,
    stability_low: stability.low,
    stability_high: stability.high,
    holds,
  };
}

const PROFILE = [
  { name: 'segment', type: 'text', unit: 'text', meaning: words.meanings.segment },
  { name: 'behaviour', type: 'text', unit: 'text', meaning: words.meanings.behaviour },
  { name: 'median', type: 'number', unit: 'value', meaning: words.meanings.median },
  { name: 'q1', type: 'number', unit: 'value', meaning: words.meanings.q1 },
  { name: 'q3', type: 'number', unit: 'value', meaning: words.meanings.q3 },
  { name: 'score', type: 'number', unit: 'ratio', meaning: words.meanings.score },
];

function profileRows({ segments }) {
  return segments.flatMap(({ number, name, profile }) =>
    profile.map(({ behaviour, median, q1, q3, score }) => ({
      segment: `${number} ${name}`,
      behaviour: columnLabel(behaviour),
      median,
      q1,
      q3,
      score,
    })),
  );
}

function typical({ segments }) {
  return element(
    'section',
    { class: 'card' },
    element('h3', {}, words.typical),
    element(
      'dl',
      { class: 'typical' },
      ...segments.flatMap(({ number, name, holds, typical: handles }) => [
        element('dt', {}, `${number} ${name}`, holds ? null : ` – ${words.doubtful}`),
        element('dd', { class: 'facts' }, ...handles.map((handle) => element('span', {}, profileOf(handle)))),
      ]),
    ),
  );
}

function profileOf(handle) {
  return element('a', { href: linkOf('handle', { handle }) }, element('bdi', {}, `@${handle}`));
}
