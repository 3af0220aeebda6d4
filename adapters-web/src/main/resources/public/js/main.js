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

/** Rows of a table that a sheet holds beside its figure. */
const MOST_PRINTED = 30;

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

/*
 * Tables that fit a sheet are printed with their figure; who wants hundreds of rows takes the CSV. Charts are as wide as the
 * window, and a sheet is laid out before anything can be drawn anew: they are made to scale.
 */
function preparePrinting() {
  let opened = [];
  const drawings = () => document.querySelectorAll('.chart svg');
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('.actions > details:not([open])')].filter(
      (details) => details.querySelectorAll('tbody tr').length <= MOST_PRINTED,
    );
    opened.forEach((details) => (details.open = true));
    drawings().forEach((svg) => svg.setAttribute('viewBox', `0 0 ${svg.getAttribute('width')} ${svg.getAttribute('height')}`));
  });
  addEventListener('afterprint', () => {
    opened.forEach((details) => (details.open = false));
    drawings().forEach((svg) => svg.removeAttribute('viewBox'));
  });
}

/* The address tells the view, so the link may not change it. */
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  content.focus();
});
addEventListener('hashchange', move);
listenToKeys();
preparePrinting();
showDataset();
start();
