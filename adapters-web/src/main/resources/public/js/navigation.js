/**
 * The view that an address leads to. A fragment that is no path is the id of a figure in the overview.
 *
 * @param {string} hash `#/experiments/KEY?segment=tier`, for example
 * @returns {{name: string, section: string, address: string, parameters: Object<string, string>}} the view's name, the
 *     link of the navigation that it belongs to, what tells it from other views, and what the address says besides
 */
export function viewAt(hash) {
  const [path, query = ''] = hash.startsWith('#/') ? hash.slice(2).split('?', 2) : [''];
  const [section, key] = path.split('/').filter(Boolean).map(decoded);
  const parameters = Object.fromEntries(new URLSearchParams(query));
  if (section === 'experiments') {
    return key === undefined
      ? { name: 'experiments', section, address: section, parameters }
      : { name: 'experiment', section, address: hash, parameters: { ...parameters, key } };
  }
  if (section === 'segments') {
    return { name: 'segments', section, address: section, parameters };
  }
  if (section === 'power') {
    return { name: 'sizing', section: 'experiments', address: section, parameters };
  }
  return { name: 'overview', section: 'overview', address: '', parameters };
}

/**
 * The address of a view.
 *
 * @param {Array<string>} path its parts
 * @param {Object<string, string>} [parameters] empty ones are left out
 * @returns {string}
 */
export function addressOf(path, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
  return `#/${path.map(encodeURIComponent).join('/')}${query.size > 0 ? `?${query}` : ''}`;
}

/* An address may be typed by hand. */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
