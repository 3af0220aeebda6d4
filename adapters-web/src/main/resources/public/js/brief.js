import { element } from './dom.js';
import { texts } from './texts.js';

const words = texts.brief;

/** What a score is made of, in the API's order, and how much each part usually counts of 100. */
export const PARTS = { relevance: 40, performance: 20, fit: 15, credibility: 10, price: 10, novelty: 5 };

/** What nobody said otherwise. */
export const USUAL = {
  text: '',
  goal: 'reach',
  regions: '',
  categories: '',
  tiers: '',
  languages: '',
  amount: '',
  currency: 'USD',
  mustHave: '',
  niceToHave: '',
  brandSafety: '',
  exclusions: '',
  brand: '',
  order: '',
  ...Object.fromEntries(Object.entries(PARTS).map(([part, weight]) => [part, String(weight)])),
};

/** Fields of which one says one of these. */
const CHOICES = { goal: words.goals, order: words.orders, interleave: { ...words.orders, '': words.noTurns } };

const LISTS = ['regions', 'categories', 'tiers', 'languages', 'mustHave', 'niceToHave', 'brandSafety', 'exclusions'];

/**
 * A brief as the API reads it.
 *
 * @param {Object<string, string>} typed see {@link USUAL}; lists are separated by commas, and empty ones do not restrict
 * @returns {Object}
 */
export function briefOf(typed) {
  const asked = { ...USUAL, ...typed };
  const lists = LISTS.map((name) => [name, listed(asked[name])]).filter(([, values]) => values.length > 0);
  const parts = Object.keys(PARTS);
  const weighed = parts.some((part) => asked[part] !== USUAL[part]);
  return {
    text: asked.text,
    ...(asked.goal === USUAL.goal ? {} : { goal: asked.goal }),
    ...(asked.brand.trim() ? { brand: asked.brand.trim() } : {}),
    ...(asked.order ? { order: asked.order } : {}),
    ...Object.fromEntries(lists),
    ...(asked.amount.trim() ? { budget: { amount: asked.amount.trim().replace(',', '.'), currency: asked.currency } } : {}),
    ...(weighed ? { weights: Object.fromEntries(parts.map((part) => [part, Number(asked[part])])) } : {}),
  };
}

/**
 * What an address must say of what was typed: that which is not usual.
 *
 * @param {Object<string, string>} typed
 * @param {Object<string, string>} [usual]
 * @returns {Object<string, string>}
 */
export function unusual(typed, usual = USUAL) {
  return Object.fromEntries(Object.entries(typed).filter(([name, value]) => value.trim() !== (usual[name] ?? '')));
}

/**
 * Shares of numbers that together are 1.
 *
 * @param {Array<number>} weights
 * @returns {Array<number>} all 0 if the weights are
 */
export function shares(weights) {
  const sum = weights.reduce((one, other) => one + other, 0);
  return weights.map((weight) => (sum > 0 ? weight / sum : 0));
}

/**
 * The parts of a text between commas.
 *
 * @param {string} typed
 * @returns {Array<string>}
 */
export function listed(typed) {
  return typed
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

/**
 * A field of a brief, with its label.
 *
 * @param {string} name see {@link USUAL}
 * @param {Object<string, string>} asked what stands in it
 * @param {Object} [rest] further attributes
 * @returns {HTMLElement}
 */
export function briefField(name, asked, rest = {}) {
  const choices = CHOICES[name];
  const control = choices
    ? element(
        'select',
        { name },
        ...Object.entries(choices).map(([value, label]) => element('option', { value, selected: value === asked[name] }, label)),
      )
    : element('input', {
        name,
        value: asked[name],
        autocomplete: 'off',
        placeholder: words.hints[name] ?? null,
        ...rest,
      });
  return element('label', {}, words.fields[name], control);
}

/**
 * Sliders that say how much each part of a score counts, and what that makes of 100 %.
 *
 * @param {Object<string, string>} asked
 * @param {Object} format see format.js
 * @returns {HTMLElement}
 */
export function weightFields(asked, format) {
  const sum = element('output', { class: 'legend' });
  const rows = Object.keys(PARTS).map((part) => {
    const share = element('output');
    const input = element('input', { type: 'range', name: part, min: '0', max: '100', step: '5', value: asked[part] });
    return { input, share, label: element('label', {}, words.parts[part], input, share) };
  });
  const tell = () => {
    const weights = rows.map(({ input }) => Number(input.value));
    const told = shares(weights);
    rows.forEach(({ input, share }, index) => {
      share.textContent = format.percentTick(told[index]);
      input.setCustomValidity(told.some(Boolean) || index > 0 ? '' : words.allZero);
    });
    sum.textContent = words.sum(format.count(weights.reduce((one, other) => one + other, 0)));
  };
  const fields = element(
    'fieldset',
    { class: 'weights', input: tell },
    element('legend', {}, words.weights),
    ...rows.map(({ label }) => label),
    sum,
  );
  tell();
  return fields;
}
