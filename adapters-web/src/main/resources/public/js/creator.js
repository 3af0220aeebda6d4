import * as api from './api.js';
import { failed } from './answers.js';
import { followersByDay } from './counted.js';
import { element } from './dom.js';
import { originBadge, pendingFigure, showFigure } from './figure.js';
import { groupName } from './findings.js';
import { languageName, regionName } from './format.js';
import { growthOption, partsOption } from './growthcurve.js';
import { showLookalikes } from './lookalikes.js';
import { addressOf } from './navigation.js';
import { columnLabel } from './table.js';
import { texts } from './texts.js';
import { showSponsorships, showVideos } from './work.js';

const words = texts.creator;

/**
 * One creator: who it is, how it grows and probably goes on, what its influence is made of, what sets it apart.
 *
 * @param {HTMLElement} content to be filled
 * @param {{key: string, platform: ?string}} parameters of the address: the creator's handle
 * @param {Object} format see format.js
 */
export async function creator(content, { key, platform }, format) {
  const known = await api.creator(key, platform);
  const posted = api.videos(known.handle, { platform });
  const figures = FIGURES.map((make) => make(known, format, posted));
  content.replaceChildren(
    identity(known, format),
    counts(known, format),
    element('div', { class: 'figures loose' }, ...figures),
  );
}

const FIGURES = [growth, influence, videos, sponsorships, spikes, signals, outlook, alike];

function identity(known, format) {
  const facts = [
    groupName('tier', known.tier),
    known.region ? words.account(regionName(known.region)) : null,
    known.language ? languageName(known.language) : null,
    known.category ? words.category(known.category) : null,
  ];
  return element(
    'section',
    { class: 'card creator-head' },
    element(
      'div',
      { class: 'heading' },
      element('h2', {}, element('bdi', {}, known.nickname?.trim() || known.handle)),
      known.verified ? element('span', { class: 'verified' }, texts.creators.verified) : null,
      originBadge(known.data),
      element('a', { href: '#/creators' }, words.back),
    ),
    element('p', { class: 'question' }, element('bdi', {}, `@${known.handle}`)),
    element('p', { class: 'facts' }, ...facts.filter(Boolean).map((fact) => element('span', {}, fact))),
    known.biography ? element('p', {}, element('bdi', { dir: 'auto' }, known.biography)) : null,
    predicted(known.predicted, format),
    element(
      'p',
      { class: 'question' },
      words.told(known.source.name, known.source.version),
      ` ${texts.asOf} `,
      element('time', { datetime: known.observedAt }, format.moment(known.observedAt)),
    ),
    element(
      'p',
      {},
      element('a', { href: addressOf(['compare'], { creators: known.handle }) }, words.compare),
    ),
  );
}

/* What a model makes of the words is kept apart from what a source tells. */
function predicted(prediction, format) {
  if (!prediction) {
    return null;
  }
  const labels = prediction.categories.map(({ category, probability }) =>
    words.likely(category, typeof probability === 'number' ? format.percent(probability) : null),
  );
  return element('p', {}, prediction.unknown ? words.noCategory(prediction.unknown) : words.predicted(labels.join(', ')));
}

function counts(known, format) {
  const tiles = [
    ...['followers', 'following', 'likes', 'videos'].map((name) => [
      columnLabel(name),
      typeof known[name] === 'number' ? format.count(known[name]) : texts.none,
    ]),
    ...known.rates.map(({ definition, value }) => [words.rate(definition), format.percent(value)]),
  ];
  return element(
    'dl',
    { class: 'card tiles' },
    ...tiles.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
  );
}

/* Each figure asks for itself: the forecast takes a second, and nobody waits for it to see the others. */
function asking(id, question, ask, show) {
  const topic = { id, question };
  const fill = async (figure) => {
    try {
      show(figure, await ask());
    } catch (error) {
      failed(figure, topic, error, fill);
    }
  };
  const figure = pendingFigure(topic);
  fill(figure);
  return figure;
}

function growth(known, format, posted) {
  const question = words.growsQuestion;
  return asking(
    'creator-growth',
    question,
    () =>
      Promise.all([
        api.forecast(known.handle),
        api.insight('growth-spikes', { handle: known.handle }),
        posted.catch(() => ({ rows: [] })),
      ]),
    (figure, [forecast, spikes, { rows: videos }]) => {
      const counted = [...followersByDay(known.history)].map(([day, followers]) => ({ day, followers }));
      const rows = [
        ...counted.map(({ day, followers }) => ({ day, followers })),
        ...forecast.points.map(({ date, ...point }) => ({ day: date, ...point })),
      ];
      showFigure(
        figure,
        {
          question,
          n: counted.length,
          asOf: known.observedAt,
          data: forecast.data,
          definition: { id: words.followersId, formula: words.followersFormula },
          caveats: [...forecast.notes, ...trackRecord(forecast.backtest, format)],
          columns: GROWTH_COLUMNS,
          rows,
          parameters: { method: forecast.method ?? texts.none },
        },
        {
          finding: growthFinding(forecast, format),
          option: counted.length > 1 ? growthOption(counted, forecast.points, spikes.rows, videos, format) : null,
          rows: 20,
          legend: [
            forecast.points.length > 0 ? words.curveLegend : words.countedLegend,
            spikes.rows.length > 0 ? words.spikeLegend : '',
            counted.length > 1 && videos.length > 0 ? words.rugLegend : '',
          ].join(' '),
        },
        format,
      );
    },
  );
}

function growthFinding({ points, lastObserved }, format) {
  const last = points.at(-1);
  return last
    ? words.goesOn(format.date(last.date), ...[last.value, last.low80, last.high80].map(format.count))
    : words.noForecast(lastObserved ? format.date(lastObserved) : null);
}

/** What the method was worth where it could be checked: that stands under every forecast. */
function trackRecord(backtest, format) {
  if (!backtest) {
    return [words.noBacktest];
  }
  const { series, origins, method, relativeError, coverage50, coverage80, coverage95, mape, lastValue } = backtest;
  return [
    words.backtest(format.count(series), format.count(origins), method),
    words.error(format.percent(mape), format.percent(lastValue.mape), relativeError < 1, format.ratio(relativeError)),
    words.coverage(...[coverage50, coverage80, coverage95].map(format.percent)),
  ];
}

const GROWTH_COLUMNS = [
  { name: 'day', type: 'text', unit: 'text', meaning: words.meanings.day },
  { name: 'followers', type: 'integer', unit: 'count', meaning: words.meanings.followers },
  { name: 'value', type: 'number', unit: 'count', meaning: words.meanings.value },
  ...[50, 80, 95].flatMap((band) =>
    ['low', 'high'].map((end) => ({
      name: `${end}${band}`,
      type: 'number',
      unit: 'count',
      meaning: words.meanings[end](band),
    })),
  ),
];

function influence(known, format) {
  return asking(
    'creator-influence',
    words.influenceQuestion,
    () => scored(known),
    (figure, score) => {
      const parts = score.parts.filter(({ points }) => typeof points === 'number');
      showFigure(
        figure,
        {
          ...score,
          question: words.influenceQuestion,
          computed: [],
          caveats: [...(score.note ? [score.note] : []), ...score.caveats],
          columns: PART_COLUMNS,
          rows: score.parts.map((part) => ({ ...part, part: words.parts[part.part] ?? part.part })),
        },
        {
          finding: typeof score.score === 'number' ? words.scored(format.ratio(score.score)) : words.notScored,
          option: parts.length > 0 ? partsOption(score.parts, format) : null,
          rows: score.parts.length,
          legend: words.partsLegend,
        },
        format,
      );
    },
  );
}

/* By the first rate that is known of it: others may be told of other creators only. */
async function scored(known) {
  const definition = comparedBy(known);
  return definition && typeof known.followers === 'number'
    ? api.influence(known.handle, definition)
    : { parts: [], n: 0, asOf: known.observedAt, data: known.data, caveats: [], parameters: {}, definition: UNSCORED };
}

function comparedBy({ rates }) {
  return rates[0]?.definition ?? '';
}

const UNSCORED = { id: words.influenceId, formula: words.influenceFormula };

const PART_COLUMNS = [
  { name: 'part', type: 'text', unit: 'text', meaning: words.meanings.part },
  { name: 'figure', type: 'text', unit: 'text', meaning: words.meanings.figure },
  { name: 'value', type: 'number', unit: 'value', meaning: words.meanings.figureValue },
  { name: 'percentile', type: 'number', unit: 'fraction', meaning: words.meanings.percentile },
  { name: 'weight', type: 'integer', unit: 'count', meaning: words.meanings.weight },
  { name: 'points', type: 'number', unit: 'ratio', meaning: words.meanings.points },
];

function videos(known, format, posted) {
  const figure = asking(
    'creator-videos',
    texts.work.videosQuestion,
    () => posted,
    (place, answer) =>
      showVideos(
        place,
        answer,
        known.videos ?? null,
        (cursor) => api.videos(known.handle, { platform: known.platform, cursor }),
        format,
      ),
  );
  figure.classList.add('whole', 'long');
  return figure;
}

function sponsorships(known, format) {
  const figure = asking(
    'creator-sponsorships',
    texts.work.sponsorshipsQuestion,
    () => api.sponsorships(known.handle, { platform: known.platform }),
    (place, answer) => showSponsorships(place, answer, format),
  );
  figure.classList.add('whole');
  return figure;
}

function outlook(known, format) {
  return asking(
    'creator-virality',
    words.viralQuestion,
    () => api.outlook(known.handle),
    (figure, answer) => {
      const told = answer ?? { data: known.data, notes: [words.nothingLearnt], changes: [], settledVideos: 0 };
      showFigure(
        figure,
        {
          question: words.viralQuestion,
          n: told.settledVideos,
          asOf: told.trainedAt ?? null,
          data: told.data,
          definition: { id: words.viralId, formula: words.viralFormula },
          caveats: [...told.notes, ...(answer ? viralRecord(answer, format) : [])],
          columns: OUTLOOK_COLUMNS,
          rows: told.changes.map((change) => ({ change: change.words, probability: change.probability })),
          parameters: answer ? { model: answer.model } : {},
        },
        {
          finding:
            typeof told.probability === 'number'
              ? words.viral(format.percent(told.probability), format.percent(told.usual))
              : texts.notEnough,
          option: null,
          rows: 0,
          legend: '',
        },
        format,
      );
    },
  );
}

function viralRecord({ backtest }, format) {
  return backtest.map(({ name, model, baseline }) =>
    words.metric(name, format.ratio(model.value), baseline ? format.ratio(baseline.value) : null),
  );
}

const OUTLOOK_COLUMNS = [
  { name: 'change', type: 'text', unit: 'text', meaning: words.meanings.change },
  { name: 'probability', type: 'number', unit: 'fraction', meaning: words.meanings.probability },
];

function alike(known, format) {
  const figure = asking(
    'creator-lookalikes',
    texts.lookalikes.question,
    () => api.lookalikes(known.handle),
    (place, found) => showLookalikes(place, found, format),
  );
  figure.classList.add('whole');
  return figure;
}

function spikes(known, format) {
  const figure = ownRows('growth-spikes', words.spikesQuestion, known, words.spikes, words.noSpikes, format);
  figure.classList.add('whole', 'long');
  return figure;
}

function signals(known, format) {
  const definition = comparedBy(known);
  const more = definition ? { definition } : {};
  return ownRows('authenticity-signals', words.signalsQuestion, known, words.signals, words.noSignals, format, more);
}

/* What a question about all creators says of this one. */
function ownRows(id, question, known, some, none, format, more = {}) {
  return asking(
    id,
    question,
    () => api.insight(id, { handle: known.handle, ...more }),
    (figure, insight) => {
      const columns = insight.columns.filter(({ name }) => name !== 'handle' && name !== 'platform');
      const lines = insight.rows.length;
      showFigure(
        figure,
        { ...insight, question, columns },
        { finding: lines > 0 ? some(lines) : none, option: null, rows: 0, legend: '' },
        format,
      );
    },
  );
}
