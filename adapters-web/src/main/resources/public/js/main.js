import * as api from './api.js';
import { element } from './dom.js';
import { originBadge } from './figure.js';
import { formats } from './format.js';
import { viewAt } from './navigation.js';
import { problem } from './problem.js';
import { listenToKeys } from './shortcuts.js';
import { texts } from './texts.js';

/**
 * What fills the page at which address: a function of the view's name, which fills an element, and fails with words. Modules
 * are loaded when they are asked for, so that nobody waits for those of other views.
 */
const VIEWS = {
  overview: () => import('./overview.js'),
  compare: () => import('./compare.js'),
  creator: () => import('./creator.js'),
  creators: () => import('./creators.js'),
  data: () => import('./data.js'),
  experiment: () => import('./experiment.js'),
  experiments: () => import('./experiments.js'),
  findings: () => import('./board.js'),
  heatmap: () => import('./heatmap.js'),
  insights: () => import('./insights.js'),
  marketplace: () => import('./marketplace.js'),
  portfolio: () => import('./portfolio.js'),
  recommendations: () => import('./recommendations.js'),
  segments: () => import('./segments.js'),
  sizing: () => import('./sizing.js'),
};

const format = formats();
const content = document.getElementById('content');
let current = null;

async function start() {
  const view = viewAt(location.hash);
  const again = current?.name === view.name && current.address === view.address;
  current = view;
  if (again) {
    (await VIEWS[view.name]()).openAddressed?.();
    return;
  }
  mark(view);
  const place = element('div', { class: 'view' }, element('p', { class: 'notice loading' }, texts.loading));
  content.replaceChildren(place);
  try {
    const { [view.name]: fill } = await VIEWS[view.name]();
    await fill(place, view.parameters, format);
  } catch (error) {
    place.replaceChildren(problem(error, reload));
  }
}

function reload() {
  current = null;
  showDataset();
  start();
}

function mark(view) {
  document.title = [view.parameters.key, texts.views[view.section], texts.name].filter(Boolean).join(' · ');
  for (const link of document.querySelectorAll('.views a')) {
    if (viewAt(link.hash).section === view.section) {
      link.setAttribute('aria-current', 'page');
    } else {
      link.removeAttribute('aria-current');
    }
  }
}

/* Who follows a link to another view begins at its top, with the keyboard too. */
function move() {
  const before = current;
  start();
  if (current.address !== before?.address) {
    scrollTo(0, 0);
    content.focus({ preventScroll: true });
  }
}

async function showDataset() {
  const place = document.getElementById('dataset');
  const dataset = await api.dataset().catch(() => null);
  if (dataset) {
    place.replaceChildren(...facts(dataset));
  }
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

function printWithTables() {
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('.actions > details:not([open])')];
    opened.forEach((details) => (details.open = true));
  });
  addEventListener('afterprint', () => opened.forEach((details) => (details.open = false)));
}

/* The address tells the view, so the link may not change it. */
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  content.focus();
});
addEventListener('hashchange', move);
listenToKeys();
printWithTables();
showDataset();
start();
