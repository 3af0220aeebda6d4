import * as api from './api.js';
import { element } from './dom.js';
import { emptyState } from './empty.js';
import { originBadge } from './figure.js';
import { groupName } from './findings.js';
import { regionName } from './format.js';
import { linkOf } from './links.js';
import { addressOf } from './navigation.js';
import { problem } from './problem.js';
import { scrollable, sortableHead } from './table.js';
import { texts } from './texts.js';

const TYPING_PAUSE_MILLIS = 250;
const PAGE = '25';

/**
 * The table of creators: searched, filtered, sorted and paged by the server. What is asked for stands in the address
 * of the page, so that it can be shared and survives a reload.
 *
 * @param {HTMLElement} content to be filled
 * @param {Object<string, string>} asked what the address says: search, mode, tier, region, sort, definition
 * @param {Object} format see format.js
 */
export async function creators(content, asked, format) {
  const dataset = await api.dataset();
  if (dataset.creators === 0) {
    content.replaceChildren(emptyState());
    return;
  }
  const { section, loaded } = creatorsSection(asked, format);
  content.replaceChildren(
    element(
      'div',
      { class: 'heading' },
      element('h2', { id: 'creators-title' }, texts.creators.title),
      originBadge(dataset.data),
    ),
    section,
  );
  await loaded;
}

function creatorsSection(asked, format) {
  const state = {
    search: asked.search ?? '',
    mode: MODES.includes(asked.mode) ? asked.mode : '',
    tier: asked.tier ?? '',
    region: asked.region ?? '',
    sort: SORTS.includes(asked.sort) ? asked.sort : '-followers',
    definition: asked.definition in texts.rates ? asked.definition : '',
  };
  let pending = new AbortController();
  let next = null;
  const chosen = new Set();

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
  const mode = element(
    'select',
    { change: () => change({ mode: mode.value }) },
    ...['', ...MODES].map((value) =>
      element('option', { value, selected: value === state.mode }, texts.creators.modes[value || 'letters']),
    ),
  );
  const tier = choice(texts.creators.allTiers, tierName, state.tier, (value) => change({ tier: value }));
  const region = choice(texts.creators.allRegions, regionName, state.region, (value) => change({ region: value }));
  const rate = element(
    'select',
    { change: () => change({ definition: rate.value }) },
    ...Object.entries(texts.rates).map(([value, label]) =>
      element('option', { value, selected: value === state.definition }, label),
    ),
  );
  const chips = element('p', { class: 'chips' });
  const compare = element('p', { class: 'comparing', role: 'status' });
  const definition = element('p', { class: 'legend' });
  const notes = element('p', { class: 'legend', role: 'status' });
  const clear = element(
    'button',
    { type: 'button', class: 'quiet', click: () => clearFilters() },
    texts.creators.clear,
  );

  function change(part) {
    Object.assign(state, part);
    history.replaceState(null, '', addressOf(['creators'], told(state)));
    showChips();
    return load(null);
  }

  function showChips() {
    const chip = (name, label) =>
      state[name]
        ? element(
            'button',
            { type: 'button', class: 'chip', click: () => drop(name), 'aria-label': texts.creators.without(label) },
            label,
          )
        : null;
    chips.replaceChildren(
      ...[
        chip('search', `“${state.search}”`),
        chip('tier', tierName(state.tier)),
        chip('region', regionName(state.region)),
      ].filter(Boolean),
    );
  }

  function drop(name) {
    ({ search, tier, region })[name].value = '';
    change({ [name]: '' });
    search.focus();
  }

  function choose(handle, box) {
    if (box.checked) {
      chosen.add(handle);
    } else {
      chosen.delete(handle);
    }
    body
      .querySelectorAll('input[type=checkbox]')
      .forEach((other) => (other.disabled = !other.checked && chosen.size >= MOST_COMPARED));
    compare.replaceChildren(
      ...(chosen.size < 2
        ? [chosen.size === 1 ? texts.creators.oneMore : '']
        : [
            element(
              'a',
              { class: 'primary', href: addressOf(['compare'], { creators: [...chosen].join(',') }) },
              texts.creators.compare(chosen.size),
            ),
          ]),
    );
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
      const page = await api.creators({ ...wanted(state), limit: PAGE, cursor }, pending.signal);
      const reasons = (page.found?.matches ?? []).map((match) => reason(match, format));
      const rows = page.creators.map((creator, index) =>
        creatorRow({ ...creator, reason: reasons[index] }, page.definition, state, { choose, chosen }, format),
      );
      notes.textContent = page.found ? [texts.creators.bestFit, ...page.found.notes].join(' ') : '';
      if (page.found) {
        head.querySelector('[aria-sort]')?.removeAttribute('aria-sort');
      }
      if (cursor) {
        body.append(...rows);
        focusOn(rows[0]);
      } else {
        body.replaceChildren(...rows);
      }
      next = page.next;
      rate.value = page.definition;
      definition.textContent = texts.creators.definition(page.definition);
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
    change({ sort: descending ? `-${key}` : key, mode: (mode.value = '') }),
  );
  const table = element(
    'table',
    { class: 'creators' },
    element('caption', { class: 'hidden' }, texts.creators.caption),
    head,
    body,
  );
  showChips();
  const loaded = load(null);
  const offered = () => {
    ['pointerenter', 'focusin'].forEach((event) => filters.removeEventListener(event, offered));
    offerGroups(tier, region);
  };
  const filters = element(
    'div',
    { class: 'filters', role: 'search', pointerenter: offered, focusin: offered },
    labelled(texts.creators.search, search),
    labelled(texts.creators.mode, mode),
    labelled(texts.creators.tier, tier),
    labelled(texts.creators.region, region),
    labelled(texts.creators.rate, rate),
    status,
  );
  const section = element(
    'section',
    { class: 'card', 'aria-labelledby': 'creators-title' },
    filters,
    chips,
    notes,
    compare,
    scrollable(texts.creators.caption, table),
    below,
    definition,
  );
  return { section, loaded };
}

/* Asked for when somebody comes near: with many creators, counting the groups takes longer than a page of the table. */
async function offerGroups(tier, region) {
  const [tiers, regions] = await Promise.allSettled([
    api.insight('engagement-by-tier'),
    api.insight('engagement-by-region'),
  ]);
  offer(tier, groupsOf(tiers, 'tier'), tierName);
  const byName = (one, other) => regionName(one).localeCompare(regionName(other));
  offer(region, groupsOf(regions, 'region').sort(byName), regionName);
}

/* Who is searched for by words or meaning comes in the order of the fit. */
function wanted({ sort, mode, ...filter }) {
  return filter.search && mode ? { ...filter, mode } : { ...filter, sort };
}

/* Why a creator was found. */
function reason({ words, cosine }, format) {
  const parts = [
    words.length > 0 ? texts.creators.byWords(words.join(', ')) : null,
    typeof cosine === 'number' ? texts.creators.byMeaning(format.ratio(cosine)) : null,
  ];
  return parts.filter(Boolean).join('; ');
}

function groupsOf({ value }, column) {
  return (value?.rows ?? []).map((row) => row[column]).filter(Boolean);
}

function offer(select, values, label) {
  const known = [...select.options].map(({ value }) => value);
  select.append(
    ...values.filter((value) => !known.includes(value)).map((value) => element('option', { value }, label(value))),
  );
}

function tierName(name) {
  return groupName('tier', name);
}

/** What differs from what is shown anyway. */
function told(state) {
  return Object.fromEntries(Object.entries(state).filter(([key, value]) => DEFAULTS[key] !== value));
}

/** How words are looked for, where not letter by letter in names. */
const MODES = ['hybrid', 'semantic', 'keyword'];

/** More lines than these nobody tells apart. */
const MOST_COMPARED = 4;

const DEFAULTS = { sort: '-followers' };

const COLUMNS = [
  { key: null, label: texts.creators.pick, numeric: false },
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

function creatorRow(creator, definition, state, { choose, chosen }, format) {
  const rate = creator.rates.find((candidate) => candidate.definition === definition);
  const number = (value, write) =>
    element('td', { class: 'number' }, typeof value === 'number' ? write(value) : texts.none);
  return element(
    'tr',
    {},
    element('td', {}, picker(creator, choose, chosen)),
    element(
      'th',
      { scope: 'row' },
      element(
        'span',
        { class: 'name' },
        nameOf(creator),
        creator.verified ? element('span', { class: 'verified' }, texts.creators.verified) : null,
      ),
      creator.handle ? element('bdi', { class: 'handle' }, `@${creator.handle}`) : null,
    ),
    number(creator.followers, format.count),
    number(rate?.value, format.alignedPercent),
    element('td', {}, filterLink('tier', creator.tier, state)),
    element('td', {}, filterLink('region', creator.region, state)),
    number(creator.likes, format.count),
    number(creator.videos, format.count),
    element(
      'td',
      {},
      element('bdi', { class: 'biography', dir: 'auto' }, creator.biography ?? ''),
      creator.reason ? element('span', { class: 'question' }, creator.reason) : null,
    ),
  );
}

function nameOf(creator) {
  const name = element('bdi', {}, creator.nickname?.trim() || creator.handle || texts.nobody);
  const link = linkOf('handle', creator);
  return link ? element('a', { href: link }, name) : name;
}

function picker({ handle, platform }, choose, chosen) {
  return handle && platform === 'tiktok'
    ? element('input', {
        type: 'checkbox',
        'aria-label': texts.creators.pickOne(handle),
        checked: chosen.has(handle),
        disabled: !chosen.has(handle) && chosen.size >= MOST_COMPARED,
        change: (event) => choose(handle, event.target),
      })
    : '';
}

/* Every value is a filter. */
function filterLink(column, value, state) {
  const label = element('bdi', {}, groupName(column, value));
  return value ? element('a', { href: addressOf(['creators'], told({ ...state, [column]: value })) }, label) : label;
}

function choice(all, label, chosen, onChange) {
  return element(
    'select',
    { change: (event) => onChange(event.target.value) },
    element('option', { value: '' }, all),
    chosen ? element('option', { value: chosen, selected: true }, label(chosen)) : null,
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
