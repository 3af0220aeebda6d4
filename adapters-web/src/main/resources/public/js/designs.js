/**
 * A design as it was typed, as the API takes it.
 *
 * @param {Object<string, string>} typed the fields of the experiment
 * @param {Array<Object<string, string>>} metrics the fields of each metric; those without a name are left out
 * @returns {Object} empty fields are left out
 */
export function design(typed, metrics) {
  const windowHours = Number(plain(typed.windowHours).replace(',', '.'));
  return {
    ...filled({ key: typed.key, hypothesis: typed.hypothesis, owner: typed.owner, unit: typed.unit }),
    variations: plain(typed.variations)
      .split(',')
      .map((key) => key.trim())
      .filter(Boolean)
      .map((key) => ({ key })),
    metrics: metrics
      .filter(({ key }) => plain(key) !== '')
      .map(({ key, role, kind, outcome, per, better }) => ({
        ...filled({ key, role, kind, outcome, per: kind === 'ratio' ? per : '' }),
        higherIsBetter: better !== 'lower',
        ...(windowHours > 0 ? { windowHours } : {}),
      })),
  };
}

function plain(text) {
  return (text ?? '').trim();
}

function filled(fields) {
  return Object.fromEntries(
    Object.entries(fields)
      .map(([name, text]) => [name, plain(text)])
      .filter(([, text]) => text !== ''),
  );
}
