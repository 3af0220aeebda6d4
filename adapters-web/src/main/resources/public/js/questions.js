const PERCENTS = ['rate', 'lift', 'power', 'alpha'];
const NUMBERS = ['unitsPerDay', 'days', 'variations', 'clusterSize', 'clusterCorrelation'];
const BY_KIND = { rate: ['rate'], mean: ['mean', 'deviation'] };

/**
 * What was typed of an experiment's size, as the API is asked.
 *
 * @param {Object<string, string>} typed the fields; rates, lifts, power and level in percent
 * @returns {Object} empty fields are left out
 */
export function question(typed) {
  const asked = { sequential: typed.peeking === 'yes' };
  const known = [...(BY_KIND[typed.kind] ?? BY_KIND.rate), 'lift', 'power', 'alpha', ...NUMBERS];
  for (const name of known) {
    const number = numberIn(typed[name] ?? '');
    if (number !== null) {
      asked[name] = PERCENTS.includes(name) ? number / 100 : number;
    }
  }
  return asked;
}

/* A decimal comma is a point; what is no number is as if it were not there. */
function numberIn(text) {
  const plain = text.trim().replace(',', '.');
  return plain !== '' && Number.isFinite(Number(plain)) ? Number(plain) : null;
}
