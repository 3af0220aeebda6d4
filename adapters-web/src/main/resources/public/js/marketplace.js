import * as api from './api.js';
import { failed } from './answers.js';
import { showCredit } from './credit.js';
import { element } from './dom.js';
import { pendingFigure, showFigure } from './figure.js';
import { groupName } from './findings.js';
import { embedded } from './format.js';
import { addressOf } from './navigation.js';
import { ACCENT, INK, MUTED, NEUTRAL, categoryAxis, dotsWithIntervals, frame, valueAxis } from './plots.js';
import { showCurve, showDivision, showMissing } from './spending.js';
import { texts } from './texts.js';

const words = texts.marketplace;

/** More groups than these nobody reads off a chart. */
const MOST_DRAWN = 16;

/** What spending is told apart by, and how long periods are, the usual first. */
const SPENDERS = ['channel', 'tier'];
const GRAINS = ['week', 'day'];

/** The group of what nobody knows where it belongs. */
const UNKNOWN = 'unknown';

/** Of amounts of which no source tells the currency. */
const NO_CURRENCY = 'XXX';

/** More channels than these nobody compares. */
const MOST_CURVES = 6;

/** The plot is too narrow for amounts at its right below this width. */
const NARROW = 420;

/** Asked for first, where there is such a thing. */
const USUAL = ['orders_per_1000_views', 'told_return'];

/** Parts of a whole; the others are amounts or multiples. */
const FRACTIONS = ['click_through', 'conversion_rate', 'commission_rate', 'refund_rate'];

/** What leads from what was sold to what is left, in this order. */
const COSTS = ['refunds', 'commission', 'fees'];
/** Amounts have four places; what is smaller comes from adding them as floating-point numbers. */
const PLACES = 1e4;

/**
 * What advertisements and creators cost and brought: a ratio by groups with its intervals, and the way from gross to
 * what is left.
 *
 * @param {HTMLElement} content to be filled
 * @param {{by: ?string, ratio: ?string, spend: ?string, grain: ?string}} parameters of the address
 * @param {Object} format see format.js
 */
export async function marketplace(content, { by: wishedBy = '', ratio = '', spend = SPENDERS[0], grain = '' }, format) {
  const answer = await efficiencyBy(wishedBy);
  const { by } = answer;
  const ratios = [...new Map(answer.groups.flatMap((group) => group.ratios).map((one) => [one.id, one])).values()];
  const known = ({ id }) => answer.groups.some((group) => interval(group, id));
  const [wished, usual] = [ratio, USUAL.find((id) => known({ id }))];
  const named = (id) => ratios.find((one) => one.id === id);
  const chosen = named(wished) ?? named(usual) ?? ratios.find(known) ?? ratios[0] ?? null;
  const sold = answer.totals.some(({ contribution }) => contribution !== undefined) ? answer : await api.efficiency('tier');
  const efficiency = pendingFigure({ id: 'efficiency', question: words.efficiencyQuestion });
  const waterfall = pendingFigure({ id: 'waterfall', question: words.waterfallQuestion });
  content.replaceChildren(
    element('div', { class: 'heading' }, element('h2', {}, words.title)),
    element('p', {}, words.lead),
    choices(by, chosen?.id ?? '', { spend, grain }, ratios),
    element('div', { class: 'figures' }, efficiency, waterfall),
  );
  showEfficiency(efficiency, answer, chosen, format);
  showWaterfall(waterfall, sold, format);
  await Promise.all([credit(content, sold, format), spending(content, sold, { by, ratio, spend, grain }, format)]);
}

/* Advertisements that name no creator are told apart by what they do name. */
async function efficiencyBy(wished) {
  const answer = await api.efficiency(wished || 'tier');
  const telling = answer.groups.length === 0 || answer.groups.some(({ name }) => name !== UNKNOWN);
  return wished || telling ? answer : api.efficiency('campaign');
}

/* Asked for only where there is something to tell: what is not there is an error in every browser's log. */
async function credit(content, { totals }, format) {
  if (totals.some(({ contribution }) => contribution !== undefined)) {
    const figure = await asked(content, { id: 'attribution', question: texts.credit.question }, api.attribution, (place, answer) =>
      showCredit(place, answer, format),
    );
    figure.classList.add('whole');
  }
}

async function spending(content, { totals }, wish, format) {
  if (totals.some(({ sums }) => amountOf(sums, 'spend') > 0) && (await isDated())) {
    content.querySelector('.figures').append(spendingChoices(wish));
    const topic = { id: 'division', question: texts.spending.divisionQuestion };
    await asked(content, topic, () => responseOf(wish), (place, answer) => showSpending(place, answer, format));
  }
}

/* Without a time nothing can respond to anything. */
async function isDated() {
  return (await api.efficiency('period')).groups.some(({ name }) => name !== UNKNOWN);
}

/* Weeks are calmer, days are more: those where there are too few weeks, unless somebody chose. */
async function responseOf({ spend, grain }) {
  const answer = await api.response({ by: spend, grain: grain || GRAINS[0] });
  return answer.study || grain ? answer : api.response({ by: spend, grain: GRAINS[1] });
}

function spendingChoices({ by, ratio, spend, grain }) {
  const go = (part) => {
    location.hash = addressOf(['marketplace'], { by, ratio, spend, grain, ...part });
  };
  const select = (name, options, chosen) =>
    element(
      'label',
      {},
      texts.spending.choices[name].label,
      element(
        'select',
        { name, change: (event) => go({ [name]: event.target.value }) },
        ...options.map((value) =>
          element('option', { value, selected: value === chosen }, texts.spending.choices[name].options[value || 'fitting']),
        ),
      ),
    );
  return element('div', { class: 'filters whole' }, select('spend', SPENDERS, spend), select('grain', ['', ...GRAINS], grain));
}

function showSpending(place, answer, format) {
  const curves = (answer.study?.channels ?? []).slice(0, MOST_CURVES).map((channel, index) => {
    const figure = pendingFigure({ id: `curve-${index}`, question: texts.spending.curveQuestion(embedded(channel.name)) });
    showCurve(figure, answer, channel, format);
    return figure;
  });
  place.after(...curves);
  (answer.study?.division ? showDivision : showMissing)(place, answer, format);
}

async function asked(content, topic, ask, show) {
  const figure = pendingFigure(topic);
  content.querySelector('.figures').append(figure);
  const fill = async (place) => {
    try {
      show(place, await ask());
    } catch (error) {
      failed(place, topic, error, fill);
    }
  };
  await fill(figure);
  return figure;
}

function choices(by, ratio, rest, ratios) {
  const go = (part) => {
    location.hash = addressOf(['marketplace'], { by, ratio, ...rest, ...part });
  };
  const select = (label, name, options, chosen) =>
    element(
      'label',
      {},
      label,
      element(
        'select',
        { name, change: (event) => go({ [name]: event.target.value }) },
        ...options.map(([value, text]) => element('option', { value, selected: value === chosen }, text)),
      ),
    );
  return element(
    'form',
    { class: 'filters', submit: (event) => event.preventDefault() },
    select(words.by, 'by', Object.entries(words.dimensions), by),
    select(
      words.ratio,
      'ratio',
      ratios.map(({ id }) => [id, nameOf(id)]),
      ratio,
    ),
  );
}

function nameOf(id) {
  return words.ratios[id] ?? id.replaceAll('_', ' ');
}

function writtenInterval({ id, value, low, high }, format) {
  return (FRACTIONS.includes(id) ? format.percentInterval : format.valueInterval)(value, low, high);
}

function interval(group, id) {
  const figure = group.ratios.find((ratio) => ratio.id === id);
  return figure && typeof figure.low === 'number' ? figure : null;
}

function showEfficiency(figure, answer, ratio, format) {
  const name = (group) =>
    embedded(groupName(answer.by, group.name)) + (group.currency === NO_CURRENCY ? '' : ` (${group.currency})`);
  const drawn = ratio
    ? answer.groups
        .filter((group) => interval(group, ratio.id))
        .sort((one, other) => interval(other, ratio.id).value - interval(one, ratio.id).value)
        .slice(0, MOST_DRAWN)
    : [];
  showFigure(
    figure,
    {
      ...common(answer),
      question: words.efficiencyQuestion,
      definition: { id: ratio ? nameOf(ratio.id) : words.none, formula: ratio?.formula ?? words.nothingMeasured },
      columns: COLUMNS,
      rows: answer.groups.flatMap((group) => group.ratios.map((one) => ratioRow(name(group), group, one))),
      parameters: { by: answer.by },
    },
    {
      finding: efficiencyFinding(drawn, ratio, name, format),
      option: drawn.length > 0 ? ratioOption(drawn, ratio, name, format) : null,
      rows: drawn.length,
      legend: words.efficiencyLegend(answer.meaning),
    },
    format,
  );
}

function ratioRow(group, { units }, { id, value, low, high, method, note }) {
  return { group, ratio: nameOf(id), value, low, high, units, method, note };
}

/* Groups of different currencies are not compared with each other. */
function efficiencyFinding(drawn, ratio, name, format) {
  const [first, ...others] = drawn.filter(({ currency }) => currency === drawn[0].currency);
  if (!first) {
    return texts.notEnough;
  }
  const best = interval(first, ratio.id);
  const value = writtenInterval(best, format);
  if (others.length === 0) {
    return words.only(name(first), nameOf(ratio.id), value);
  }
  const clear = others.every((group) => interval(group, ratio.id).high < best.low);
  return (clear ? words.clearlyHighest : words.highest)(name(first), nameOf(ratio.id), value);
}

function ratioOption(groups, ratio, name, format) {
  const figures = groups.map((group) => interval(group, ratio.id));
  const label = (one) => writtenInterval(one, format);
  const names = groups.map(name);
  const tick = FRACTIONS.includes(ratio.id) ? format.percentTick : format.value;
  const tooltip = ({ dataIndex }) =>
    [names[dataIndex], `${nameOf(ratio.id)}: ${label(figures[dataIndex])}`, texts.n(format.count(figures[dataIndex].units))].join(
      '\n',
    );
  const dots = figures.map((figure) => ({ ...figure, label: label(figure), colour: NEUTRAL, filled: true }));
  const description = words.efficiencyDescription(nameOf(ratio.id), groups.length);
  return dotsWithIntervals(frame(names, description, tooltip), { ...valueAxis(tick), min: 0 }, dots);
}

function showWaterfall(figure, answer, format) {
  const total = [...answer.totals].sort((one, other) => other.units - one.units)[0];
  const steps = total ? stepsOf(total) : [];
  const money = (value) => words.money(format.count(value), total.currency);
  const unnamed = steps.length > 1 ? unnamedSpend(total, steps) : 0;
  showFigure(
    figure,
    {
      ...common(answer),
      n: total?.units ?? 0,
      question: words.waterfallQuestion,
      definition: { id: words.contribution, formula: words.contributionFormula },
      caveats: [
        words.attributed,
        ...(unnamed > 0 ? [words.unnamedSpend(money(unnamed))] : []),
        ...(answer.totals.length > 1 ? [words.otherCurrencies(total.currency, answer.totals.length - 1)] : []),
        ...answer.caveats,
      ],
      columns: STEP_COLUMNS,
      rows: steps.map(({ step, amount }) => ({ step, amount, currency: total.currency })),
      parameters: {},
    },
    {
      finding:
        steps.length > 1 ? leftOver(steps[0].amount, steps.at(-1).amount, money) : texts.notEnough,
      option: steps.length > 1 ? waterfallOption(steps, money, format) : null,
      rows: steps.length,
      legend: words.waterfallLegend,
    },
    format,
  );
}

function leftOver(gross, rest, money) {
  return rest < 0 ? words.lost(money(-rest), money(gross)) : words.left(money(rest), money(gross));
}

/**
 * The way from gross to what is left. Only spend that names who sold is taken off: it is what the other costs leave between
 * gross and contribution.
 *
 * @param {Object} total the API's document of a group
 * @returns {Array<{step: string, from: number, to: number, amount: number}>} empty if nothing was sold
 */
export function stepsOf({ sums, contribution }) {
  const gross = amountOf(sums, 'gross');
  if (gross === 0 || contribution === undefined) {
    return [];
  }
  const rest = Number(contribution);
  const costs = COSTS.map((id) => [id, amountOf(sums, id)]);
  costs.push(['spend', rounded(gross - rest - costs.reduce((sum, [, cost]) => sum + cost, 0))]);
  const steps = [{ step: words.steps.gross, from: 0, to: gross, amount: gross }];
  let left = gross;
  for (const [id, cost] of costs.filter(([, each]) => each !== 0)) {
    steps.push({ step: words.steps[id], from: left, to: left - cost, amount: -cost });
    left -= cost;
  }
  return [...steps, { step: words.steps.contribution, from: 0, to: rest, amount: rest }];
}

/** What was spent on advertisements that name nobody who sold. */
export function unnamedSpend({ sums }, steps) {
  const named = steps.find(({ step }) => step === words.steps.spend)?.amount ?? 0;
  return rounded(amountOf(sums, 'spend') + named);
}

function amountOf(sums, id) {
  return Number(sums.find((sum) => sum.id === id)?.value ?? 0);
}

function rounded(amount) {
  return Math.round(amount * PLACES) / PLACES;
}

function waterfallOption(steps, money, format) {
  const names = steps.map(({ step }) => step);
  const tooltip = ({ dataIndex }) => `${names[dataIndex]}: ${money(steps[dataIndex].amount)}`;
  const option = frame(names, words.waterfallDescription(steps.length), tooltip);
  const amounts = {
    ...categoryAxis(steps.map(({ amount }) => money(amount))),
    position: 'right',
    axisLabel: { color: MUTED, fontSize: 12, interval: 0, margin: 12 },
  };
  return {
    ...option,
    yAxis: [...option.yAxis, amounts],
    xAxis: { ...valueAxis(format.count), splitNumber: 3 },
    media: [
      { query: { maxWidth: NARROW }, option: { yAxis: [{ axisLabel: { width: 100 } }, { show: false }] } },
      { option: { yAxis: [{ axisLabel: { width: 150 } }, { show: true }] } },
    ],
    series: [
      {
        type: 'custom',
        data: steps.map(({ from, to }, index) => [from, to, index]),
        encode: { x: [0, 1], y: 2 },
        renderItem: ({ dataIndex }, drawing) => {
          const { from, to, amount } = steps[dataIndex];
          const [start, y] = drawing.coord([Math.min(from, to), dataIndex]);
          const [end] = drawing.coord([Math.max(from, to), dataIndex]);
          const whole = from === 0;
          return {
            type: 'group',
            emphasisDisabled: true,
            children: [
              {
                type: 'rect',
                shape: { x: start, y: y - 9, width: Math.max(1, end - start), height: 18, r: 2 },
                style: { fill: whole ? ACCENT : NEUTRAL, stroke: amount < 0 ? MUTED : 'none' },
              },
            ],
          };
        },
      },
    ],
    textStyle: { color: INK },
  };
}

function common({ n, asOf, data, caveats, sql }) {
  return { n, asOf, data, caveats, sql, computed: ['low', 'high'] };
}

const COLUMNS = [
  { name: 'group', type: 'text', unit: 'text', meaning: words.meanings.group },
  { name: 'ratio', type: 'text', unit: 'text', meaning: words.meanings.ratio },
  { name: 'value', type: 'number', unit: 'value', meaning: words.meanings.value },
  { name: 'low', type: 'number', unit: 'value', meaning: words.meanings.low },
  { name: 'high', type: 'number', unit: 'value', meaning: words.meanings.high },
  { name: 'units', type: 'integer', unit: 'count', meaning: words.meanings.units },
  { name: 'method', type: 'text', unit: 'text', meaning: words.meanings.method },
  { name: 'note', type: 'text', unit: 'text', meaning: words.meanings.note },
];

const STEP_COLUMNS = [
  { name: 'step', type: 'text', unit: 'text', meaning: words.meanings.step },
  { name: 'amount', type: 'number', unit: 'count', meaning: words.meanings.amount },
  { name: 'currency', type: 'text', unit: 'text', meaning: words.meanings.currency },
];
