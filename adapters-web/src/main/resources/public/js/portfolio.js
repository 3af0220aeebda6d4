import * as api from './api.js';
import { USUAL as BRIEF, briefField, briefOf, listed } from './brief.js';
import { element } from './dom.js';
import { pendingFigure, showFigure } from './figure.js';
import { embedded } from './format.js';
import { linkOf } from './links.js';
import { addressOf } from './navigation.js';
import { ACCENT, INK, NEUTRAL, dotsWithIntervals, frame, valueAxis } from './plots.js';
import { problem } from './problem.js';
import { texts } from './texts.js';

const words = texts.portfolio;

/** What a brief asks for when nobody said otherwise. */
const USUAL = { ...BRIEF, amount: '10000', most: '10', shortlist: '' };

/**
 * From a brief and a budget to the best set of creators, proven, with what explains it.
 *
 * @param {HTMLElement} content to be filled
 * @param {Object<string, string>} parameters of the address: the brief, see {@link wishOf}
 * @param {Object} format see format.js
 */
export async function portfolio(content, parameters, format) {
  const answer = element('div', { class: 'view' });
  const asked = { ...USUAL, ...parameters };
  content.replaceChildren(
    element('h2', {}, words.title),
    element('p', {}, words.lead),
    briefForm(asked),
    answer,
  );
  if (!asked.text) {
    answer.replaceChildren(element('p', { class: 'notice' }, words.none));
    return;
  }
  answer.replaceChildren(element('p', { class: 'notice loading' }, words.solving));
  try {
    show(answer, await api.portfolio(wishOf(asked)), listed(asked.shortlist), format);
  } catch (error) {
    answer.replaceChildren(problem(error, () => portfolio(content, parameters, format)));
  }
}

/**
 * What was typed, as the API is asked.
 *
 * @param {Object<string, string>} typed the brief, see brief.js, and how many creators at most
 * @returns {Object}
 */
export function wishOf({ most, shortlist, ...brief }) {
  const number = Number(most);
  const among = listed(shortlist ?? '');
  const terms = {
    ...(Number.isInteger(number) && number > 0 ? { creators: { most: number } } : {}),
    ...(among.length > 0 ? { among } : {}),
  };
  return {
    brief: briefOf(brief),
    ...(Object.keys(terms).length > 0 ? { terms } : {}),
  };
}

function briefForm(asked) {
  const field = (name, rest) => briefField(name, asked, rest);
  const kept = (name) => element('input', { type: 'hidden', name, value: asked[name] });
  return element(
    'form',
    {
      class: 'filters',
      submit: (event) => {
        event.preventDefault();
        location.hash = addressOf(['portfolio'], Object.fromEntries(new FormData(event.target)));
      },
    },
    field('text', { required: true }),
    field('goal'),
    field('regions'),
    field('categories'),
    field('tiers'),
    field('languages'),
    field('amount', { required: true, inputmode: 'decimal' }),
    field('currency', { required: true, maxlength: '3' }),
    element(
      'label',
      {},
      words.most,
      element('input', { name: 'most', value: asked.most, autocomplete: 'off', inputmode: 'numeric' }),
    ),
    kept('exclusions'),
    kept('shortlist'),
    element('button', { type: 'submit', class: 'primary' }, words.build),
  );
}

function show(place, found, shortlist, format) {
  const money = (amount) => words.money(format.count(Number(amount)), found.currency);
  const chosen = pendingFigure({ id: 'portfolio-creators', question: words.chosenQuestion });
  const frontier = pendingFigure({ id: 'portfolio-frontier', question: words.frontierQuestion });
  const limits = pendingFigure({ id: 'portfolio-limits', question: words.limitsQuestion });
  const swaps = pendingFigure({ id: 'portfolio-swaps', question: words.swapsQuestion });
  const note = shortlistNote(shortlist, found.creators);
  place.replaceChildren(
    ...(note ? [element('p', { class: 'card' }, note)] : []),
    element('div', { class: 'figures loose' }, chosen, frontier, limits, swaps),
  );
  showChosen(chosen, found, money, format);
  showFrontier(frontier, found, money, format);
  showLimits(limits, found, format);
  showSwaps(swaps, found, format);
}

/* The server writes amounts as programs read them. */
function grouped(text, format) {
  return text.replace(/\d{4,}(?:\.\d+)?/g, (amount) => format.count(Number(amount)));
}

/**
 * What became of a shortlist.
 *
 * @param {Array<string>} shortlist handles
 * @param {Array<{handle: string}>} creators of the best set
 * @returns {?string} `null` without a shortlist
 */
export function shortlistNote(shortlist, creators) {
  if (shortlist.length === 0) {
    return null;
  }
  const best = new Set(creators.map(({ handle }) => handle));
  const names = (handles) => handles.map((handle) => `@${embedded(handle)}`).join(', ');
  return words.shortlisted(
    shortlist.length,
    names(shortlist.filter((handle) => best.has(handle))),
    names(shortlist.filter((handle) => !best.has(handle))),
  );
}

function showChosen(figure, found, money, format) {
  const { best, creators, draws, maximised, assumptions } = found;
  const names = creators.map(({ handle }) => `@${embedded(handle)}`);
  const label = ({ picked }) => format.percent(picked);
  const tooltip = ({ dataIndex }) => [names[dataIndex], words.picked(label(creators[dataIndex]))].join('\n');
  showFigure(
    figure,
    {
      ...common(found),
      question: words.chosenQuestion,
      definition: { id: words.definition, formula: maximised },
      caveats: [assumptions.worth, assumptions.price, ...found.caveats],
      columns: PICK_COLUMNS,
      rows: creators.map(({ handle, tier, region, category, price, net, picked }) => ({
        handle,
        tier,
        region: region ?? null,
        category: category ?? null,
        price: Number(price.likely),
        price_low: Number(price.low),
        price_high: Number(price.high),
        net: Number(net),
        picked,
      })),
    },
    {
      finding: words.best(creators.length, money(best.price), money(best.net), money(best.netLower), money(best.netUpper)),
      option: creators.length > 0 ? pickedOption(names, creators, label, tooltip) : null,
      rows: creators.length,
      legend: words.pickedLegend(format.count(draws)),
      links: creators.map((creator) => linkOf('handle', creator)),
    },
    format,
  );
}

function pickedOption(names, creators, label, tooltip) {
  const option = frame(names, words.pickedDescription(names.length), tooltip);
  return {
    ...option,
    grid: { ...option.grid, right: 56 },
    xAxis: { type: 'value', show: false, min: 0, max: 1 },
    series: [
      {
        type: 'bar',
        data: creators.map(({ picked }) => picked),
        barMaxWidth: 20,
        itemStyle: { color: ACCENT, borderRadius: [0, 3, 3, 0] },
        emphasis: { disabled: true },
        label: { show: true, position: 'right', color: INK, formatter: ({ dataIndex }) => label(creators[dataIndex]) },
      },
    ],
  };
}

/* What the safest set is expected to bring less than the boldest, and what it brings more when things go badly. */
function cautionCosts(sets, money) {
  const byNet = [...sets].sort((one, other) => one.net - other.net);
  const [safe, bold] = [byNet[0], byNet.at(-1)];
  return words.cautionCosts(money(bold.net - safe.net), money(safe.netLower - bold.netLower));
}

function showFrontier(figure, found, money, format) {
  const sets = found.frontier;
  const names = sets.map(({ handles, price }) => words.set(handles.length, money(price)));
  const label = ({ net }) => money(net);
  const tooltip = ({ dataIndex }) => {
    const { handles, netLower, netUpper } = sets[dataIndex];
    return [names[dataIndex], words.between(money(netLower), money(netUpper)), ...handles.map((handle) => `@${embedded(handle)}`)].join(
      '\n',
    );
  };
  const dots = sets.map((set) => ({
    value: Number(set.net),
    low: Number(set.netLower),
    high: Number(set.netUpper),
    label: label(set),
    colour: same(set, found.best) ? ACCENT : NEUTRAL,
    filled: same(set, found.best),
  }));
  showFigure(
    figure,
    {
      ...common(found),
      question: words.frontierQuestion,
      definition: { id: words.definition, formula: words.frontierFormula },
      caveats: [],
      columns: SET_COLUMNS,
      rows: sets.map(({ handles, net, netLower, netUpper, price }) => ({
        creators_chosen: handles.map((handle) => `@${handle}`).join(', '),
        net: Number(net),
        low: Number(netLower),
        high: Number(netUpper),
        price: Number(price),
      })),
    },
    {
      finding: sets.length > 1 ? cautionCosts(sets, money) : words.oneSet,
      option: sets.length > 0 ? dotsWithIntervals(frame(names, words.frontierDescription(sets.length), tooltip), valueAxis(format.count), dots) : null,
      rows: sets.length,
      legend: words.frontierLegend,
    },
    format,
  );
}

function same(one, other) {
  return one.handles.join() === other.handles.join();
}

function showLimits(figure, found, format) {
  const binding = found.limits.filter((limit) => limit.binding);
  showFigure(
    figure,
    {
      ...common(found),
      question: words.limitsQuestion,
      definition: { id: words.definition, formula: words.limitsFormula },
      caveats: [],
      columns: LIMIT_COLUMNS,
      rows: found.limits.map(({ limit, used, step, worth, binding: binds }) => ({
        limit: grouped(limit, format),
        used: grouped(used, format),
        step,
        worth: Number(worth),
        binds,
      })),
    },
    {
      finding: binding.length > 0 ? words.binding(binding.map(({ limit }) => grouped(limit, format)).join('; ')) : words.noneBinding,
      option: null,
      rows: 0,
      legend: '',
    },
    format,
  );
}

function showSwaps(figure, found, format) {
  showFigure(
    figure,
    {
      ...common(found),
      question: words.swapsQuestion,
      definition: { id: words.definition, formula: words.swapsFormula },
      caveats: [],
      columns: SWAP_COLUMNS,
      rows: found.swaps.map(({ out, in: instead, cost }) => ({ out: `@${out}`, instead: `@${instead}`, cost: Number(cost) })),
    },
    { finding: words.swaps(found.swaps.length), option: null, rows: 0, legend: '' },
    format,
  );
}

function common({ n, asOf, data, aim, draws }) {
  return { n, asOf: asOf ?? null, data, computed: ['net', 'picked'], parameters: { aim, draws } };
}

const amount = (name, meaning) => ({ name, type: 'number', unit: 'count', meaning });
const text = (name, meaning) => ({ name, type: 'text', unit: 'text', meaning });

const PICK_COLUMNS = [
  text('handle', words.meanings.handle),
  text('tier', words.meanings.tier),
  text('region', words.meanings.region),
  text('category', words.meanings.category),
  amount('price', words.meanings.price),
  amount('price_low', words.meanings.priceLow),
  amount('price_high', words.meanings.priceHigh),
  amount('net', words.meanings.net),
  { name: 'picked', type: 'number', unit: 'fraction', meaning: words.meanings.picked },
];

const SET_COLUMNS = [
  text('creators_chosen', words.meanings.chosen),
  amount('net', words.meanings.net),
  amount('low', words.meanings.low),
  amount('high', words.meanings.high),
  amount('price', words.meanings.price),
];

const LIMIT_COLUMNS = [
  text('limit', words.meanings.limit),
  text('used', words.meanings.used),
  { name: 'binds', type: 'boolean', unit: 'text', meaning: words.meanings.binds },
  text('step', words.meanings.step),
  amount('worth', words.meanings.worth),
];

const SWAP_COLUMNS = [
  text('out', words.meanings.out),
  text('instead', words.meanings.instead),
  amount('cost', words.meanings.cost),
];
