import * as api from './api.js';
import { answer } from './answers.js';
import { element } from './dom.js';
import { emptyState } from './empty.js';
import { pendingFigure } from './figure.js';
import { texts } from './texts.js';

/**
 * What goes together, and at which hours posts do well: every question that is answered by a heatmap.
 *
 * @param {HTMLElement} content to be filled
 * @param {Object} parameters of the address: none
 * @param {Object} format see format.js
 */
export async function heatmap(content, parameters, format) {
  const [dataset, topics] = await Promise.all([api.dataset(), api.topics()]);
  if (dataset.creators === 0) {
    content.replaceChildren(emptyState());
    return;
  }
  const shown = topics
    .filter(({ chart }) => chart === 'heatmap')
    .sort((one, other) => isWeek(one) - isWeek(other))
    .map((topic) => ({ topic, figure: pendingFigure(topic) }));
  content.replaceChildren(
    element('h2', {}, texts.heatmap.title),
    element('p', {}, texts.heatmap.lead),
    element('div', { class: 'figures wide' }, ...shown.map(({ figure }) => figure)),
  );
  shown.forEach(({ topic, figure }) => answer(figure, topic, format));
}

/* A week of hours needs the room of the whole page. */
function isWeek({ columns }) {
  return columns.some(({ name }) => name === 'weekday');
}
