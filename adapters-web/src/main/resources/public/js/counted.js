/**
 * A creator's followers by day, the last count of a day standing for it, as one source counted them: of several the one
 * whose counts span the longest time, of equal ones the newest. That two sources differ is no growth.
 *
 * @param {Array<{observedAt: string, followers: ?number, source: Object, data: string}>} history oldest first
 * @returns {Map<string, number>} in order of the days
 */
export function followersByDay(history) {
  const bySource = new Map();
  for (const { observedAt, followers, source, data } of history) {
    if (typeof followers === 'number') {
      const teller = JSON.stringify([source, data]);
      if (!bySource.has(teller)) {
        bySource.set(teller, []);
      }
      bySource.get(teller).push({ observedAt, followers });
    }
  }
  const [longest = []] = [...bySource.values()].sort(
    (one, other) => span(other) - span(one) || Date.parse(other.at(-1).observedAt) - Date.parse(one.at(-1).observedAt),
  );
  return new Map(longest.map(({ observedAt, followers }) => [observedAt.slice(0, 10), followers]));
}

function span(counts) {
  return Date.parse(counts.at(-1).observedAt) - Date.parse(counts[0].observedAt);
}
