import { texts } from './texts.js';

/**
 * How much data there is.
 *
 * @returns {Promise<{creators: number, snapshots: number, videos: number, asOf: ?string, data: string}>}
 */
export function dataset() {
  counting ??= get('/api/v1/dataset').finally(() => (counting = null));
  return counting;
}

/* The page's head and its view ask at the same time. */
let counting = null;

/**
 * The questions that can be asked.
 *
 * @returns {Promise<Array<{id: string, theme: string, question: string, chart: string}>>}
 */
export async function topics() {
  return (await get('/api/v1/insights')).insights;
}

/**
 * The answer to a question, with its definition, rows and statement.
 *
 * @param {string} id
 * @param {Object<string, string>} [parameters] what the question is about, where not the usual
 */
export function insight(id, parameters = {}) {
  return get(`/api/v1/insights/${encodeURIComponent(id)}?${new URLSearchParams(parameters)}`);
}

/**
 * A page of creators.
 *
 * @param {Object<string, string>} filter search, tier, region, sort, definition, cursor, limit; empty ones do not
 *     restrict
 * @param {AbortSignal} [signal] ends a request whose answer nobody waits for any more
 */
export function creators(filter, signal) {
  const asked = Object.entries(filter).filter(([, value]) => value);
  return get(`/api/v1/creators?${new URLSearchParams(asked)}`, signal);
}

/**
 * A creator with its history.
 *
 * @param {string} handle
 * @param {string} [platform] TikTok, unless said otherwise
 */
export function creator(handle, platform = '') {
  return get(`/api/v1/creators/${encodeURIComponent(handle)}?${new URLSearchParams(platform ? { platform } : {})}`);
}

/**
 * A page of the videos of a creator, the newest first.
 *
 * @param {string} handle
 * @param {{platform: ?string, cursor: ?string}} [wish] TikTok, unless said otherwise; where to go on
 */
export function videos(handle, wish = {}) {
  return workOf(handle, 'videos', wish);
}

/**
 * The brands that a creator worked for, the newest first.
 *
 * @param {string} handle
 * @param {{platform: ?string}} [wish] TikTok, unless said otherwise
 */
export function sponsorships(handle, wish = {}) {
  return workOf(handle, 'sponsorships', wish);
}

function workOf(handle, what, wish) {
  const given = Object.entries({ ...wish, limit: LONGEST_PAGE }).filter(([, value]) => value);
  return get(`/api/v1/creators/${encodeURIComponent(handle)}/${what}?${new URLSearchParams(given)}`);
}

/** As much as the server gives at once. */
const LONGEST_PAGE = '500';

/**
 * How a creator's followers probably go on.
 *
 * @param {string} handle
 */
export function forecast(handle) {
  return get(`/api/v1/creators/${encodeURIComponent(handle)}/forecast`);
}

/**
 * A creator's influence score, taken apart.
 *
 * @param {string} handle
 * @param {string} definition of its engagement rate, by which it is compared
 */
export function influence(handle, definition) {
  return get(`/api/v1/creators/${encodeURIComponent(handle)}/influence?${new URLSearchParams({ definition })}`);
}

/**
 * Who is like a creator, in what, and in what not.
 *
 * @param {string} handle
 */
export function lookalikes(handle) {
  return get(`/api/v1/creators/${encodeURIComponent(handle)}/lookalikes`);
}

/**
 * How probably a creator's next video goes viral.
 *
 * @param {string} handle
 * @returns {Promise<?Object>} `null` while nothing has been learnt of viral videos
 */
export async function outlook(handle) {
  return (await learnt('virality')) ? get(`/api/v1/creators/${encodeURIComponent(handle)}/virality`) : null;
}

/**
 * The claims about influencer marketing, each with its verdict.
 *
 * @returns {Promise<Array<Object>>}
 */
export async function findings() {
  return (await get('/api/v1/findings')).findings;
}

/**
 * The sources that can be imported from by name.
 *
 * @returns {Promise<Array<{name: string, type: string, origin: string}>>}
 */
export async function sources() {
  return (await get('/api/v1/sources')).sources;
}

/**
 * The newest imports.
 *
 * @param {string} [limit] how many
 */
export function imports(limit = '20') {
  return get(`/api/v1/imports?${new URLSearchParams({ limit })}`);
}

/**
 * What advertisements and creators cost and brought.
 *
 * @param {string} by what the groups are
 */
export function efficiency(by) {
  return get(`/api/v1/marketplace/efficiency?${new URLSearchParams({ by })}`);
}

/**
 * Whom each model credits with what was sold.
 */
export function attribution() {
  return get('/api/v1/marketplace/attribution');
}

/**
 * What more spending would bring: takes some seconds.
 *
 * @param {{by: string, grain: string}} wish how spending is told apart; how long a period is
 */
export function response(wish) {
  return get(`/api/v1/marketplace/response?${new URLSearchParams(wish)}`);
}

/**
 * The set of creators that is worth most within a budget: takes some seconds.
 *
 * @param {Object} wish see the API's description
 */
export function portfolio(wish) {
  return asked('/api/v1/portfolios', {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify(wish),
  });
}

/**
 * Creators for a brief, the best first.
 *
 * @param {Object} brief see the API's description
 * @param {string} limit at most so many
 * @param {string} interleave two orders that pick in turns, separated by a comma; empty for one
 */
export function recommendations(brief, limit, interleave) {
  const given = { limit, ...(interleave ? { interleave } : {}) };
  return asked(`/api/v1/recommendations?${new URLSearchParams(given)}`, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify(brief),
  });
}

/** Rejected rows, counted by import and reason, and the newest of them. */
export function quarantine() {
  return get('/api/v1/quarantine');
}

/** Where sources contradict each other. */
export function disagreements() {
  return get('/api/v1/disagreements');
}

/**
 * Starts an import from a configured source.
 *
 * @param {string} source its name
 * @returns {Promise<Object>} the run
 */
export function importFrom(source) {
  return asked('/api/v1/imports', {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify({ source }),
  });
}

/**
 * Starts an import of a file.
 *
 * @param {File} file
 * @returns {Promise<Object>} the run
 */
export function upload(file) {
  const plain = file.name.toLowerCase().replace(/\.gz$/, '');
  const source = /\.(nd)?jsonl?$/.test(plain) ? 'ndjson' : 'csv';
  return asked(`/api/v1/imports?${new URLSearchParams({ source, fileName: file.name })}`, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/octet-stream' },
    body: file,
  });
}

/**
 * Follows an import until it ends.
 *
 * @param {string} id
 * @param {function(Object): void} onNews called with the run as it stands, the last time when it has ended
 * @returns {Promise<void>} settles when it has ended, or nobody can tell any more
 */
export function follow(id, onNews) {
  return new Promise((resolve) => {
    const events = new EventSource(`/api/v1/imports/${encodeURIComponent(id)}/events`);
    const end = () => {
      events.close();
      resolve();
    };
    const tell = ({ data }) => onNews(JSON.parse(data));
    events.addEventListener('progress', tell);
    for (const last of ['finished', 'failed']) {
      events.addEventListener(last, (event) => {
        tell(event);
        end();
      });
    }
    events.addEventListener('error', end);
  });
}

/**
 * All experiments, by key: their designs and how they stand.
 *
 * @returns {Promise<Array<Object>>}
 */
export async function experiments() {
  return (await get('/api/v1/experiments')).experiments;
}

/**
 * One experiment, with all that was done to it.
 *
 * @param {string} key
 */
export function experiment(key) {
  return get(`/api/v1/experiments/${encodeURIComponent(key)}`);
}

/**
 * What an experiment says so far.
 *
 * @param {string} key
 * @param {{engine: ?string, segment: ?string}} [wish] another engine than the one that fits; an attribute to look by
 * @returns {Promise<{results: ?Object, why: ?string}>} without results where there is nothing to judge yet, and why
 */
export async function results(key, { engine = '', segment = '' } = {}) {
  const asked = Object.entries({ engine, segment }).filter(([, value]) => value);
  try {
    const results = await get(`/api/v1/experiments/${encodeURIComponent(key)}/results?${new URLSearchParams(asked)}`);
    return { results, why: null };
  } catch (error) {
    if (error.status === NOTHING_YET) {
      return { results: null, why: error.message };
    }
    throw error;
  }
}

/** An experiment that has not begun, or of which nothing was told, conflicts with being judged. */
const NOTHING_YET = 409;

/**
 * How many units an experiment needs, or how long it runs.
 *
 * @param {Object} question see the API's description
 * @param {AbortSignal} [signal] ends a request whose answer nobody waits for any more
 */
export function power(question, signal) {
  return asked('/api/v1/experiments/power', {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify(question),
    signal,
  });
}

/**
 * Writes a new experiment down.
 *
 * @param {Object} design see the API's description
 * @returns {Promise<Object>} the draft
 */
export function draft(design) {
  return asked('/api/v1/experiments', {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify(design),
  });
}

/**
 * Lets an experiment go on to its next state.
 *
 * @param {string} key
 * @param {string} step start, stop or archive
 * @param {string} [reason] why it is stopped
 */
export function changeState(key, step, reason = '') {
  const told = new URLSearchParams({ by: 'dashboard', ...(reason ? { reason } : {}) });
  return asked(`/api/v1/experiments/${encodeURIComponent(key)}/${step}?${told}`, {
    method: 'POST',
    headers: { Accept: 'application/json' },
  });
}

/**
 * Tells an experiment what happened.
 *
 * @param {string} key
 * @param {string} what exposures or outcomes
 * @param {File} file one of them a line
 * @returns {Promise<{rows: number, notes: Array<string>}>}
 */
export function tell(key, what, file) {
  return asked(`/api/v1/experiments/${encodeURIComponent(key)}/${what}`, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/x-ndjson' },
    body: file,
  });
}

/**
 * Where the results are as one file.
 *
 * @param {string} key
 * @param {{engine: ?string, segment: ?string}} [wish] see `results`
 * @returns {string}
 */
export function resultsPage(key, { engine = '', segment = '' } = {}) {
  const asked = Object.entries({ engine, segment }).filter(([, value]) => value);
  return `/api/v1/experiments/${encodeURIComponent(key)}/results.html?${new URLSearchParams(asked)}`;
}

/**
 * The segments that were found last.
 *
 * @returns {Promise<?Object>} `null` if none were yet
 */
export async function segments() {
  return (await learnt('segments')) ? get('/api/v1/segments') : null;
}

/* Asked first, as to ask for what is not there is an error in every browser's log. */
async function learnt(kind) {
  return (await get('/api/v1/models')).models.some((model) => model.kind === kind);
}

/**
 * Looks for segments: takes some seconds.
 *
 * @param {Object<string, string>} wish method, clusters, seed; empty ones are left out
 */
export function findSegments(wish) {
  const given = Object.entries(wish).filter(([, value]) => value);
  return asked(`/api/v1/segments?${new URLSearchParams(given)}`, {
    method: 'POST',
    headers: { Accept: 'application/json' },
  });
}

function get(path, signal) {
  return asked(path, { headers: { Accept: 'application/json' }, signal });
}

async function asked(path, request) {
  let response;
  try {
    response = await fetch(path, request);
  } catch (error) {
    throw error.name === 'AbortError' ? error : new Error(texts.problem.unreachable);
  }
  if (response.ok) {
    return response.json();
  }
  const { detail, title } = await response.json().catch(() => ({}));
  throw Object.assign(new Error(detail || title || `HTTP ${response.status}`), { status: response.status });
}
