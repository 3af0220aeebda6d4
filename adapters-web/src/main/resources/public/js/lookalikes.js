import { element } from './dom.js';
import { showFigure } from './figure.js';
import { embedded } from './format.js';
import { addressOf } from './navigation.js';
import { texts } from './texts.js';

const words = texts.lookalikes;

/** More than these nobody tells apart. */
const MOST_COMPARED = 4;

/** So many of each kind are told, the clearest; more would only lengthen the row. */
const MOST_TRAITS = 3;

/** How figures are written that are not counted. */
const WRITTEN = { engagement_rate: 'percent', growth: 'percent', posts_per_week: 'ratio', views_spread: 'ratio' };

/**
 * Fills a figure with those who are like a creator: in what, in what not, and where they are.
 *
 * @param {HTMLElement} figure made by `pendingFigure`
 * @param {Object} found the API's document
 * @param {Object} format see format.js
 */
export function showLookalikes(figure, found, format) {
  const { lookalikes, n, asOf, data, sql, compared, notes } = found;
  const named = lookalikes.filter(({ handle }) => handle);
  showFigure(
    figure,
    {
      question: words.question,
      n: Math.max(n.byMeaning, n.byBehaviour),
      asOf: asOf ?? null,
      data,
      definition: { id: words.definition, formula: words.formula },
      caveats: notes,
      columns: COLUMNS,
      rows: lookalikes.map((like) => rowOf(like, format)),
      parameters: Object.fromEntries(compared.map(({ name, definition }) => [words.traits[name] ?? name, definition])),
      sql,
      computed: ['score', 'says_alike', 'behaves_apart'],
    },
    {
      finding: named.length > 0 ? words.likest(`@${embedded(named[0].handle)}`) : words.nobody,
      option: null,
      rows: 0,
      legend: '',
    },
    format,
  );
  if (named.length > 0) {
    const side = [found.handle, ...named.map(({ handle }) => handle)].filter(Boolean).slice(0, MOST_COMPARED);
    figure.append(
      element('p', {}, element('a', { href: addressOf(['compare'], { creators: side.join(',') }) }, words.compare)),
    );
  }
}

/**
 * A look-alike as a row of the table, with what is alike and what differs in words.
 *
 * @param {Object} like as the API tells it
 * @param {Object} format see format.js
 * @returns {Object}
 */
export function rowOf({ handle, followers, region, score, cosine, distance, hashtags, alike, different }, format) {
  const inWords = (traits) =>
    traits
      .slice(0, MOST_TRAITS)
      .map((trait) => traitText(trait, format))
      .join('; ');
  return {
    handle: handle ?? null,
    alike: inWords(alike) || null,
    different: inWords(different) || null,
    hashtags: hashtags.map((tag) => `#${tag}`).join(', ') || null,
    followers: followers ?? null,
    region: region ?? null,
    says_alike: cosine ?? null,
    behaves_apart: distance ?? null,
    score,
  };
}

/* Far from what is usual, behaviours are no longer told apart: the figures differ then, and what is compared does not. */
function traitText({ name, own, other, difference }, format) {
  const figure = format[WRITTEN[name] ?? 'count'];
  const extreme = difference === 0 && own !== other;
  return words.trait(words.traits[name] ?? name, figure(other), figure(own), extreme);
}

const column = (name, type, unit) => ({ name, type, unit, meaning: words.meanings[name] });

const COLUMNS = [
  ...['handle', 'alike', 'different', 'hashtags'].map((name) => column(name, 'text', 'text')),
  column('followers', 'integer', 'count'),
  column('region', 'text', 'text'),
  column('says_alike', 'number', 'ratio'),
  column('behaves_apart', 'number', 'ratio'),
  column('score', 'number', 'value'),
];
