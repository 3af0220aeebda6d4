import { element } from './dom.js';
import { groupName, hasInterval } from './findings.js';
import { capitalised } from './format.js';
import { linkOf } from './links.js';
import { texts } from './texts.js';

const P_VALUES = ['p', 'p_adjusted', 'p_non_inferiority'];
const GROUPS = ['tier', 'region', 'language', 'creators', 'field'];

/**
 * An answer's rows as a table that sorts by any column.
 *
 * @param {Object} insight the API's document
 * @param {string} caption what the table shows
 * @param {Object} format see format.js
 * @returns {HTMLElement}
 */
export function insightTable(insight, caption, format) {
  const columns = insight.columns.filter(({ name }) => insight.rows.some((row) => row[name] != null));
  const body = element('tbody');
  const fill = (rows) =>
    body.replaceChildren(...rows.map((row) => bodyRow(columns, row, isWithheld(insight.columns, row), format)));
  const sorter = sortableHead(
    columns.map((column) => ({ key: column.name, label: columnLabel(column.name), numeric: isNumeric(column) })),
    null,
    (key, descending) => fill(sorted(insight.rows, key, descending)),
  );
  fill(judgedFirst(insight));
  return scrollable(caption, element('table', {}, element('caption', { class: 'hidden' }, caption), sorter, body));
}

/**
 * The head of a table whose headings sort it.
 *
 * @param {Array<{key: ?string, label: string, numeric: boolean}>} columns those without a key do not sort
 * @param {?{key: string, descending: boolean}} sort the order that the table has now
 * @param {function(string, boolean): void} onSort called with the key and whether it descends
 * @returns {HTMLElement}
 */
export function sortableHead(columns, sort, onSort) {
  const headings = columns.map(({ key, label, numeric }) => {
    const heading = element('th', { scope: 'col', class: numeric ? 'number' : null }, key ? null : label);
    if (key) {
      heading.append(element('button', { type: 'button', class: 'sort', click: () => choose(key, numeric) }, label));
    }
    return heading;
  });
  let current = sort;
  const choose = (key, numeric) => {
    current = { key, descending: current?.key === key ? !current.descending : numeric };
    show();
    onSort(current.key, current.descending);
  };
  const show = () =>
    columns.forEach(({ key }, index) => {
      if (key && key === current?.key) {
        headings[index].setAttribute('aria-sort', current.descending ? 'descending' : 'ascending');
      } else {
        headings[index].removeAttribute('aria-sort');
      }
    });
  show();
  return element('thead', {}, element('tr', {}, ...headings));
}

/**
 * A box in which a wide or long table scrolls, by keyboard too.
 *
 * @param {string} label
 * @param {HTMLElement} table
 * @returns {HTMLElement}
 */
export function scrollable(label, table) {
  return element('div', { class: 'scroll', role: 'region', 'aria-label': label, tabindex: '0' }, table);
}

/**
 * Rows in another order: numbers by size, words by the alphabet, what is missing last.
 *
 * @param {Array<Object>} rows
 * @param {string} key
 * @param {boolean} descending
 * @returns {Array<Object>} a new array
 */
export function sorted(rows, key, descending) {
  const sign = descending ? -1 : 1;
  return [...rows].sort((one, other) => {
    const [a, b] = [one[key] ?? null, other[key] ?? null];
    if (a === null || b === null) {
      return (a === null) - (b === null);
    }
    return sign * (typeof a === 'number' ? a - b : String(a).localeCompare(String(b)));
  });
}

/**
 * A value as its column shows it.
 *
 * @param {{name: string, type: string, unit: string}} column
 * @param {*} value
 * @param {Object} format see format.js
 * @returns {string}
 */
export function cellText({ name, type, unit }, value, format) {
  if (value === null || value === undefined) {
    return texts.none;
  }
  if (typeof value === 'boolean') {
    return value ? texts.yes : texts.no;
  }
  if (typeof value === 'number') {
    const write =
      {
        fraction: format.alignedPercent,
        count: format.count,
        ratio: format.ratio,
        value: format.value,
        change: format.change,
      }[unit] ?? format.ratio;
    return P_VALUES.includes(name) ? format.pValue(value) : write(value);
  }
  if (type === 'time') {
    return format.moment(value);
  }
  return GROUPS.includes(name) ? groupName(name, value) : value;
}

/**
 * A column's heading.
 *
 * @param {string} name
 */
export function columnLabel(name) {
  return texts.columns[name] ?? (name.startsWith('@') ? name : capitalised(name.replaceAll('_', ' ')));
}

/* Groups too small for an interval have the wildest values: they must not head the table. */
function judgedFirst({ columns, rows }) {
  const withheld = (row) => isWithheld(columns, row);
  return [...rows.filter((row) => !withheld(row)), ...rows.filter(withheld)];
}

function isWithheld(columns, row) {
  return columns.some(({ name }) => name === 'low') && !hasInterval(row);
}

function bodyRow(columns, row, withheld, format) {
  return element(
    'tr',
    { class: withheld ? 'withheld' : null },
    ...columns.map((column, index) => {
      const link = linkOf(column.name, row);
      const words = element('bdi', {}, cellText(column, row[column.name], format));
      const text = link ? element('a', { href: link }, words) : words;
      return index === 0
        ? element('th', { scope: 'row', class: isNumeric(column) ? 'number' : null }, text)
        : element('td', { class: isNumeric(column) ? 'number' : null }, text);
    }),
  );
}

function isNumeric({ type }) {
  return type === 'integer' || type === 'number';
}
