import * as api from './api.js';
import { findings } from './board.js';
import { compare } from './compare.js';
import { creator } from './creator.js';
import { creators } from './creators.js';
import { data } from './data.js';
import { element } from './dom.js';
import { experiment } from './experiment.js';
import { experiments } from './experiments.js';
import { originBadge } from './figure.js';
import { formats } from './format.js';
import { heatmap } from './heatmap.js';
import { insights, openAddressed } from './insights.js';
import { marketplace } from './marketplace.js';
import { viewAt } from './navigation.js';
import { overview } from './overview.js';
import { portfolio } from './portfolio.js';
import { problem } from './problem.js';
import { recommendations } from './recommendations.js';
import { segments } from './segments.js';
import { listenToKeys } from './shortcuts.js';
import { sizing } from './sizing.js';
import { texts } from './texts.js';

/** What fills the page at which address; each fills an element, and fails with words. */
const VIEWS = {
  overview,
  compare,
  creator,
  creators,
  data,
  experiment,
  experiments,
  findings,
  heatmap,
  insights,
  marketplace,
  portfolio,
  recommendations,
  segments,
  sizing,
};

const format = formats();
const content = document.getElementById('content');
let current = null;

async function start() {
  const view = viewAt(location.hash);
  const again = current?.name === view.name && current.address === view.address;
  current = view;
  if (again) {
    openAddressed();
    return;
  }
  mark(view);
  const place = element('div', { class: 'view' }, element('p', { class: 'notice loading' }, texts.loading));
  content.replaceChildren(place);
  try {
    await VIEWS[view.name](place, view.parameters, format);
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
