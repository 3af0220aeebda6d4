import * as api from './api.js';
import { element } from './dom.js';
import { dailyOption, levelName, liftFinding, liftOption, ordered, segmentOption, soFarOption } from './effects.js';
import { gradeBadge } from './experiments.js';
import { originBadge, showFigure } from './figure.js';
import { lifecycle } from './lifecycle.js';
import { embedded } from './format.js';
import { addressOf } from './navigation.js';
import { problem } from './problem.js';
import { texts } from './texts.js';
import {
  daysRunning,
  guardrailName,
  metricDefinition,
  sampleRatio,
  sentence,
  unitsIn,
  verdictName,
} from './verdicts.js';

const words = texts.experiment;
const ENGINES = Object.keys(words.engines);

/**
 * One experiment: what is to be done, whether it can be believed, its effects, and what was planned.
 *
 * @param {HTMLElement} content to be filled
 * @param {{key: string, engine: ?string, segment: ?string}} parameters of the address
 * @param {Object} format see format.js
 */
export async function experiment(content, parameters, format) {
  await showExperiment(content, parameters, '', format);
}

async function showExperiment(content, parameters, said, format) {
  const { key, engine = '', segment = '' } = parameters;
  const wish = { engine: ENGINES.includes(engine) ? engine : '', segment };
  const found = await api.experiment(key);
  const first = found.units > 0 ? await judged(key, wish) : { results: null, why: nothingYet(found) };
  const answers = element('div', { class: 'view' });
  const again = async (words) => {
    await showExperiment(content, { ...parameters, ...wish }, words, format);
    content.closest('main').focus({ preventScroll: true });
  };
  content.replaceChildren(
    element('p', {}, element('a', { href: addressOf(['experiments']) }, `‹ ${words.back}`)),
    heading(found, format),
    lifecycle(found, again, said, format) ?? '',
    answers,
    changes(found, format),
    plan(found, first.results?.caps ?? {}, format),
  );

  const show = (answer) => answers.replaceChildren(...answered(found, answer, wish, ask, format));

  async function ask(part) {
    Object.assign(wish, part);
    history.replaceState(null, '', addressOf(['experiments', key], wish));
    answers.setAttribute('aria-busy', 'true');
    const asked = { ...wish };
    const answer = await judged(key, asked);
    if (asked.engine === wish.engine && asked.segment === wish.segment) {
      answers.removeAttribute('aria-busy');
      show(answer);
      answers.querySelector(part.engine === undefined ? '[name=segment]' : '[name=engine]')?.focus();
    }
  }

  show(first);
}

function nothingYet({ startedAt }) {
  return startedAt ? words.noExposuresBody : words.draftBody;
}

/* What cannot be judged still has a design to be shown. */
async function judged(key, wish) {
  try {
    return await api.results(key, wish);
  } catch (error) {
    return { results: null, error };
  }
}

function heading({ hypothesis, owner, state, data, unit, startedAt, stoppedAt, ...rest }, format) {
  const days = daysRunning({ startedAt, stoppedAt }, Date.now());
  const moment = (word, at) =>
    at ? element('span', {}, `${word} `, element('time', { datetime: at }, format.moment(at))) : null;
  return element(
    'header',
    { class: 'experiment-head' },
    element(
      'div',
      { class: 'heading' },
      element('h2', {}, element('bdi', {}, rest.key)),
      element('span', { class: `state ${state}` }, words.states[state]),
      originBadge(data),
    ),
    element('p', {}, hypothesis || words.noHypothesis),
    element(
      'p',
      { class: 'facts question' },
      data === 'real' ? element('span', {}, texts.origin.real) : null,
      days === null ? null : element('span', {}, words.days(days, format.count(days), state === 'running')),
      moment(words.started, startedAt),
      moment(words.stopped, stoppedAt),
      element('span', {}, words.units[unit] ?? unit),
      owner ? element('span', {}, words.owner(embedded(owner))) : null,
    ),
  );
}

function answered(found, { results, why, error }, wish, ask, format) {
  if (error) {
    return [choices(wish, ask), problem(error, () => ask({}))];
  }
  if (!results) {
    return [
      element(
        'section',
        { class: 'card' },
        element('p', { class: 'question' }, words.decision),
        element('h3', {}, found.startedAt && found.units === 0 ? words.noExposures : words.noDecision),
        element('p', {}, sentence(why)),
      ),
    ];
  }
  return [
    element('div', { class: 'figures' }, decision(results, found), health(results, format)),
    choices(wish, ask, results),
    element('div', { class: 'figures wide' }, ...figures(found, results, format)),
  ];
}

function decision(results, { state }) {
  return element(
    'section',
    { class: `card verdict ${results.decision.verdict}` },
    element('p', { class: 'question' }, words.decision),
    element('h3', {}, verdictName(results.decision, state)),
    results.engine === 'frequentist' && state === 'running'
      ? element('p', { class: 'warning', role: 'status' }, words.peeking)
      : null,
    element(
      'ul',
      { class: 'reasons' },
      ...results.decision.because.map((reason) => element('li', {}, sentence(reason))),
    ),
    element('p', { class: 'legend' }, words.rule),
  );
}

function health(results, format) {
  const { sampleRatio: ratio, warnings } = results.health;
  const fit = sampleRatio(results.health);
  const counts = Object.entries(results.exposed.units)
    .map(([variation, units]) => `${embedded(variation)} ${format.count(units)}`)
    .join(', ');
  const item = (badge, metrics, text) =>
    element(
      'li',
      {},
      badge,
      metrics.length > 0 ? element('b', {}, metrics.map((metric) => embedded(metric)).join(', ')) : null,
      element('span', {}, text),
    );
  return element(
    'section',
    { class: 'card' },
    element('p', { class: 'question' }, words.health),
    element(
      'ul',
      { class: 'checks' },
      fit.grade === 'good'
        ? item(
            gradeBadge({ name: `${words.checks['sample-ratio']}: ${fit.name}`, grade: 'good' }),
            [],
            words.ratioSentence(counts, format.pStatement(ratio.p)),
          )
        : null,
      ...together(warnings).map(({ check, blocks, message, metrics }) =>
        item(
          gradeBadge({
            name: blocks ? `${words.checks[check]}: ${words.blocks}` : words.checks[check] ?? check,
            grade: blocks ? 'bad' : 'doubtful',
          }),
          metrics,
          sentence(message),
        ),
      ),
    ),
    ...Object.entries(results.openWindows).map(([metric, units]) =>
      element('p', { class: 'legend' }, words.open(embedded(metric), format.count(units))),
    ),
    warnings.length === 0 ? element('p', {}, words.healthy) : null,
  );
}

/* The same is often to be said of all metrics. */
function together(warnings) {
  const sentences = new Map();
  for (const warning of warnings) {
    const known = sentences.get(warning.message) ?? { ...warning, metrics: [] };
    known.metrics.push(...(warning.metric ? [warning.metric] : []));
    sentences.set(warning.message, known);
  }
  return [...sentences.values()];
}

function choices(wish, ask, results = null) {
  const engine = element(
    'select',
    { name: 'engine', change: ({ target }) => ask({ engine: target.value }) },
    ...['', ...ENGINES].map((name) =>
      element(
        'option',
        { value: name, selected: name === wish.engine },
        name ? words.engines[name] : words.usualEngine,
      ),
    ),
  );
  const segment = element('input', {
    name: 'segment',
    value: wish.segment,
    placeholder: words.segmentHint,
    maxlength: '100',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  return element(
    'form',
    {
      class: 'filters',
      submit: (event) => {
        event.preventDefault();
        ask({ segment: segment.value.trim() });
      },
    },
    element('label', {}, words.segment, segment),
    element('label', {}, words.engine, engine),
    element('button', { class: 'quiet' }, words.show),
    results ? element('a', { href: api.resultsPage(results.experiment, wish), download: true }, words.page) : null,
    wish.segment && results && told(results.segments).length === 0
      ? element('p', { class: 'warning', role: 'status' }, words.noSegments(embedded(wish.segment)))
      : null,
  );
}

function figures(found, results, format) {
  const level = format.percentTick(1 - results.alpha);
  const figure = (show, ...rest) => {
    const place = element('figure', { class: 'card figure' });
    show(place, found, results, ...rest, level, format);
    return place;
  };
  return [
    figure(showLifts),
    ...(results.days?.length > 0 ? overTime(found, results, level, format) : []),
    ...told(results.segments).map((segment) => figure(showSegment, segment)),
  ];
}

function showLifts(place, found, results, level, format) {
  const rows = ordered(results.results);
  const said = liftFinding(rows, format);
  const finding = results.health.warnings.some(({ blocks }) => blocks) ? words.notToBelieve(said) : said;
  const option = liftOption(rows, found.metrics, finding, format);
  const legend = [words.liftLegend(words.interval[results.engine](level))];
  const drawnTo = option?.xAxis.max;
  if (rows.some(({ relativeLow, relativeHigh }) => relativeLow < -drawnTo || relativeHigh > drawnTo)) {
    legend.push(words.liftBeyond);
  }
  if (rows.some(({ nonInferiority }) => nonInferiority)) {
    legend.push(words.liftMargin);
  }
  const document = {
    ...resting(found, results),
    question: words.lifts,
    definition: { id: words.definition, formula: words.formula },
    caveats: found.metrics.map((metric) => `${metric.key}: ${metricDefinition(metric, found, results.caps, format)}`),
    columns: LIFT_COLUMNS,
    rows: rows.map(liftRow),
    sql: statements(results.sql, ['units', ...found.metrics.map(({ key }) => key)]),
  };
  showFigure(place, document, { finding, option, rows: Math.max(4, rows.length), legend: legend.join(' ') }, format);
}

/* An attribute that nobody told has one level, without a name. */
function told(segments = []) {
  return segments.filter(({ levels }) => levels.some(({ level }) => level));
}

/* Two figures of one metric and variation: how the figure came about, and whether each day says the same. */
function overTime(found, results, level, format) {
  const { days } = results;
  const shown = days.some((effects) => effects.days.some(({ soFar }) => soFar)) ? [showSoFar, showDays] : [showDays];
  const figures = shown.map(() => element('figure', { class: 'card figure' }));
  const fill = (effects) =>
    figures.forEach((figure, index) => {
      shown[index](figure, found, results, effects, level, format);
      figure.querySelector('figcaption').after(
        choiceOf(days, effects, (other) => {
          fill(other);
          figure.querySelector('select').focus();
        }),
      );
    });
  fill(days.find(({ metric }) => roleOf(found, metric) === 'primary') ?? days[0]);
  return figures;
}

function showSoFar(place, found, results, { metric, variation, days }, level, format) {
  const known = days.filter(({ soFar }) => soFar);
  const { difference, low, high } = known.at(-1).soFar;
  const finding = words.soFarFinding(embedded(metric), embedded(variation), format.valueInterval(difference, low, high));
  const rows = known.map(({ day, soFar }, index) => ({
    day,
    ...soFar,
    n: known.slice(0, index + 1).reduce((sum, { n }) => sum + n, 0),
  }));
  const document = {
    ...resting(found, results),
    question: words.soFar,
    ...measured(found, results, metric, format),
    caveats: [],
    columns: SO_FAR_COLUMNS,
    rows,
    sql: statements(results.sql, [`${metric} by day`]),
  };
  const legend = words.soFarLegend(words.interval[results.engine](level));
  showFigure(place, document, { finding, option: soFarOption(rows, finding, format), rows: 5, legend }, format);
}

function showDays(place, found, results, { metric, variation, slope, p, days }, level, format) {
  const names = [embedded(metric), embedded(variation)];
  const finding =
    p === undefined
      ? words.dailyFew(...names)
      : p < CHANGES_SURELY
        ? words.dailyChanges(...names, format.value(slope), format.pStatement(p))
        : words.dailySteady(...names);
  const document = {
    ...resting(found, results),
    question: words.daily,
    ...measured(found, results, metric, format),
    caveats: [],
    columns: DAY_COLUMNS,
    rows: days,
    sql: statements(results.sql, [`${metric} by day`]),
  };
  const legend = words.dailyLegend(level);
  showFigure(place, document, { finding, option: dailyOption(days, finding, format), rows: 5, legend }, format);
}

/** As the server warns of it. */
const CHANGES_SURELY = 0.01;

function choiceOf(many, current, choose) {
  const name = ({ metric, variation }) => `${embedded(metric)} · ${embedded(variation)}`;
  return element(
    'label',
    { class: 'choice' },
    words.choice,
    element(
      'select',
      { change: ({ target }) => choose(many[target.value]) },
      ...many.map((each, index) => element('option', { value: String(index), selected: each === current }, name(each))),
    ),
  );
}

function showSegment(place, found, results, segment, level, format) {
  const { dimension, metric, variation, levels, pAdjusted } = segment;
  const names = [`${embedded(metric)} (${embedded(variation)})`, embedded(dimension)];
  const finding =
    pAdjusted < results.alpha
      ? words.segmentDiffers(...names, format.pStatement(pAdjusted))
      : words.segmentAlike(...names);
  const document = {
    ...resting(found, results),
    question: words.segments(embedded(dimension)),
    ...measured(found, results, metric, format),
    caveats: [words.exploratory, segment.decision],
    columns: SEGMENT_COLUMNS,
    rows: levels.map(({ n, shrunk, chanceAbove, pAdjusted: p, verdict, ...level }) => ({
      ...level,
      p_adjusted: p,
      decision: words.levelVerdicts[verdict],
      level: levelName(level),
      n_control: n.control,
      n_variation: n.variation,
      shrunk,
      chance_above: chanceAbove,
    })),
    sql: statements(results.sql, [`${metric} by attribute ${dimension}`]),
  };
  const legend = words.segmentLegend(level);
  const option = segmentOption(levels, finding, format);
  showFigure(place, document, { finding, option, rows: levels.length, legend }, format);
}

/* What all figures rest on. */
function resting({ data }, results) {
  return {
    n: unitsIn(results),
    asOf: results.told.newestAt ?? results.told.receivedAt ?? null,
    data,
    parameters: { engine: results.engine, alpha: results.alpha, control: results.control },
    computed: ['difference', 'low', 'high', 'p'],
  };
}

function measured(found, results, key, format) {
  const metric = found.metrics.find((each) => each.key === key);
  return {
    definition: {
      id: key,
      formula: metric ? `${metricDefinition(metric, found, results.caps, format)}; ${words.differenceFormula}` : '',
    },
  };
}

/* They run one after the other, as they stand. */
function statements(sql, names) {
  const known = names.filter((name) => name in sql);
  return {
    dialect: sql[known[0]]?.dialect ?? 'sqlite',
    text:
      known.map((name) => `${words.sqlOf(embedded(name, 80))}\n${sql[name].text.replace(/;?\s*$/, ';')}`).join('\n\n') ||
      words.sqlOf(words.summaries),
  };
}

function roleOf(found, key) {
  return found.metrics.find((metric) => metric.key === key)?.role;
}

function liftRow(result) {
  return {
    metric: result.metric,
    role: words.roles[result.role],
    variation: result.variation,
    lift: result.relative,
    low: result.relativeLow,
    high: result.relativeHigh,
    control_value: result.controlValue,
    variation_value: result.variationValue,
    difference: result.difference,
    difference_low: result.low,
    difference_high: result.high,
    p: result.p,
    p_adjusted: result.pAdjusted,
    chance_to_win: result.chanceToWin,
    expected_loss: result.expectedLoss,
    variance_saved: result.varianceSaved,
    guardrail: guardrailName(result.nonInferiority),
    p_ranks: result.mannWhitney?.p,
    without_one_low: result.leaveOneClusterOut?.relativeLow,
    without_one_high: result.leaveOneClusterOut?.relativeHigh,
    n_control: result.n.control,
    n_variation: result.n.variation,
    method: result.method,
  };
}

const column = (name, type, unit, meaning = words.columns[name]) => ({ name, type, unit, meaning });
const UNITS = [column('n_control', 'integer', 'count'), column('n_variation', 'integer', 'count')];

const LIFT_COLUMNS = [
  column('metric', 'text', 'text'),
  column('role', 'text', 'text'),
  column('variation', 'text', 'text'),
  column('lift', 'number', 'change'),
  column('low', 'number', 'change', words.columns.lift_low),
  column('high', 'number', 'change', words.columns.lift_high),
  column('control_value', 'number', 'value'),
  column('variation_value', 'number', 'value'),
  column('difference', 'number', 'value'),
  column('difference_low', 'number', 'value'),
  column('difference_high', 'number', 'value'),
  column('p', 'number', 'ratio'),
  column('p_adjusted', 'number', 'ratio'),
  column('chance_to_win', 'number', 'fraction'),
  column('expected_loss', 'number', 'value'),
  column('variance_saved', 'number', 'fraction'),
  column('guardrail', 'text', 'text'),
  column('p_ranks', 'number', 'ratio'),
  column('without_one_low', 'number', 'change'),
  column('without_one_high', 'number', 'change'),
  ...UNITS,
  column('method', 'text', 'text'),
];

const INTERVAL_COLUMNS = [
  column('difference', 'number', 'value'),
  column('low', 'number', 'value'),
  column('high', 'number', 'value'),
];

const DAY_COLUMNS = [column('day', 'text', 'text'), ...INTERVAL_COLUMNS, column('n', 'integer', 'count')];

const SO_FAR_COLUMNS = DAY_COLUMNS.map((each) => (each.name === 'n' ? { ...each, meaning: words.unitsSoFar } : each));

const SEGMENT_COLUMNS = [
  column('level', 'text', 'text'),
  ...INTERVAL_COLUMNS,
  column('shrunk', 'number', 'value'),
  column('chance_above', 'number', 'fraction'),
  column('p_adjusted', 'number', 'ratio'),
  column('decision', 'text', 'text'),
  ...UNITS,
];

function changes(found, format) {
  const line = ({ at, by, words: what }) =>
    element(
      'li',
      {},
      element('time', { datetime: at }, format.moment(at)),
      ` ${words.by(embedded(by))}: `,
      element('bdi', {}, what),
    );
  const late = found.changes.filter(({ afterStart }) => afterStart);
  return element(
    'section',
    { class: 'card' },
    element('h3', {}, words.changes),
    late.length > 0
      ? element('ul', { class: 'reasons' }, ...late.map(line))
      : element('p', {}, found.startedAt ? words.noChanges : words.notBegun),
    element(
      'details',
      {},
      element('summary', {}, words.history),
      element('ol', { class: 'reasons' }, ...found.changes.map(line)),
    ),
  );
}

function plan(found, caps, format) {
  const fact = ([name, ...values]) => [
    element('dt', {}, words.planned[name]),
    ...values.map((value) => element('dd', {}, value)),
  ];
  const metric = (each) =>
    `${each.key} (${words.roles[each.role]}): ${metricDefinition(each, found, caps, format)}`;
  const variation = ({ key, name, weight }, index) =>
    [
      `${embedded(name && name !== key ? `${key} (${name})` : key, 80)}: ${format.percent(weight)}`,
      ...(index === 0 ? [words.control] : []),
    ].join(', ');
  const facts = [
    ['metrics', ...found.metrics.map(metric)],
    ['variations', ...found.variations.map(variation)],
    ['engine', words.engines[found.engine]],
    ['alpha', format.value(found.alpha)],
    ['coverage', format.percent(found.coverage)],
    ['attribute', found.sticky ? `${embedded(found.attribute)}, ${words.sticky}` : embedded(found.attribute)],
  ];
  if (found.condition) {
    facts.push(['condition', JSON.stringify(found.condition)]);
  }
  if (found.namespace) {
    const { name, start, end } = found.namespace;
    facts.push(['namespace', `${embedded(name)} ${format.value(start)}–${format.value(end)}`]);
  }
  return element(
    'section',
    { class: 'card' },
    element('h3', {}, words.plan),
    element('dl', { class: 'plan' }, ...facts.flatMap(fact)),
  );
}
