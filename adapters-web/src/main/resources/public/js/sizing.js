import * as api from './api.js';
import { element } from './dom.js';
import { drafting } from './drafting.js';
import { addressOf } from './navigation.js';
import { question } from './questions.js';
import { texts } from './texts.js';

const words = texts.sizing;
const TYPING_PAUSE_MILLIS = 250;

/**
 * How large an experiment must be: answered while its design is typed. What is asked stands in the address.
 *
 * @param {HTMLElement} content to be filled
 * @param {Object<string, string>} parameters of the address: the fields
 * @param {Object} format see format.js
 */
export async function sizing(content, parameters, format) {
  const answer = element('div', { role: 'status', class: 'answer' }, element('p', { class: 'loading' }, texts.loading));
  let pending = new AbortController();
  let timer;

  const form = element(
    'form',
    {
      class: 'sizing',
      input: () => {
        clearTimeout(timer);
        timer = setTimeout(ask, TYPING_PAUSE_MILLIS);
      },
      submit: (event) => {
        event.preventDefault();
        ask();
      },
    },
    ...FIELDS.map((field) => labelled(field, parameters[field.name] ?? field.usual ?? '')),
  );

  async function ask() {
    pending.abort();
    pending = new AbortController();
    const typed = Object.fromEntries(new FormData(form));
    for (const input of form.querySelectorAll('[data-only]')) {
      input.hidden = input.dataset.only !== typed.kind;
    }
    if (content.isConnected) {
      history.replaceState(null, '', addressOf(['power'], typed));
    }
    try {
      const outlook = await api.power(question(typed), pending.signal);
      answer.replaceChildren(...told(outlook, typed, format));
    } catch (error) {
      if (error.name !== 'AbortError') {
        answer.replaceChildren(element('p', { class: 'warning' }, error.message));
      }
    }
  }

  content.replaceChildren(
    element('p', {}, element('a', { href: addressOf(['experiments']) }, `‹ ${texts.experiment.back}`)),
    element('h2', {}, words.title),
    element(
      'div',
      { class: 'figures' },
      element('section', { class: 'card' }, form),
      element('section', { class: 'card verdict' }, answer),
    ),
    drafting(),
  );
  await ask();
}

const FIELDS = [
  { name: 'kind', choices: ['rate', 'mean'] },
  { name: 'rate', usual: '10', percent: true, only: 'rate' },
  { name: 'mean', usual: '20', only: 'mean' },
  { name: 'deviation', usual: '30', only: 'mean' },
  { name: 'lift', usual: '5', percent: true },
  { name: 'unitsPerDay', usual: '1000' },
  { name: 'days', usual: '14' },
  { name: 'variations', usual: '2' },
  { name: 'power', usual: '80', percent: true },
  { name: 'alpha', usual: '5', percent: true },
  { name: 'peeking', choices: ['', 'yes'] },
  { name: 'clusterSize' },
  { name: 'clusterCorrelation' },
];

function labelled({ name, choices, percent, only }, value) {
  const input = choices
    ? element(
        'select',
        { name },
        ...choices.map((choice) =>
          element('option', { value: choice, selected: choice === value }, words.choices[name][choice || 'no']),
        ),
      )
    : element('input', { name, value, type: 'text', inputmode: 'decimal', autocomplete: 'off', maxlength: '20' });
  return element(
    'label',
    { 'data-only': only ?? null },
    percent ? `${words.fields[name]} (%)` : words.fields[name],
    input,
  );
}

function told(outlook, { unitsPerDay, days }, format) {
  const { unitsNeeded, unitsByVariation, daysNeeded, detectable, power, units, alphaEach, alpha, designEffect } = outlook;
  const said = [];
  if (unitsNeeded !== undefined) {
    said.push(element('h3', {}, words.needed(format.count(unitsNeeded))));
    said.push(element('p', {}, words.each(unitsByVariation.map((each) => format.count(each)).join(' + '))));
  }
  if (daysNeeded !== undefined) {
    said.push(element('p', {}, words.lasts(format.count(daysNeeded), format.count(Number(unitsPerDay)))));
  }
  if (detectable !== undefined) {
    said.push(
      element('p', {}, words.detects(format.count(Number(days)), format.count(units), format.change(detectable))),
    );
  }
  if (power !== undefined) {
    said.push(element('p', {}, words.finds(format.percent(power))));
  }
  if (alphaEach < alpha) {
    said.push(element('p', { class: 'legend' }, words.corrected(format.value(alphaEach))));
  }
  if (designEffect > 1) {
    said.push(element('p', { class: 'legend' }, words.effect(format.value(designEffect))));
  }
  return said;
}
