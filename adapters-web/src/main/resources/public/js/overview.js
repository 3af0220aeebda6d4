import * as api from './api.js';
import { answer } from './answers.js';
import { element } from './dom.js';
import { emptyState } from './empty.js';
import { originBadge, pendingFigure } from './figure.js';
import { title } from './findings.js';
import { texts } from './texts.js';

const words = texts.overview;

/** Told in a sentence each. */
const HEADLINES = ['engagement-by-tier', 'engagement-vs-followers', 'growth-by-tier', 'growth-by-verified', 'sales-predictors'];

/** Shown in full. */
const FIGURES = ['follower-trend', 'viral-creators'];

/**
 * What the data say at a glance: a sentence for each of the main questions, each leading to its figure.
 *
 * @param {HTMLElement} content to be filled
 * @param {Object} parameters of the address: none
 * @param {Object} format see format.js
 */
export async function overview(content, parameters, format) {
  const [dataset, topics] = await Promise.all([api.dataset(), api.topics()]);
  if (dataset.creators === 0) {
    content.replaceChildren(emptyState());
    return;
  }
  const known = (ids) => ids.map((id) => topics.find((topic) => topic.id === id)).filter(Boolean);
  const shown = known(FIGURES).map((topic) => ({ topic, figure: pendingFigure(topic) }));
  content.replaceChildren(
    element('div', { class: 'heading' }, element('h2', {}, words.title), originBadge(dataset.data)),
    element(
      'div',
      { class: 'cards' },
      ...known(HEADLINES).map((topic) => headline(topic, format)),
      card(words.claims, '#/findings', claims),
      card(words.experiments, '#/experiments', () => experiments(format)),
      card(words.imports, '#/data', () => imports(format)),
    ),
    element('div', { class: 'figures' }, ...shown.map(({ figure }) => figure)),
  );
  shown.forEach(({ topic, figure }) => answer(figure, topic, format));
}

function headline(topic, format) {
  return card(topic.question, `#${topic.id}`, async () => {
    const insight = await api.insight(topic.id);
    return {
      sentence: insight.n === 0 ? texts.notEnough : title(insight, format),
      basis: [texts.n(format.count(insight.n)), insight.asOf ? `${texts.asOf} ${format.moment(insight.asOf)}` : null],
    };
  });
}

async function claims() {
  const counts = new Map();
  for (const { verdict } of await api.findings()) {
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  }
  return { sentence: words.claimsOf([...counts].map(([verdict, count]) => [texts.board.verdicts[verdict], count])) };
}

async function experiments(format) {
  const all = await api.experiments();
  const running = all.filter(({ state }) => state === 'running').length;
  return { sentence: words.experimentsOf(format.count(running), all.length) };
}

async function imports(format) {
  const [newest] = (await api.imports('1')).imports;
  return newest
    ? {
        sentence: words.importOf(newest.source, texts.data.states[newest.state], format.count(newest.read)),
        basis: [format.moment(newest.startedAt)],
      }
    : { sentence: words.noImport };
}

/* A card that fails says so itself: the others do not wait for it. */
function card(question, href, ask) {
  const place = element('p', { class: 'sentence' }, texts.loading);
  const facts = element('p', { class: 'facts question' });
  const made = element(
    'a',
    { class: 'card', href, 'aria-busy': 'true' },
    element('span', { class: 'question' }, question),
    place,
    facts,
  );
  ask()
    .then(({ sentence, basis = [] }) => {
      place.textContent = sentence;
      facts.replaceChildren(...basis.filter(Boolean).map((fact) => element('span', {}, fact)));
    })
    .catch((error) => {
      place.textContent = error.message;
    })
    .finally(() => made.removeAttribute('aria-busy'));
  return made;
}
