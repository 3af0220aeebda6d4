import * as api from './api.js';
import { arranged } from './arrangement.js';
import { creatorsSection } from './creators.js';
import { element } from './dom.js';
import { originBadge, pendingFigure, showInsight } from './figure.js';
import { formats, regionName } from './format.js';
import { problem } from './problem.js';
import { texts } from './texts.js';

const format = formats();
const content = document.getElementById('content');
/** How far below the window a figure is asked for already. */
const AHEAD = '300px';

const overview = document.getElementById('dataset');

async function start() {
  content.replaceChildren(element('p', { class: 'notice' }, texts.loading));
  try {
    const [dataset, topics] = await Promise.all([api.dataset(), api.topics()]);
    overview.replaceChildren(...facts(dataset));
    if (dataset.creators === 0) {
      content.replaceChildren(emptyState());
    } else {
      await show(topics, dataset);
    }
  } catch (error) {
    content.replaceChildren(problem(error, start));
  }
}

async function show(topics, dataset) {
  const { first, themes } = arranged(topics);
  const figures = first.map(pendingFigure);
  const creators = element('div', {}, element('p', { class: 'notice' }, texts.loading));
  content.replaceChildren(
    element('h2', {}, texts.insights),
    element('div', { class: 'figures' }, ...figures),
    ...themes.map(themeSection),
    element(
      'div',
      { class: 'heading' },
      element('h2', { id: 'creators-title' }, texts.creators.title),
      originBadge(dataset.data),
    ),
    creators,
  );
  openAddressed();
  const answers = await Promise.all(first.map((topic, index) => fill(figures[index], topic)));
  creators.replaceWith(creatorsSection(known(answers.filter(Boolean)), format));
}

/* A theme opens on demand, and asks its questions when they come into sight: nobody waits for what nobody looks at. */
function themeSection({ name, topics }) {
  const figures = topics.map(pendingFigure);
  const seen = new IntersectionObserver(
    (entries) =>
      entries
        .filter(({ isIntersecting }) => isIntersecting)
        .forEach(({ target }) => {
          seen.unobserve(target);
          fill(target, topics[figures.indexOf(target)]);
        }),
    { rootMargin: AHEAD },
  );
  figures.forEach((figure) => seen.observe(figure));
  return element(
    'details',
    { class: 'theme' },
    element('summary', {}, element('h2', {}, name), element('span', {}, texts.questions(topics.length))),
    element('div', { class: 'figures' }, ...figures),
  );
}

/* An address with a figure's id leads to it, wherever it is. */
function openAddressed() {
  const figure = document.getElementById(location.hash.slice(1));
  const theme = figure?.closest('details');
  if (theme) {
    theme.open = true;
    figure.scrollIntoView();
  }
}

async function fill(figure, topic) {
  try {
    const insight = await api.insight(topic.id);
    showInsight(figure, insight, format);
    return insight;
  } catch (error) {
    const retry = () => {
      const pending = pendingFigure(topic);
      figure.replaceWith(pending);
      fill(pending, topic);
    };
    figure.removeAttribute('aria-busy');
    figure.replaceChildren(figure.querySelector('figcaption'), problem(error, retry));
    return null;
  }
}

/** What the answers teach about the creators: the rate in force and the groups there are. */
function known(answers) {
  const groups = (column) =>
    answers
      .find((answer) => answer.columns[0].name === column)
      ?.rows.map((row) => row[column])
      .filter(Boolean) ?? [];
  const byName = (one, other) => regionName(one).localeCompare(regionName(other));
  return {
    definition: answers[0]?.definition.id ?? null,
    tiers: groups('tier'),
    regions: groups('region').sort(byName),
  };
}

function facts(dataset) {
  const { asOf, data } = dataset;
  const fact = ([name, word]) =>
    element('div', {}, element('dt', {}, word(dataset[name])), element('dd', {}, format.count(dataset[name])));
  return [
    element('dl', {}, ...Object.entries(texts.counted).map(fact)),
    element(
      'p',
      {},
      asOf ? element('span', {}, `${texts.asOf} `, element('time', { datetime: asOf }, format.moment(asOf))) : null,
      originBadge(data),
    ),
  ];
}

function emptyState() {
  return element(
    'section',
    { class: 'card empty' },
    element('h2', {}, texts.empty.title),
    element('p', {}, texts.empty.body),
    ...texts.empty.commands.map((command) => element('pre', {}, element('code', {}, command))),
    element('p', {}, texts.empty.then),
  );
}

function printWithTables() {
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('.actions > details:not([open])')];
    opened.forEach((details) => (details.open = true));
  });
  addEventListener('afterprint', () => opened.forEach((details) => (details.open = false)));
}

addEventListener('hashchange', openAddressed);
printWithTables();
start();
