/** Shown at once, in this order; the others wait in their themes. */
const FIRST = ['viral-creators', 'engagement-by-tier', 'engagement-by-region', 'engagement-vs-followers'];

/**
 * The catalogue as the page shows it: two dozen figures at once would hide what matters.
 *
 * @param {Array<{id: string, theme: string}>} topics
 * @returns {{first: Array<Object>, themes: Array<{name: string, topics: Array<Object>}>}} those shown at once, and the
 *     others by theme, in the catalogue's order
 */
export function arranged(topics) {
  const first = FIRST.map((id) => topics.find((topic) => topic.id === id)).filter(Boolean);
  const themes = new Map();
  for (const topic of topics.filter((other) => !first.includes(other))) {
    themes.set(topic.theme, [...(themes.get(topic.theme) ?? []), topic]);
  }
  return { first, themes: [...themes].map(([name, members]) => ({ name, topics: members })) };
}
