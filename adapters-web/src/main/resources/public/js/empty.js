import { element } from './dom.js';
import { texts } from './texts.js';

/**
 * What to show while there are no data at all: how to get some.
 *
 * @returns {HTMLElement}
 */
export function emptyState() {
  return element(
    'section',
    { class: 'card empty' },
    element('h2', {}, texts.empty.title),
    element('p', {}, texts.empty.body),
    ...texts.empty.commands.map((command) => element('pre', {}, element('code', {}, command))),
    element('p', {}, texts.empty.then),
    element('p', {}, element('a', { href: '#/data' }, texts.empty.upload)),
  );
}
