/** How many pixels of a picture one of the screen becomes. */
const SHARPNESS = 2;

/** What spreadsheets take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Rows as RFC 4180 tells CSV, with the names of the columns first. Numbers stay as the API gives them; a text that a
 * spreadsheet would run as a formula begins with an apostrophe.
 *
 * @param {Array<{name: string}>} columns
 * @param {Array<Object>} rows
 * @returns {string}
 */
export function csvOf(columns, rows) {
  const lines = [columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ name }) => row[name]))];
  return lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function cell(value) {
  if (typeof value !== 'string') {
    return value ?? '';
  }
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A drawing that needs no stylesheet: its colours are those that the page has now.
 *
 * @param {string} svg
 * @param {function(string): string} [colourOf] the value of a custom property
 * @returns {string}
 */
export function inColours(svg, colourOf = ofPage) {
  return svg.replace(/var\((--[\w-]+)\)/g, (whole, name) => colourOf(name).trim());
}

function ofPage(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name);
}

/**
 * A drawing in pixels, on the ground of the page's cards.
 *
 * @param {string} svg
 * @returns {Promise<Blob>}
 */
export async function pngOf(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * SHARPNESS;
  canvas.height = image.height * SHARPNESS;
  const brush = canvas.getContext('2d');
  brush.fillStyle = ofPage('--surface');
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/**
 * Hands the reader a file.
 *
 * @param {string} name
 * @param {string} type
 * @param {string|Blob} content
 */
export function save(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address));
}
