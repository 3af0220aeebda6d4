import * as api from './api.js';
import { answer } from './answers.js';
import { element } from './dom.js';
import { pendingFigure } from './figure.js';
import { problem } from './problem.js';
import { insightTable } from './table.js';
import { texts } from './texts.js';

const words = texts.data;

/** What tells of the data themselves. */
const FIGURES = ['dataset-sources', 'dataset-completeness', 'dataset-conflicts'];

/** Has too many columns for half of the page. */
const WIDEST = 'dataset-sources';

/**
 * Where the data come from: sources, imports as they get on, a file dropped in, what was rejected and why, what the
 * words mean.
 *
 * @param {HTMLElement} content to be filled
 * @param {Object} parameters of the address: none
 * @param {Object} format see format.js
 */
export async function data(content, parameters, format) {
  const runs = element('div');
  const rejected = element('div');
  const progress = element('div', { class: 'progress', role: 'status' });
  const refresh = () => Promise.all([showRuns(runs, format), showRejected(rejected, format)]);
  const run = (begin) => begun(begin, progress, refresh, format);
  const [sources, topics] = await Promise.all([api.sources(), api.topics()]);
  await refresh();
  const figures = FIGURES.map((id) => topics.find((topic) => topic.id === id))
    .filter(Boolean)
    .map((topic) => ({ topic, figure: pendingFigure(topic) }));
  content.replaceChildren(
    element('h2', {}, words.title),
    dropZone((file) => run(() => api.upload(file))),
    progress,
    section(words.sources, sourceList(sources, (name) => run(() => api.importFrom(name)))),
    section(words.imports, runs),
    section(words.quarantine, rejected),
    element('div', { class: 'figures' }, ...figures.map(({ figure }) => figure)),
    definitions(topics),
  );
  figures.find(({ topic }) => topic.id === WIDEST)?.figure.classList.add('whole');
  figures.forEach(({ topic, figure }) => answer(figure, topic, format));
}

function section(title, ...children) {
  return element('section', { class: 'card' }, element('h3', {}, title), ...children);
}

function dropZone(take) {
  const input = element('input', { type: 'file', accept: '.csv,.tsv,.ndjson,.jsonl,.gz', change: () => takeFirst(input.files) });
  const takeFirst = (files) => {
    if (files.length > 0) {
      take(files[0]);
    }
    input.value = '';
  };
  const zone = element(
    'label',
    {
      class: 'card drop',
      dragover: (event) => {
        event.preventDefault();
        zone.classList.add('over');
      },
      dragleave: () => zone.classList.remove('over'),
      drop: (event) => {
        event.preventDefault();
        zone.classList.remove('over');
        takeFirst(event.dataTransfer.files);
      },
    },
    element('b', {}, words.drop),
    element('span', { class: 'question' }, words.dropHint),
    input,
  );
  return zone;
}

function sourceList(sources, start) {
  return element(
    'ul',
    { class: 'plain sources' },
    ...sources.map(({ name, type, origin }) =>
      element(
        'li',
        {},
        element('b', {}, name),
        element('span', { class: 'question' }, `${type}, ${origin}`),
        element('button', { type: 'button', class: 'quiet', click: () => start(name) }, words.importFrom(name)),
      ),
    ),
  );
}

/* One at a time: the server says so to whoever starts a second one. */
async function begun(begin, place, refresh, format) {
  try {
    const run = await begin();
    showProgress(place, { ...run, rows: run.read }, format);
    await api.follow(run.id, (news) => showProgress(place, news, format));
  } catch (error) {
    place.replaceChildren(problem(error, () => begun(begin, place, refresh, format)));
  }
  await refresh();
}

function showProgress(place, run, format) {
  const { source, state, rows, rejected, fault, bytesRead, totalBytes } = run;
  const known = typeof bytesRead === 'number' && totalBytes > 0;
  place.replaceChildren(
    element(
      'section',
      { class: 'card' },
      element('p', {}, element('b', {}, `${source}: ${words.states[state]}`)),
      state === 'running'
        ? element('progress', {
            'aria-label': words.progress,
            ...(known ? { value: String(bytesRead), max: String(totalBytes) } : {}),
          })
        : null,
      element('p', {}, words.rows(format.count(rows ?? run.read), format.count(rejected))),
      fault ? element('p', { class: 'fault' }, fault) : null,
    ),
  );
}

async function showRuns(place, format) {
  const { imports } = await api.imports();
  place.replaceChildren(
    imports.length === 0
      ? element('p', { class: 'notice' }, words.noImports)
      : insightTable(
          {
            columns: RUN_COLUMNS,
            rows: imports.map((run) => ({ ...run, state: words.states[run.state], number: Number(run.id) })),
          },
          words.imports,
          format,
        ),
  );
}

async function showRejected(place, format) {
  const { groups } = await api.quarantine();
  place.replaceChildren(
    groups.length === 0
      ? element('p', { class: 'notice' }, words.noRejected)
      : insightTable(
          { columns: REJECTED_COLUMNS, rows: groups.map((group) => ({ ...group, number: Number(group.import) })) },
          words.quarantine,
          format,
        ),
  );
}

function definitions(topics) {
  const terms = [...meanings(topics)].flatMap(([name, meaning]) => [element('dt', {}, name), element('dd', {}, meaning)]);
  return element(
    'details',
    { class: 'card meanings' },
    element('summary', {}, words.definitions),
    element('dl', {}, ...terms),
  );
}

/* A column may mean something else with another question. */
function meanings(topics) {
  const all = new Map();
  for (const { columns } of topics) {
    for (const { name, meaning } of columns.filter((column) => column.meaning)) {
      const label = texts.columns[name] ?? name.replaceAll('_', ' ');
      const known = all.get(label) ?? '';
      all.set(label, known === '' || known.includes(meaning) ? known || meaning : `${known}; ${meaning}`);
    }
  }
  return new Map([...all].sort(([one], [other]) => one.localeCompare(other)));
}

const RUN_COLUMNS = [
  { name: 'number', type: 'integer', unit: 'count' },
  { name: 'source', type: 'text', unit: 'text' },
  { name: 'state', type: 'text', unit: 'text' },
  { name: 'startedAt', type: 'time', unit: 'time' },
  { name: 'read', type: 'integer', unit: 'count' },
  { name: 'stored', type: 'integer', unit: 'count' },
  { name: 'updated', type: 'integer', unit: 'count' },
  { name: 'unchanged', type: 'integer', unit: 'count' },
  { name: 'rejected', type: 'integer', unit: 'count' },
  { name: 'fault', type: 'text', unit: 'text' },
];

const REJECTED_COLUMNS = [
  { name: 'reason', type: 'text', unit: 'text' },
  { name: 'count', type: 'integer', unit: 'count' },
  { name: 'source', type: 'text', unit: 'text' },
  { name: 'number', type: 'integer', unit: 'count' },
  { name: 'firstPosition', type: 'text', unit: 'text' },
  { name: 'example', type: 'text', unit: 'text' },
];
