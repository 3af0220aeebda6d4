import * as api from './api.js';
import { PARTS, USUAL, briefField, briefOf, listed, unusual, weightFields } from './brief.js';
import { element } from './dom.js';
import { save } from './downloads.js';
import { emptyState } from './empty.js';
import { originBadge, pendingFigure, showFigure } from './figure.js';
import { groupName } from './findings.js';
import { embedded, regionName } from './format.js';
import { linkOf } from './links.js';
import { addressOf } from './navigation.js';
import { problem } from './problem.js';
import { apart, pointsOf, scoresOption } from './scores.js';
import { texts } from './texts.js';

const words = texts.recommendations;

/** What the address says besides the brief. */
const ASKED = { ...USUAL, limit: '10', shortlist: '', interleave: '' };

const LIMITS = ['5', '10', '20', '50'];
const IN_DETAIL = ['mustHave', 'niceToHave', 'brandSafety', 'exclusions'];
const ORDERING = ['order', 'brand', 'interleave'];

/** More than these nobody tells apart. */
const MOST_COMPARED = 4;

/**
 * From a brief to creators, the best first, with what speaks for and against each, and to a shortlist of them.
 *
 * @param {HTMLElement} content to be filled
 * @param {Object<string, string>} parameters of the address: the brief, how many, and who is on the shortlist
 * @param {Object} format see format.js
 */
export async function recommendations(content, parameters, format) {
  const dataset = await api.dataset();
  if (dataset.creators === 0) {
    content.replaceChildren(emptyState());
    return;
  }
  const asked = { ...ASKED, ...parameters };
  const answer = element('div', { class: 'view' });
  content.replaceChildren(
    element('div', { class: 'heading' }, element('h2', {}, words.title), originBadge(dataset.data)),
    element('p', {}, words.lead),
    form(asked, format),
    answer,
  );
  await fill(answer, asked, format);
}

async function fill(answer, asked, format) {
  if (!asked.text.trim()) {
    answer.replaceChildren(element('p', { class: 'notice' }, words.none));
    return;
  }
  answer.replaceChildren(element('p', { class: 'notice loading' }, words.asking));
  try {
    show(answer, await api.recommendations(briefOf(asked), asked.limit, turnsOf(asked)), asked, format);
  } catch (error) {
    answer.replaceChildren(problem(error, () => fill(answer, asked, format)));
  }
}

/* The two orders that pick in turns, if there are to be two. */
function turnsOf({ order, interleave }) {
  return interleave ? `${order || 'score'},${interleave}` : '';
}

function form(asked, format) {
  const limit = element(
    'select',
    { name: 'limit' },
    ...LIMITS.map((value) => element('option', { value, selected: value === asked.limit }, value)),
  );
  const field = (name, rest) => briefField(name, asked, rest);
  return element(
    'form',
    {
      class: 'card brief',
      submit: (event) => {
        event.preventDefault();
        const typed = Object.fromEntries(new FormData(event.target));
        location.hash = addressOf(['recommendations'], unusual(typed, ASKED));
      },
    },
    element(
      'div',
      { class: 'filters' },
      field('text', { required: true, maxlength: '2000' }),
    ),
    element(
      'div',
      { class: 'filters even' },
      field('goal'),
      field('regions'),
      field('categories'),
      field('tiers'),
      field('languages'),
      field('amount', { inputmode: 'decimal' }),
      field('currency', { maxlength: '3' }),
      element('label', {}, words.limit, limit),
    ),
    element(
      'details',
      { open: IN_DETAIL.some((name) => asked[name] !== '') },
      element('summary', {}, words.words),
      element('div', { class: 'filters even' }, ...IN_DETAIL.map((name) => field(name))),
    ),
    element(
      'details',
      { open: ORDERING.some((name) => asked[name] !== '') },
      element('summary', {}, words.ordering),
      element('div', { class: 'filters even' }, ...ORDERING.map((name) => field(name))),
      element('p', { class: 'legend' }, words.turnsNote),
    ),
    element(
      'details',
      { open: Object.keys(PARTS).some((part) => asked[part] !== USUAL[part]) },
      element('summary', {}, texts.brief.weights),
      weightFields(asked, format),
    ),
    element('p', {}, element('button', { type: 'submit', class: 'primary' }, words.recommend)),
  );
}

function show(place, found, asked, format) {
  const { recommendations: ranked } = found;
  if (ranked.length === 0) {
    place.replaceChildren(
      element(
        'section',
        { class: 'card' },
        element('h3', {}, words.nobody),
        element('ul', { class: 'reasons' }, ...[...found.notes, ...scored(found, format)].map((note) => element('li', {}, note))),
      ),
    );
    return;
  }
  const figure = pendingFigure({ id: 'recommendations', question: words.question });
  const shortlist = shortlistOf(asked);
  place.replaceChildren(
    figure,
    shortlist.bar,
    ...ranked.map((recommendation) => card(recommendation, shortlist, format)),
    ...(found.interleaved ? [pickers(found)] : []),
    element(
      'p',
      { class: 'legend' },
      `${words.taken} `,
      element('button', { type: 'button', class: 'quiet', click: () => saveAll(found) }, words.json),
    ),
  );
  showScores(figure, found, format);
}

/* Closed, so that nobody judges by it who does not want to. */
function pickers({ recommendations: ranked, interleaved: { by, experiment } }) {
  return element(
    'details',
    { class: 'card' },
    element('summary', {}, words.pickers),
    element('p', { class: 'legend' }, words.pickersNote(experiment)),
    element(
      'ol',
      { class: 'reasons' },
      ...ranked.map((recommendation, index) =>
        element('li', {}, words.picked(nameOf(recommendation), texts.brief.orders[by[index]])),
      ),
    ),
  );
}

function saveAll(found) {
  save('recommendations.json', 'application/json', JSON.stringify(found, null, 2));
}

/* How many were looked at, and why others were not. */
function scored({ considered, leftOut }, format) {
  const reasons = Object.entries(leftOut).map(([why, count]) => words.left(why, format.count(count)));
  return [words.considered(format.count(considered)), ...(reasons.length > 0 ? [words.leftOut(reasons)] : [])];
}

function showScores(figure, found, format) {
  const ranked = found.recommendations;
  const [best] = ranked;
  showFigure(
    figure,
    {
      question: words.question,
      n: found.considered,
      asOf: found.asOf ?? null,
      data: found.data,
      definition: { id: words.definition, formula: words.formula },
      caveats: [orderedBy(found), ...found.notes, ...scored(found, format)],
      columns: COLUMNS,
      rows: ranked.map(rowOf),
      parameters: Object.fromEntries(best.parts.map(({ part, weight }) => [part, format.percentTick(weight)])),
    },
    {
      finding: first(found, pointsOf(best.parts).score.toFixed(1)),
      option: scoresOption(ranked),
      rows: ranked.length,
      legend: words.legend,
      links: ranked.map((each) => linkOf('handle', each)),
    },
    format,
  );
}

/* Whoever stands first has the best score only where the score orders. */
function first({ order, interleaved, recommendations: [best] }, score) {
  if (interleaved) {
    return words.firstInTurns(nameOf(best), score);
  }
  return order === 'score' ? words.best(nameOf(best), score) : words.firstBy(nameOf(best), texts.brief.orders[order], score);
}

function orderedBy({ order, orderedBecause, interleaved }) {
  return interleaved ? orderedBecause : words.orderedBy(texts.brief.orders[order], orderedBecause);
}

/**
 * A recommendation as a row of the table.
 *
 * @param {Object} recommendation as the API tells it
 * @returns {Object}
 */
export function rowOf({ parts, expected, price, reasons, against, ...rest }) {
  const given = Object.fromEntries(parts.map(({ part, contribution }) => [part, contribution]));
  return {
    rank: rest.rank,
    handle: rest.handle ?? null,
    score: rest.score,
    relevance: given.relevance,
    performance: given.performance,
    fit: given.fit,
    credibility: given.credibility,
    price_part: given.price,
    novelty: given.novelty,
    tier: rest.tier,
    region: rest.region ?? null,
    category: rest.category ?? null,
    followers: rest.followers ?? null,
    expected: expected?.value ?? null,
    low: expected?.low ?? null,
    high: expected?.high ?? null,
    price_low: price ? Number(price.low) : null,
    price: price ? Number(price.middle) : null,
    price_high: price ? Number(price.high) : null,
    currency: price?.currency ?? null,
    confidence: rest.confidence,
    for: reasons.join(' '),
    against: against.join(' '),
  };
}

const column = (name, type, unit) => ({ name, type, unit, meaning: words.meanings[name] });

const COLUMNS = [
  column('handle', 'text', 'text'),
  column('rank', 'integer', 'count'),
  ...['score', 'relevance', 'performance', 'fit', 'credibility', 'price_part', 'novelty'].map((name) =>
    column(name, 'number', 'ratio'),
  ),
  ...['tier', 'region', 'category'].map((name) => column(name, 'text', 'text')),
  ...['followers', 'expected', 'low', 'high', 'price_low', 'price', 'price_high'].map((name) =>
    column(name, 'number', 'count'),
  ),
  ...['currency', 'confidence', 'for', 'against'].map((name) => column(name, 'text', 'text')),
];

function nameOf({ handle, nickname }) {
  return handle ? `@${embedded(handle)}` : nickname?.trim() ? embedded(nickname) : texts.nobody;
}

function card(recommendation, shortlist, format) {
  const { rank, handle, nickname, region, category, followers, tier, parts, reasons, against, data } = recommendation;
  const link = linkOf('handle', recommendation);
  const name = element('bdi', {}, words.rank(rank, nameOf(recommendation)));
  const facts = [
    handle && nickname?.trim() ? embedded(nickname) : null,
    groupName('tier', tier),
    region ? words.account(regionName(region)) : null,
    category,
    typeof followers === 'number' ? words.followers(format.count(followers)) : null,
  ];
  const { score, points } = pointsOf(parts);
  return element(
    'section',
    { class: 'card recommendation' },
    element(
      'div',
      { class: 'heading' },
      element('h3', {}, link ? element('a', { href: link }, name) : name),
      originBadge(data),
      handle ? shortlist.tick(handle) : null,
    ),
    element(
      'p',
      { class: 'facts question' },
      ...facts.filter(Boolean).map((fact) => element('span', {}, element('bdi', {}, fact))),
    ),
    element('p', { class: 'score' }, words.score(score.toFixed(1))),
    stackedBar(recommendation, points),
    element(
      'dl',
      { class: 'parts' },
      ...parts.map(({ part, weight }, index) =>
        element(
          'div',
          { class: `part part-${index + 1}` },
          element('dt', {}, texts.brief.parts[part]),
          element('dd', {}, words.points(points[index].toFixed(1), (weight * 100).toFixed(1))),
        ),
      ),
    ),
    element(
      'div',
      { class: 'sides' },
      side(words.forIt, reasons),
      side(words.againstIt, against.length > 0 ? against : [words.nothingAgainst]),
    ),
    known(recommendation, format),
  );
}

function side(heading, sentences) {
  return element(
    'div',
    {},
    element('h4', {}, heading),
    element('ul', { class: 'reasons' }, ...sentences.map((sentence) => element('li', {}, element('bdi', {}, sentence)))),
  );
}

function known({ expected, price, confidence, evidence, handle, observedAt }, format) {
  const money = (amount) => format.count(Number(amount));
  const rows = [
    [words.expected, expected ? expecting(expected, format) : words.notExpected],
    [
      words.price,
      price
        ? `${words.priced(money(price.low), money(price.middle), money(price.high), price.currency)}; ${price.formula}`
        : words.notExpected,
    ],
    [words.confidence, words.confidences[confidence]],
    [texts.asOf.replace(/^a/, 'A'), element('time', { datetime: observedAt }, format.moment(observedAt))],
    ...(evidence.length > 0 ? [[words.evidence, evidenceLinks(handle, evidence)]] : []),
  ];
  return element(
    'dl',
    { class: 'plan' },
    ...rows.flatMap(([term, told]) => [element('dt', {}, term), element('dd', {}, told)]),
  );
}

function expecting({ what, value, low, high, confidence, videos, ownWeight, peers }, format) {
  const [middle, from, to] = [value, low, high].map(format.count);
  return [
    words.expecting(what, middle, from, to, format.percentTick(confidence)),
    words.resting(format.count(videos), format.percentTick(ownWeight), peers),
  ].join('; ');
}

/* The page of the creator, and the documents that hold the figures with their statements. */
function evidenceLinks(handle, evidence) {
  const documents = evidence
    .map((path) => [path, words.evidenceOf[path.match(/^\/api\/v1\/insights\/([\w-]+)\?/)?.[1]]])
    .filter(([, label]) => label);
  const links = [[linkOf('handle', { handle }), words.evidenceOf.creator], ...documents];
  return element(
    'span',
    { class: 'facts' },
    ...links.map(([href, label]) => element('span', {}, element('a', { href }, label))),
  );
}

/* Small enough to be drawn by hand: the page holds its rectangles, the stylesheet knows their colours. */
function stackedBar(recommendation, points) {
  const bar = document.getElementById('stacked-bar').content.firstElementChild.cloneNode(true);
  bar.setAttribute('aria-label', apart(recommendation));
  let x = 0;
  points.forEach((width, index) => {
    bar.children[index].setAttribute('x', String(x));
    bar.children[index].setAttribute('width', String(width));
    x += width;
  });
  return bar;
}

/* Kept in the address; nothing is asked again when somebody is ticked. */
function shortlistOf(asked) {
  const chosen = new Set(listed(asked.shortlist));
  const bar = element('section', { class: 'card shortlist', role: 'status' });
  const brief = () => unusual({ ...asked, shortlist: [...chosen].join(',') }, ASKED);
  const boxes = new Map();
  const choose = (handle, on) => {
    chosen[on ? 'add' : 'delete'](handle);
    history.replaceState(null, '', addressOf(['recommendations'], brief()));
    tell();
  };
  const drop = (handle) => {
    const box = boxes.get(handle);
    choose(handle, false);
    if (box) {
      box.checked = false;
      box.focus();
    }
  };
  const tell = () => {
    const compared = [...chosen].slice(0, MOST_COMPARED);
    bar.replaceChildren(
      element('b', {}, words.shortlist(chosen.size)),
      element(
        'div',
        { class: 'chips' },
        ...[...chosen].map((handle) =>
          element(
            'button',
            { type: 'button', class: 'chip', 'aria-label': words.without(`@${handle}`), click: () => drop(handle) },
            `@${embedded(handle)}`,
          ),
        ),
      ),
      element(
        'p',
        { class: 'facts' },
        ...[
          compared.length > 1
            ? element(
                'a',
                { href: addressOf(['compare'], { creators: compared.join(',') }) },
                compared.length < chosen.size ? words.compareMost(compared.length) : words.compare,
              )
            : null,
          element('a', { href: addressOf(['portfolio'], portfolioOf(brief())) }, words.portfolio),
        ]
          .filter(Boolean)
          .map((link) => element('span', {}, link)),
      ),
    );
  };
  const tick = (handle) => {
    const box = element('input', { type: 'checkbox', checked: chosen.has(handle), change: () => choose(handle, box.checked) });
    boxes.set(handle, box);
    return element('label', { class: 'pick' }, box, words.pick);
  };
  tell();
  return { bar, tick };
}

/**
 * What of a brief a portfolio goes by: words and weights rank, and do not choose.
 *
 * @param {Object<string, string>} brief what is not usual of it
 * @returns {Object<string, string>} parameters of the portfolio's address
 */
export function portfolioOf(brief) {
  const kept = ['text', 'goal', 'regions', 'categories', 'tiers', 'languages', 'exclusions', 'amount', 'currency', 'shortlist'];
  return Object.fromEntries(kept.filter((name) => brief[name]).map((name) => [name, brief[name]]));
}
