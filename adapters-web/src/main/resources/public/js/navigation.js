/** Views that show all of their kind; what the address says besides is theirs to keep. */
const PLAIN = ['data', 'experiments', 'findings', 'heatmap', 'insights', 'segments'];

/** Views that are another whenever the address says something else. */
const ASKED = {
  creators: 'creators',
  compare: 'creators',
  marketplace: 'marketplace',
  portfolio: 'portfolio',
  recommendations: 'recommendations',
};

/**
 * The view that an address leads to. A fragment that is no path is the id of a figure among the insights.
 *
 * @param {string} hash `#/experiments/KEY?segment=tier`, for example
 * @returns {{name: string, section: string, address: string, parameters: Object<string, string>}} the view's name, the
 *     link of the navigation that it belongs to, what tells it from other views, and what the address says besides
 */
export function viewAt(hash) {
  if (/^#[^/]/.test(hash)) {
    return { name: 'insights', section: 'insights', address: 'insights', parameters: {} };
  }
  const [path, query = ''] = hash.startsWith('#/') ? hash.slice(2).split('?', 2) : [''];
  const [section, key] = path.split('/').filter(Boolean).map(decoded);
  const parameters = Object.fromEntries(new URLSearchParams(query));
  if (section === 'experiments' && key !== undefined) {
    return { name: 'experiment', section, address: hash, parameters: { ...parameters, key } };
  }
  if (section === 'creators' && key !== undefined) {
    return { name: 'creator', section, address: hash, parameters: { ...parameters, key } };
  }
  if (section in ASKED) {
    return { name: section, section: ASKED[section], address: hash, parameters };
  }
  if (PLAIN.includes(section)) {
    return { name: section, section, address: section, parameters };
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
