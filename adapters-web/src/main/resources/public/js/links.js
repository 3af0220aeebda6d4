import { addressOf } from './navigation.js';

/** Groups by which creators can be looked for. */
const FILTERS = ['tier', 'region'];

/**
 * Where to find the creators behind a value.
 *
 * @param {string} column the name of its column
 * @param {Object} row
 * @returns {?string} `null` where nothing leads on
 */
export function linkOf(column, row) {
  const value = row[column];
  if (typeof value !== 'string' || value === '') {
    return null;
  }
  if (column === 'handle') {
    return addressOf(['creators', value], { platform: !row.platform || row.platform === 'tiktok' ? '' : row.platform });
  }
  return FILTERS.includes(column) ? addressOf(['creators'], { [column]: value }) : null;
}
