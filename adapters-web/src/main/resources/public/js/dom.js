/**
 * Makes an element. Children that are strings become text, never markup: everything we show may be hostile.
 *
 * @param {string} name the tag
 * @param {Object<string, string|boolean|Function|null>} [properties] attributes; a function is a listener of the event
 *     of that name; `true` sets a bare attribute; `false` and `null` leave it out
 * @param {...(Node|string|null)} children `null` is left out
 * @returns {HTMLElement}
 */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === 'function') {
      made.addEventListener(key, value);
    } else if (value !== null && value !== false) {
      made.setAttribute(key, value === true ? '' : value);
    }
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}
