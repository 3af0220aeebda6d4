import * as api from './api.js';
import { element } from './dom.js';
import { groupName } from './findings.js';
import { regionName } from './format.js';
import { problem } from './problem.js';
import { scrollable, sortableHead } from './table.js';
import { texts } from './texts.js';

const TYPING_PAUSE_MILLIS = 250;
const PAGE = '25';

/**
 * The table of creators: searched, filtered, sorted and paged by the server. What is asked for stands in the address
 * of the page, so that it can be shared and survives a reload.
 *
 * @param {{definition: ?string, tiers: Array<string>, regions: Array<string>}} known the rate to show, and what can be
 *     filtered by
 * @param {Object} format see format.js
 * @returns {HTMLElement}
 */
export function creatorsSection(known, format) {
  const asked = Object.fromEntries(new URLSearchParams(location.search));
  const state = {
    search: asked.search ?? '',
    tier: asked.tier ?? '',
    region: asked.region ?? '',
    sort: SORTS.includes(asked.sort) ? asked.sort : '-followers',
  };
  let pending = new AbortController();
  let next = null;

  const status = element('p', { class: 'status', role: 'status' });
  const body = element('tbody');
  const below = element('div', { class: 'below' });
  const more = element('button', { type: 'button', class: 'quiet', click: () => load(next) }, texts.creators.more);

  const search = element('input', {
    type: 'search',
    value: state.search,
    maxlength: '200',
    placeholder: texts.creators.searchHint,
    autocomplete: 'off',
    spellcheck: 'false',
    input: pausing(() => change({ search: search.value.trim() })),
  });
  const tier = choice(
    texts.creators.allTiers,
    known.tiers,
    (name) => groupName('tier', name),
    state.tier,
    (value) => change({ tier: value }),
  );
  const region = choice(texts.creators.allRegions, known.regions, regionName, state.region, (value) =>
    change({ region: value }),
  );
  const clear = element(
    'button',
    { type: 'button', class: 'quiet', click: () => clearFilters() },
    texts.creators.clear,
  );

  function change(part) {
    Object.assign(state, part);
    const address = new URLSearchParams(
      Object.entries(state).filter(([key, value]) => value && DEFAULTS[key] !== value),
    );
    history.replaceState(null, '', address.size > 0 ? `?${address}` : location.pathname);
    load(null);
  }

  function clearFilters() {
    search.value = '';
    tier.value = '';
    region.value = '';
    change({ search: '', tier: '', region: '' });
    search.focus();
  }

  async function load(cursor) {
    pending.abort();
    pending = new AbortController();
    table.setAttribute('aria-busy', 'true');
    try {
      const page = await api.creators({ ...state, definition: known.definition, limit: PAGE, cursor }, pending.signal);
      const rows = page.creators.map((creator) => creatorRow(creator, known.definition, format));
      if (cursor) {
        body.append(...rows);
        focusOn(rows[0]);
      } else {
        body.replaceChildren(...rows);
      }
      next = page.next;
      status.textContent =
        page.total === 0
          ? texts.creators.noMatch
          : texts.creators.shown(format.count(body.rows.length), format.count(page.total));
      below.replaceChildren(...(next ? [more] : page.total === 0 ? [clear] : []));
    } catch (error) {
      if (error.name === 'AbortError') {
        return;
      }
      below.replaceChildren(problem(error, () => load(cursor)));
    }
    table.removeAttribute('aria-busy');
  }

  const head = sortableHead(COLUMNS, sortOf(state.sort), (key, descending) =>
    change({ sort: descending ? `-${key}` : key }),
  );
  const table = element(
    'table',
    { class: 'creators' },
    element('caption', { class: 'hidden' }, texts.creators.caption),
    head,
    body,
  );
  load(null);
  return element(
    'section',
    { class: 'card', 'aria-labelledby': 'creators-title' },
    element(
      'div',
      { class: 'filters', role: 'search' },
      labelled(texts.creators.search, search),
      labelled(texts.creators.tier, tier),
      labelled(texts.creators.region, region),
      status,
    ),
    scrollable(texts.creators.caption, table),
    below,
    known.definition ? element('p', { class: 'legend' }, texts.creators.definition(known.definition)) : null,
  );
}

const DEFAULTS = { sort: '-followers' };

const COLUMNS = [
  { key: 'handle', label: texts.creators.creator, numeric: false },
  { key: 'followers', label: texts.creators.followers, numeric: true },
  { key: 'engagementRate', label: texts.creators.engagement, numeric: true },
  { key: null, label: texts.creators.tier, numeric: false },
  { key: null, label: texts.creators.region, numeric: false },
  { key: null, label: texts.creators.likes, numeric: true },
  { key: null, label: texts.creators.videos, numeric: true },
  { key: null, label: texts.creators.biography, numeric: false },
];

const SORTS = COLUMNS.filter(({ key }) => key).flatMap(({ key }) => [key, `-${key}`]);

function sortOf(sort) {
  return { key: sort.replace(/^-/, ''), descending: sort.startsWith('-') };
}

function creatorRow(creator, definition, format) {
  const rate = creator.rates.find((candidate) => candidate.definition === definition);
  const number = (value, write) =>
    element('td', { class: 'number' }, typeof value === 'number' ? write(value) : texts.none);
  return element(
    'tr',
    {},
    element(
      'th',
      { scope: 'row' },
      element(
        'span',
        { class: 'name' },
        element('bdi', {}, creator.nickname?.trim() || creator.handle || texts.nobody),
        creator.verified ? element('span', { class: 'verified' }, texts.creators.verified) : null,
      ),
      creator.handle ? element('bdi', { class: 'handle' }, `@${creator.handle}`) : null,
    ),
    number(creator.followers, format.count),
    number(rate?.value, format.alignedPercent),
    element('td', {}, groupName('tier', creator.tier)),
    element('td', {}, element('bdi', {}, groupName('region', creator.region))),
    number(creator.likes, format.count),
    number(creator.videos, format.count),
    element('td', {}, element('bdi', { class: 'biography', dir: 'auto' }, creator.biography ?? '')),
  );
}

function choice(all, values, label, chosen, onChange) {
  const known = values.includes(chosen) || !chosen ? values : [...values, chosen];
  return element(
    'select',
    { change: (event) => onChange(event.target.value) },
    element('option', { value: '' }, all),
    ...known.map((value) => element('option', { value, selected: value === chosen }, label(value))),
  );
}

function labelled(label, control) {
  return element('label', {}, element('span', {}, label), control);
}

function pausing(action) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, TYPING_PAUSE_MILLIS);
  };
}

function focusOn(row) {
  const heading = row?.cells[0];
  heading?.setAttribute('tabindex', '-1');
  heading?.focus();
}
