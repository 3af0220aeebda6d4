import * as api from './api.js';
import { arranged } from './arrangement.js';
import { creatorsSection } from './creators.js';
import { element } from './dom.js';
import { originBadge, pendingFigure, showInsight } from './figure.js';
import { regionName } from './format.js';
import { problem } from './problem.js';
import { texts } from './texts.js';

/** How far below the window a figure is asked for already. */
const AHEAD = '300px';

/**
 * The questions that have answers in the data, and the table of creators.
 *
 * @param {HTMLElement} content to be filled
 * @param {Object} parameters of the address: none
 * @param {Object} format see format.js
 */
export async function overview(content, parameters, format) {
  const [dataset, topics] = await Promise.all([api.dataset(), api.topics()]);
  if (dataset.creators === 0) {
    content.replaceChildren(emptyState());
  } else {
    await show(content, topics, dataset, format);
  }
}

async function show(content, topics, dataset, format) {
  const { first, themes } = arranged(topics);
  const figures = first.map(pendingFigure);
  const creators = element('div', {}, element('p', { class: 'notice loading' }, texts.loading));
  content.replaceChildren(
    element('h2', {}, texts.insights),
    element('div', { class: 'figures' }, ...figures),
    ...themes.map((theme) => themeSection(theme, format)),
    element(
      'div',
      { class: 'heading' },
      element('h2', { id: 'creators-title' }, texts.creators.title),
      originBadge(dataset.data),
    ),
    creators,
  );
  openAddressed();
  const answers = await Promise.all(first.map((topic, index) => fill(figures[index], topic, format)));
  creators.replaceWith(creatorsSection(known(answers.filter(Boolean)), format));
}

/* A theme opens on demand, and asks its questions when they come into sight: nobody waits for what nobody looks at. */
function themeSection({ name, topics }, format) {
  const figures = topics.map(pendingFigure);
  const seen = new IntersectionObserver(
    (entries) =>
      entries
        .filter(({ isIntersecting }) => isIntersecting)
        .forEach(({ target }) => {
          seen.unobserve(target);
          fill(target, topics[figures.indexOf(target)], format);
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

/** An address with a figure's id leads to it, wherever it is. */
export function openAddressed() {
  const figure = document.getElementById(location.hash.slice(1));
  const theme = figure?.closest('details');
  if (theme) {
    theme.open = true;
    figure.scrollIntoView();
  }
}

async function fill(figure, topic, format) {
  try {
    const insight = await api.insight(topic.id);
    showInsight(figure, insight, format);
    return insight;
  } catch (error) {
    const retry = () => {
      const pending = pendingFigure(topic);
      figure.replaceWith(pending);
      fill(pending, topic, format);
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
