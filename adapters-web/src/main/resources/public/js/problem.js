import { element } from './dom.js';
import { texts } from './texts.js';

/**
 * What to show in place of something that could not be loaded. The message says what happened and what to do.
 *
 * @param {Error} error
 * @param {function(): void} retry tries once more
 * @returns {HTMLElement}
 */
export function problem(error, retry) {
  return element(
    'div',
    { class: 'problem', role: 'alert' },
    element('p', {}, element('b', {}, texts.problem.title)),
    element('p', {}, error.message),
    element('button', { type: 'button', class: 'quiet', click: retry }, texts.retry),
  );
}
