import * as api from './api.js';
import { design } from './designs.js';
import { element } from './dom.js';
import { addressOf } from './navigation.js';
import { texts } from './texts.js';

const words = texts.design;

/**
 * A form that makes a draft of an experiment, and goes to its page.
 *
 * @returns {HTMLElement}
 */
export function drafting() {
  const status = element('p', { role: 'alert', class: 'warning', hidden: true });
  const metrics = element('div', { class: 'answer' });
  const add = () => metrics.append(metric(metrics.children.length + 1));
  const head = element('div', { class: 'sizing' }, ...FIELDS.map((field) => labelled(field, words.fields)));
  const form = element(
    'form',
    {
      class: 'answer',
      input: () => showRatios(metrics),
      submit: async (event) => {
        event.preventDefault();
        status.hidden = true;
        try {
          const { key } = await api.draft(design(typedIn(head), [...metrics.children].map(typedIn)));
          location.hash = addressOf(['experiments', key]);
        } catch (error) {
          status.textContent = error.message;
          status.hidden = false;
        }
      },
    },
    head,
    metrics,
    element(
      'div',
      { class: 'filters' },
      element('button', { type: 'button', class: 'quiet', click: add }, words.add),
      element('button', { class: 'primary' }, words.create),
      status,
    ),
  );
  add();
  showRatios(metrics);
  return element(
    'section',
    { class: 'card', 'aria-labelledby': 'design-title' },
    element('h3', { id: 'design-title' }, words.title),
    element('p', { class: 'legend' }, words.note),
    form,
  );
}

const FIELDS = [
  { name: 'key', required: true },
  { name: 'hypothesis' },
  { name: 'owner' },
  { name: 'unit', choices: words.choices.unit },
  { name: 'variations', usual: 'control, treatment', required: true },
  { name: 'windowHours' },
];

const METRIC_FIELDS = [
  { name: 'key', required: true },
  { name: 'role', choices: words.choices.role },
  { name: 'kind', choices: words.choices.kind },
  { name: 'outcome' },
  { name: 'per', only: 'ratio' },
  { name: 'better', choices: words.choices.better },
];

function metric(number) {
  const usual = number === 1 ? 'primary' : 'secondary';
  return element(
    'fieldset',
    { class: 'sizing' },
    element('legend', {}, words.metric(number)),
    ...METRIC_FIELDS.map((field) =>
      labelled({ ...field, required: field.required && number === 1, usual: field.name === 'role' ? usual : '' }, words.metricFields),
    ),
  );
}

function labelled({ name, choices, usual = '', required = false, only = null }, names) {
  const input = choices
    ? element(
        'select',
        { name },
        ...Object.entries(choices).map(([value, shown]) =>
          element('option', { value, selected: value === usual }, shown),
        ),
      )
    : element('input', { name, value: usual, required, type: 'text', autocomplete: 'off', maxlength: '200' });
  return element('label', { 'data-only': only }, names[name], input);
}

/* What stands below the line is asked for ratios alone. */
function showRatios(metrics) {
  for (const each of metrics.children) {
    each.querySelector('[data-only]').hidden = typedIn(each).kind !== 'ratio';
  }
}

function typedIn(part) {
  return Object.fromEntries([...part.querySelectorAll('input, select')].map(({ name, value }) => [name, value]));
}
