import { texts } from './texts.js';

/**
 * How much data there is.
 *
 * @returns {Promise<{creators: number, snapshots: number, videos: number, asOf: ?string, data: string}>}
 */
export function dataset() {
  return get('/api/v1/dataset');
}

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
 */
export function insight(id) {
  return get(`/api/v1/insights/${encodeURIComponent(id)}`);
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

async function get(path, signal) {
  let response;
  try {
    response = await fetch(path, { headers: { Accept: 'application/json' }, signal });
  } catch (error) {
    throw error.name === 'AbortError' ? error : new Error(texts.problem.unreachable);
  }
  if (response.ok) {
    return response.json();
  }
  const { detail, title } = await response.json().catch(() => ({}));
  throw new Error(detail || title || `HTTP ${response.status}`);
}
