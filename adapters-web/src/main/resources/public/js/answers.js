import * as api from './api.js';
import { pendingFigure, showInsight } from './figure.js';
import { problem } from './problem.js';

/**
 * Asks a question and fills its figure, with what went wrong if need be.
 *
 * @param {HTMLElement} figure made by `pendingFigure`
 * @param {{id: string, question: string}} topic
 * @param {Object} format see format.js
 * @returns {Promise<?Object>} the API's document, `null` if there is none
 */
export async function answer(figure, topic, format) {
  try {
    const insight = await api.insight(topic.id);
    showInsight(figure, insight, format);
    return insight;
  } catch (error) {
    failed(figure, topic, error, (again) => answer(again, topic, format));
    return null;
  }
}

/**
 * Says in a figure's place what went wrong.
 *
 * @param {HTMLElement} figure made by `pendingFigure`
 * @param {{id: string, question: string}} topic
 * @param {Error} error
 * @param {function(HTMLElement): void} retry is given a new pending figure to fill
 */
export function failed(figure, topic, error, retry) {
  const again = () => {
    const pending = pendingFigure(topic);
    figure.replaceWith(pending);
    retry(pending);
  };
  figure.removeAttribute('aria-busy');
  figure.replaceChildren(figure.querySelector('figcaption'), problem(error, again));
}
