import { capitalised, embedded, languageName, regionName } from './format.js';
import { texts } from './texts.js';

/**
 * What an answer says, in words no stronger than its intervals allow. A question whose answer is a table without a leader
 * is its own title.
 *
 * @param {Object} insight the API's document
 * @param {Object} format see format.js
 * @returns {string}
 */
export function title(insight, format) {
  const own = WORDINGS[insight.insight];
  if (own) {
    return own(insight, format);
  }
  const usual = WORDINGS_BY_CHART[insight.chart] ?? (insight.columns.some(({ name }) => name === 'median') ? highest : null);
  return (insight.rows.length > 0 && usual?.(insight, format)) || insight.question;
}

/**
 * The chart in words, for those who do not see it.
 *
 * @param {Object} insight the API's document
 * @param {number} drawn how many of its rows the chart shows
 * @param {Object} format see format.js
 * @returns {string}
 */
export function description(insight, drawn, format) {
  const chart = texts.description[insight.chart](format.count(drawn));
  return `${chart} ${title(insight, format)}. ${texts.description.table}`;
}

/**
 * The groups that can be compared, and how the one with the highest median stands to them.
 *
 * @param {Array<Object>} rows with median, low and high
 * @returns {{judged: Array<Object>, leader: ?Object, rivals: Array<Object>}} those with an interval, highest median
 *     first; the first; the others whose interval overlaps the first one's
 */
export function compared(rows) {
  const judged = rows.filter(hasInterval).sort((one, other) => other.median - one.median);
  const [leader = null, ...others] = judged;
  return { judged, leader, rivals: others.filter((row) => row.high >= leader.low) };
}

/**
 * Whether the row has enough data for an interval.
 *
 * @param {Object} row
 */
export function hasInterval(row) {
  return typeof row.low === 'number' && typeof row.high === 'number';
}

/**
 * Whether a correlation's interval leaves out zero.
 *
 * @param {Object} row
 */
export function excludesZero(row) {
  return hasInterval(row) && (row.low > 0 || row.high < 0);
}

/**
 * The name of a row's group or creator, fit to be shown.
 *
 * @param {Object} insight the API's document
 * @param {Object} row one of its rows
 * @returns {string}
 */
export function rowName(insight, row) {
  const column = insight.columns[0].name;
  const value = row[column];
  if (column === 'handle') {
    return value ? `@${embedded(value)}` : embedded(row.nickname || texts.nobody);
  }
  return embedded(groupName(column, value));
}

/**
 * A tier, region or other group as a reader calls it.
 *
 * @param {string} column what the groups are
 * @param {?string} value which one
 * @returns {string}
 */
export function groupName(column, value) {
  if (column === 'region') {
    return value ? regionName(value) : texts.unknownRegion;
  }
  if (column === 'language' && value) {
    return languageName(value);
  }
  if (column === 'creators' && value === 'all') {
    return texts.allCreators;
  }
  if (column === 'weekday') {
    return texts.weekdays[value - 1];
  }
  if (column === 'hour') {
    return String(value).padStart(2, '0');
  }
  if (column === 'first' || column === 'second' || column === 'field') {
    return texts.columns[value] ?? capitalised(value.replaceAll('_', ' '));
  }
  return capitalised(String(value ?? texts.none));
}

const WORDINGS = {
  'viral-creators': topCreator,
  'engagement-by-tier': topGroup,
  'engagement-by-region': topGroup,
  'engagement-vs-followers': correlation,
  'sales-predictors': predictor,
  'dataset-sources': loaded,
  'dataset-completeness': leastKnown,
  'dataset-conflicts': conflicts,
};

const WORDINGS_BY_CHART = {
  bars: first,
  'dots-with-intervals': highest,
  forest: clearest,
  heatmap: strongest,
  line: development,
};

/* The difference of two correlations: which of them is the larger. */
function predictor({ rows }, format) {
  const words = texts.finding;
  const all = rows.find((row) => row.creators === 'all');
  if (!all || !hasInterval(all)) {
    return words.notPredicted;
  }
  const value = format.ratioInterval(all.correlation, all.low, all.high);
  if (!excludesZero(all)) {
    return words.neitherPredicts(value);
  }
  return all.low > 0 ? words.engagementPredicts(value) : words.followersPredict(value);
}

/* The list is sorted by what was asked for. */
function first(insight, format) {
  const { name, unit } = insight.columns.find(({ name, type }) => type === 'number' && name !== 'usual_views');
  const [row] = insight.rows;
  const value = row[name];
  if (typeof value !== 'number') {
    return null;
  }
  const written = name === 'ratio' ? texts.finding.timesUsual(format.times(value)) : (unit === 'fraction' ? format.percent : format.ratio)(value);
  return texts.finding.first(rowName(insight, row), written);
}

function loaded({ n, rows }, format) {
  const newest = rows.map((row) => row.newest).filter(Boolean).sort().at(-1);
  const sources = new Set(rows.map(({ source, version }) => `${source} ${version}`)).size;
  return texts.finding.loaded(format.count(n), sources, newest ? format.moment(newest) : texts.none);
}

function conflicts({ rows, question }, format) {
  const counts = new Map();
  rows.forEach(({ finding, n }) => counts.set(finding, (counts.get(finding) ?? 0) + n));
  const told = [...counts].map(([finding, n]) => texts.finding.conflicts[finding]?.(format.count(n), n === 1)).filter(Boolean);
  return told.length > 0 ? capitalised(told.join(', ')) : question;
}

function leastKnown({ rows }, format) {
  const [row] = [...rows].sort((one, other) => other.share - one.share);
  return row?.share > 0
    ? texts.finding.leastKnown(groupName('field', row.field), row.record, format.percent(row.share))
    : texts.finding.allKnown;
}

function highest(insight, format) {
  const words = texts.finding;
  const { judged, leader, rivals } = compared(insight.rows);
  if (!leader) {
    return words.noneJudged;
  }
  const fraction = insight.columns.some(({ name, unit }) => name === 'median' && unit === 'fraction');
  const median = (fraction ? format.percentInterval : format.ratioInterval)(leader.median, leader.low, leader.high);
  const name = (row) => words.quoted(rowName(insight, row));
  if (judged.length === 1) {
    return isUnknown(insight, leader) ? words.noneJudged : words.onlyOne(name(leader), median);
  }
  if (rivals.length === 0) {
    return words.above(name(leader), judged.length === 2 ? name(judged[1]) : words.theOthers, median);
  }
  return allOverlap(judged)
    ? words.noneClear(words.groups(format.count(judged.length)))
    : words.highest(name(leader), rivals.length === 1 ? name(rivals[0]) : words.others(format.count(rivals.length)));
}

function clearest(insight, format) {
  const words = texts.finding;
  const size = (row) => Math.abs(row.effect ?? row.correlation);
  const [row] = insight.rows.filter(excludesZero).sort((one, other) => size(other) - size(one));
  return row
    ? words.clearest(rowName(insight, row), format.ratioInterval(row.effect ?? row.correlation, row.low, row.high))
    : words.nothingClear;
}

function strongest(insight, format) {
  return insight.rows.some((row) => 'weekday' in row) ? bestHour(insight, format) : strongestPair(insight, format);
}

function bestHour({ rows }, format) {
  const words = texts.finding;
  const [row] = rows.filter((hour) => hasInterval(hour) && hour.low > 1).sort((one, other) => other.median - one.median);
  return row ? words.bestHour(row.time, format.ratioInterval(row.median, row.low, row.high)) : words.noHour;
}

/* What is counted in both goes together by construction: that is no finding. */
function strongestPair({ rows }, format) {
  const words = texts.finding;
  const [row] = rows
    .filter((pair) => excludesZero(pair) && !pair.shared)
    .sort((one, other) => Math.abs(other.correlation) - Math.abs(one.correlation));
  return row
    ? words.pair(
        capitalised(row.first.replaceAll('_', ' ')),
        row.second.replaceAll('_', ' '),
        format.ratioInterval(row.correlation, row.low, row.high),
      )
    : words.nothingClear;
}

function development({ rows }, format) {
  const known = judgedSteps(rows);
  return known.length > 1
    ? texts.finding.development(format.changeTick(known.at(-1).index / known[0].index - 1), format.date(known[0].day))
    : texts.notEnough;
}

/**
 * The steps of a line up to the last one that has enough data for an interval.
 *
 * @param {Array<Object>} rows
 * @returns {Array<Object>}
 */
export function judgedSteps(rows) {
  return rows.slice(0, rows.findLastIndex(hasInterval) + 1);
}

function topCreator(insight, format) {
  const words = texts.finding;
  const [first] = insight.rows;
  const followers = format.count(insight.parameters.minFollowers);
  if (!first) {
    return words.nobody(followers);
  }
  const rate = format.percent(first.engagement_rate);
  const n = format.count(insight.n);
  const equals = insight.rows.filter((row) => row.engagement_rate === first.engagement_rate).length;
  if (equals > 1) {
    return words.shared(format.count(equals), rate, n, followers);
  }
  return insight.n === 1
    ? words.alone(rowName(insight, first), rate, followers)
    : words.leader(rowName(insight, first), rate, n, followers);
}

function topGroup(insight, format) {
  const words = texts.finding;
  const kind = words[insight.columns[0].name];
  const { judged, leader, rivals } = compared(insight.rows);
  if (!leader) {
    return kind.notEnough;
  }
  const name = (row) => rowName(insight, row);
  const median = format.percentInterval(leader.median, leader.low, leader.high);
  if (judged.length === 1) {
    return isUnknown(insight, leader) ? kind.notEnough : words.only(name(leader), median);
  }
  if (rivals.length === 0) {
    return words.most(capitalised(kind.subject(name(leader))), median);
  }
  if (judged.length === 2) {
    return words.noneClear(words.both(name(leader), name(rivals[0])));
  }
  if (allOverlap(judged)) {
    return words.noneClear(kind.several(format.count(judged.length)));
  }
  return words.mostNotClearly(
    capitalised(kind.subject(name(leader))),
    rivals.length === 1 ? kind.subject(name(rivals[0])) : kind.others(format.count(rivals.length)),
  );
}

/* Those of whom nobody knows to which group they belong. */
function isUnknown({ columns }, row) {
  return [null, undefined, 'unknown'].includes(row[columns[0].name]);
}

/* That all overlap the leader is not enough: its own interval may be wide, and two others may still differ. */
function allOverlap(rows) {
  return Math.max(...rows.map((row) => row.low)) <= Math.min(...rows.map((row) => row.high));
}

function correlation(insight, format) {
  const words = texts.finding;
  const all = insight.rows.find((row) => row.creators === 'all');
  if (!all || !hasInterval(all)) {
    return words.notRelated;
  }
  const value = format.ratioInterval(all.correlation, all.low, all.high);
  if (!excludesZero(all)) {
    return words.unrelated(value);
  }
  const sentence = all.high < 0 ? words.less(value) : words.more(value);
  const within = insight.rows.filter((row) => row !== all && hasInterval(row));
  return within.length > 1 && !within.some(excludesZero) ? words.notWithin(sentence) : sentence;
}
