/**
 * Numbers and times in the reader's way of writing them. Words stay in the page's language.
 *
 * @param {string} [locale] the reader's, unless a test says otherwise
 */
export function formats(locale) {
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  const number = (digits, style = 'decimal') =>
    new Intl.NumberFormat(locale, { style, minimumFractionDigits: digits, maximumFractionDigits: digits });
  const percents = [0, 1, 2, 3].map((digits) => number(digits, 'percent'));
  const twoDigits = number(2);
  const threeDigits = number(3);
  const percentTick = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const tinyPercent = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 2 });
  const ratioTick = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const fourDigits = new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 });
  const changes = [0, 1, 2].map(
    (digits) =>
      new Intl.NumberFormat(locale, {
        style: 'percent',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        signDisplay: 'exceptZero',
      }),
  );
  const changeTick = new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  const dayOfMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const minus = (text) => text.replace(/^-/, '−');

  const self = {
    /** A whole number. */
    count: (value) => minus(count.format(value)),

    /** A fraction as a percentage, with as many digits as tell something. */
    percent: (value) => percents[digitsFor([value])].format(value),

    /** A fraction as a percentage with two digits, for columns that must line up. */
    alignedPercent: (value) => percents[2].format(value),

    /** A fraction as a percentage on an axis. */
    percentTick: (value) => minus((Math.abs(value) < 0.001 ? tinyPercent : percentTick).format(value)),

    /** How many times as much, as precise as it is read. */
    times: (value) => (value < 10 ? twoDigits : count).format(value),

    /** A ratio such as a correlation. */
    ratio: (value) => minus(twoDigits.format(value)),

    /** A ratio on an axis. */
    ratioTick: (value) => minus(ratioTick.format(value)),

    /** A p-value. */
    pValue: (value) => (value < 0.001 ? `< ${threeDigits.format(0.001)}` : threeDigits.format(value)),

    /** A p-value as a statement. */
    pStatement: (value) => unbroken(value < 0.001 ? `p ${self.pValue(value)}` : `p = ${self.pValue(value)}`),

    /** An estimate of a fraction with its interval, all with the same digits. */
    percentInterval: (value, low, high) => {
      const percent = percents[digitsFor([value, high])];
      return unbroken(`${percent.format(value)} [${percent.format(low)}, ${percent.format(high)}]`);
    },

    /** An estimate of a ratio with its interval. */
    ratioInterval: (value, low, high) => unbroken(`${self.ratio(value)} [${self.ratio(low)}, ${self.ratio(high)}]`),

    /** A measured value in its own unit, as precise as it is read. */
    value: (value) => minus(fourDigits.format(value)),

    /** An estimate in its own unit with its interval, as precise as that is narrow. */
    valueInterval: (value, low, high) => {
      const digits = high > low ? Math.min(8, Math.max(0, 1 - Math.floor(Math.log10(high - low)))) : 4;
      const written = number(digits);
      const part = (end) => minus(written.format(end));
      return unbroken(`${part(value)} [${part(low)}, ${part(high)}]`);
    },

    /** A change as a percentage with its sign and two digits, for columns that must line up. */
    change: (value) => minus(changes[2].format(value)),

    /** A change as a percentage on an axis. */
    changeTick: (value) => minus(changeTick.format(value)),

    /** A change with its interval, as precise as that is narrow. */
    changeInterval: (value, low, high) => {
      const percent = (part) => minus(changes[digitsForSpan(high - low)].format(part));
      return unbroken(`${percent(value)} [${percent(low)}, ${percent(high)}]`);
    },

    /** A day as data tell it. */
    day: (day) => dayOfMonth.format(new Date(`${day}T00:00:00Z`)),

    /** A day with its year. */
    date: (day) => date.format(new Date(`${day}T00:00:00Z`)),

    /** A moment, in UTC like the data. */
    moment: (instant) => `${moment.format(new Date(instant))} UTC`,
  };
  return self;
}

function unbroken(text) {
  return text.replaceAll(' ', '\u00a0');
}

function digitsFor(fractions) {
  const smallest = Math.min(...fractions.map(Math.abs).filter((value) => value > 0), 1);
  return smallest < 0.001 ? 3 : smallest < 0.01 ? 2 : smallest < 1 ? 1 : 0;
}

function digitsForSpan(span) {
  return Math.abs(span) < 0.02 ? 2 : Math.abs(span) < 0.5 ? 1 : 0;
}

const regionNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

/**
 * The name of a country in the page's language; what is no country code stays as it is.
 *
 * @param {string} code
 */
export function regionName(code) {
  return /^[A-Z]{2}$/.test(code) ? regionNames.of(code) : code;
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/**
 * The name of a language in the page's language; what is no language tag stays as it is.
 *
 * @param {string} tag
 */
export function languageName(tag) {
  return /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/.test(tag) ? languageNames.of(tag) : tag;
}

/**
 * A text that begins with a capital letter.
 *
 * @param {string} text
 */
export function capitalised(text) {
  const [first = '', ...rest] = text;
  return first.toUpperCase() + rest.join('');
}

const BEYOND_LATIN = /[^\u0000-\u024f]/;

/**
 * A text from outside, made fit for a line of our own: its direction cannot spill over, it has no line breaks and no
 * braces (ECharts reads them as markup), and it is not longer than we can show.
 *
 * @param {string} text
 * @param {number} [longest] in characters
 */
export function embedded(text, longest = 40) {
  const line = text
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/[{}|]/g, '·')
    .trim();
  const graphemes = [...new Intl.Segmenter().segment(line)].map(({ segment }) => segment);
  const short = graphemes.length > longest ? `${graphemes.slice(0, longest - 1).join('')}…` : line;
  return BEYOND_LATIN.test(line) ? `\u2068${short}\u2069` : short;
}
