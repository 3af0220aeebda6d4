import { element } from './dom.js';
import { texts } from './texts.js';

const words = texts.shortcuts;

/** After a `g`. */
const VIEWS = {
  o: '',
  c: 'creators',
  i: 'insights',
  h: 'heatmap',
  f: 'findings',
  s: 'segments',
  e: 'experiments',
  r: 'recommendations',
  p: 'portfolio',
  m: 'marketplace',
  d: 'data',
};

/** How long a second key may take. */
const PATIENCE_MILLIS = 1500;

const OFF = 'shortcuts-off';

/** Lets the reader go anywhere by keys, unless they type or have switched that off. */
export function listenToKeys() {
  let leading = 0;
  addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || isTyping(target) || localStorage.getItem(OFF)) {
      return;
    }
    if (key === '?') {
      showShortcuts();
    } else if (key === '/') {
      find(event);
    } else if (key === 'g') {
      leading = event.timeStamp;
      return;
    } else if (event.timeStamp - leading < PATIENCE_MILLIS && leading > 0 && key in VIEWS) {
      location.hash = `#/${VIEWS[key]}`;
    }
    leading = 0;
  });
  document.getElementById('shortcuts').addEventListener('click', showShortcuts);
}

function isTyping(target) {
  return target.closest?.('input, textarea, select, dialog, [contenteditable]') != null;
}

function find(event) {
  const search = document.querySelector('main input[type=search]');
  event.preventDefault();
  if (search) {
    search.focus();
  } else {
    location.hash = '#/creators';
  }
}

function showShortcuts() {
  const off = element('input', {
    type: 'checkbox',
    checked: localStorage.getItem(OFF) !== null,
    change: () => (off.checked ? localStorage.setItem(OFF, 'yes') : localStorage.removeItem(OFF)),
  });
  const keys = [
    ...Object.entries(VIEWS).map(([key, view]) => [['g', key], texts.views[view || 'overview']]),
    [['/'], words.search],
    [['?'], words.list],
  ];
  const dialog = element(
    'dialog',
    { class: 'statement', 'aria-labelledby': 'shortcuts-title', close: () => dialog.remove() },
    element('h2', { id: 'shortcuts-title' }, words.title),
    element(
      'dl',
      { class: 'plan' },
      ...keys.flatMap(([pressed, what]) => [
        element('dt', {}, ...pressed.map((key) => element('kbd', {}, key))),
        element('dd', {}, what),
      ]),
    ),
    element('label', {}, off, ` ${words.off}`),
    element(
      'div',
      { class: 'dialog-actions' },
      element('button', { type: 'button', class: 'primary', autofocus: true, click: () => dialog.close() }, texts.close),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}
