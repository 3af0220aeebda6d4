import { answer } from './answers.js';
import * as api from './api.js';
import { arranged } from './arrangement.js';
import { element } from './dom.js';
import { emptyState } from './empty.js';
import { pendingFigure } from './figure.js';
import { texts } from './texts.js';

/** How far below the window a figure is asked for already. */
const AHEAD = '300px';

/**
 * All questions: those that are asked most at once, the others by theme.
 *
 * @param {HTMLElement} content to be filled
 * @param {Object} parameters of the address: none
 * @param {Object} format see format.js
 */
export async function insights(content, parameters, format) {
  const [dataset, topics] = await Promise.all([api.dataset(), api.topics()]);
  if (dataset.creators === 0) {
    content.replaceChildren(emptyState());
    return;
  }
  const { first, themes } = arranged(topics);
  const figures = first.map(pendingFigure);
  content.replaceChildren(
    element('h2', {}, texts.insights),
    element('div', { class: 'figures' }, ...figures),
    ...themes.map((theme) => themeSection(theme, format)),
  );
  openAddressed();
  first.forEach((topic, index) => answer(figures[index], topic, format));
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
          answer(target, topics[figures.indexOf(target)], format);
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
  }
  figure?.scrollIntoView();
}
