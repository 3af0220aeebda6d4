import * as api from './api.js';
import { element } from './dom.js';
import { texts } from './texts.js';

const words = texts.lifecycle;

/**
 * What can be done with an experiment as it stands: start it, tell what happened, stop it, put it away.
 *
 * @param {{key: string, state: string}} experiment
 * @param {function(string): void} again shows the experiment anew, with what is to be said of the last step
 * @param {string} said of the last step
 * @param {Object} format see format.js
 * @returns {?HTMLElement} `null` if there is nothing left to do
 */
export function lifecycle({ key, state }, again, said, format) {
  const status = element('p', { class: 'status-line', role: 'status' }, said);
  const act = async (step, inWords = () => '') => {
    status.className = 'status-line';
    status.textContent = words.working;
    try {
      await again(inWords(await step()));
    } catch (error) {
      status.className = 'warning';
      status.textContent = error.message;
    }
  };
  const steps = {
    draft: () => starting(key, act),
    running: () => running(key, act, format),
    stopped: () => ended(key, act),
  };
  return state in steps
    ? element('section', { class: 'card lifecycle', 'aria-label': words.title }, ...steps[state](), status)
    : null;
}

function starting(key, act) {
  return [
    element('p', {}, words.draft),
    element('div', { class: 'filters' }, button('primary', words.start, () => act(() => api.changeState(key, 'start')))),
  ];
}

function ended(key, act) {
  return [
    element('div', { class: 'filters' }, button('quiet', words.archive, () => act(() => api.changeState(key, 'archive')))),
  ];
}

function running(key, act, format) {
  const reason = element('input', { name: 'reason', maxlength: '200', autocomplete: 'off' });
  const told = ({ rows, notes }) => [words.told(format.count(rows)), ...notes].join(' ');
  return [
    element('p', {}, words.running),
    element(
      'div',
      { class: 'filters' },
      ...['exposures', 'outcomes'].map((what) => fileOf(what, (file) => act(() => api.tell(key, what, file), told))),
    ),
    element(
      'form',
      {
        class: 'filters',
        submit: (event) => {
          event.preventDefault();
          act(() => api.changeState(key, 'stop', reason.value.trim()));
        },
      },
      element('label', {}, words.reason, reason),
      element('button', { class: 'quiet' }, words.stop),
    ),
  ];
}

function fileOf(what, take) {
  return element(
    'label',
    {},
    words.files[what],
    element('input', {
      type: 'file',
      name: what,
      accept: '.ndjson,.jsonl',
      change: ({ target }) => {
        if (target.files.length > 0) {
          take(target.files[0]);
        }
        target.value = '';
      },
    }),
    element('code', {}, words.lines[what]),
  );
}

function button(look, label, click) {
  return element('button', { type: 'button', class: look, click }, label);
}
