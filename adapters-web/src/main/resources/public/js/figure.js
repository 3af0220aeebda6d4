import { element } from './dom.js';
import { csvOf, inColours, pngOf, save } from './downloads.js';
import { drawnRows, chartOption } from './options.js';
import { hasInterval, title } from './findings.js';
import { capitalised } from './format.js';
import { linkOf } from './links.js';
import { columnLabel, insightTable } from './table.js';
import { texts } from './texts.js';

/**
 * A place for a figure while its answer is under way.
 *
 * @param {{id: string, question: string}} topic
 * @returns {HTMLElement}
 */
export function pendingFigure(topic) {
  return element(
    'figure',
    { id: topic.id, class: 'card figure', 'aria-busy': 'true' },
    element('figcaption', {}, element('p', { class: 'question' }, topic.question)),
    element('p', { class: 'chart pending' }, texts.loading),
  );
}

/**
 * Fills a figure with the answer to a question.
 *
 * @param {HTMLElement} figure made by {@link pendingFigure}
 * @param {Object} insight the API's document
 * @param {Object} format see format.js
 */
export function showInsight(figure, insight, format) {
  const chart = {
    finding: title(insight, format),
    option: chartOption(insight, format),
    rows: drawnRows(insight).length,
    legend: legend(insight, format),
    empty: texts.emptyOf[insight.insight],
    links: drawnRows(insight).map((row) => linkOf(insight.columns[0].name, row)),
  };
  showFigure(figure, insight, chart, format);
}

/**
 * Fills a figure: the finding in words, the chart, the numbers, the statement, and what they rest on.
 *
 * @param {HTMLElement} figure
 * @param {Object} insight the API's document of an insight, or one of that form
 * @param {{finding: string, option: ?Object, rows: number, legend: string, empty: ?string, links: ?Array}} chart without an
 *     option there is none; empty is what to say of no data; its marks lead to the links, in their order, and those of
 *     several series each to a list of their own
 * @param {Object} format see format.js
 */
export function showFigure(figure, insight, { finding, option, rows, legend, empty = texts.notEnough, links = [] }, format) {
  figure.replaceChildren(
    element(
      'figcaption',
      {},
      finding === insight.question && insight.n > 0 ? null : element('p', { class: 'question' }, insight.question),
      originBadge(insight.data),
      element('h3', {}, insight.n === 0 ? empty : finding),
    ),
  );
  figure.removeAttribute('aria-busy');
  const table = insight.rows.length > 0 ? numbers(insight, finding, format) : null;
  if (table && !option) {
    table.open = true;
  }
  let picture = null;
  if (option) {
    const chart = element('div', { class: `chart ${heightFor(rows)}${links.some(Boolean) ? ' leading' : ''}` });
    figure.append(chart, element('p', { class: 'legend' }, legend));
    picture = drawn(chart, option, links);
    picture.catch(() => {
      chart.replaceWith(element('p', { class: 'notice' }, texts.chartMissing));
      table.open = true;
    });
  }
  figure.append(
    basis(insight, format),
    element(
      'div',
      { class: 'actions' },
      table,
      element(
        'div',
        { class: 'buttons' },
        table ? action(texts.csv, () => saveRows(figure.id, insight)) : null,
        option ? action(texts.svg, () => savePicture(figure.id, picture)) : null,
        option ? action(texts.png, () => savePixels(figure.id, picture)) : null,
        insight.sql ? action(texts.sql, () => showStatement(insight)) : null,
      ),
    ),
  );
}

function action(label, click) {
  return element('button', { type: 'button', class: 'quiet', click }, label);
}

function saveRows(id, { columns, rows }) {
  save(`${id}.csv`, 'text/csv', csvOf(columns, rows));
}

async function savePicture(id, picture) {
  save(`${id}.svg`, 'image/svg+xml', inColours((await picture).svg()));
}

async function savePixels(id, picture) {
  save(`${id}.png`, 'image/png', await pngOf(inColours((await picture).svg())));
}

/* The stylesheet knows the heights. */
function heightFor(rows) {
  return rows <= 3 ? 'short' : rows <= 7 ? 'medium' : 'full';
}

/**
 * A mark that says where figures come from, if not from the world.
 *
 * @param {string} data real, simulated or mixed
 * @returns {?HTMLElement} `null` for real data
 */
export function originBadge(data) {
  return data === 'real' ? null : element('span', { class: 'badge' }, texts.origin[data]);
}

async function drawn(chart, option, links) {
  const { draw } = await import('./charts.js');
  const follow = ({ seriesIndex, dataIndex }) => {
    const link = (Array.isArray(links[0]) ? links[seriesIndex] : links)[dataIndex];
    if (link) {
      location.hash = link;
    }
  };
  return draw(chart, option, links.some(Boolean) ? follow : null);
}

function legend(insight, format) {
  const drawnCount = drawnRows(insight).length;
  const sentences = [texts.legendOf[insight.insight] ?? texts.legend[insight.chart]];
  if (insight.chart === 'dots-with-intervals') {
    sentences.push(texts.clear);
  }
  if (drawnCount < insight.rows.length) {
    const sentence = drawnCount < insight.rows.filter(hasInterval).length ? texts.partDrawn : texts.judgedDrawn;
    sentences.push(sentence(format.count(drawnCount), format.count(insight.rows.length)));
  }
  return sentences.join(' ');
}

function basis(insight, format) {
  const { definition, n, asOf, data, caveats } = insight;
  return element(
    'div',
    { class: 'basis' },
    element(
      'p',
      { class: 'facts' },
      element('span', {}, texts.n(format.count(n))),
      asOf ? element('span', {}, `${texts.asOf} `, element('time', { datetime: asOf }, format.moment(asOf))) : null,
      data === 'real' && n > 0 ? element('span', {}, texts.origin.real) : null,
    ),
    element('p', {}, `${texts.definition} `, element('b', {}, definition.id), `: ${definition.formula}.`),
    caveats.length === 0
      ? null
      : element('ul', { class: 'caveats' }, ...caveats.map((caveat) => element('li', {}, `${capitalised(caveat.replace(/\.$/, ''))}.`))),
  );
}

function numbers(insight, finding, format) {
  return element(
    'details',
    {},
    element('summary', {}, texts.table(format.count(insight.rows.length))),
    insightTable(insight, finding, format),
    element(
      'details',
      { class: 'meanings' },
      element('summary', {}, texts.columnMeanings),
      element(
        'dl',
        {},
        ...insight.columns.flatMap(({ name, meaning }) => [
          element('dt', {}, columnLabel(name)),
          element('dd', {}, meaning ?? ''),
        ]),
        element('dt', {}, texts.parameters),
        element(
          'dd',
          {},
          Object.entries(insight.parameters)
            .map(([name, value]) => `${name} = ${value}`)
            .join(', '),
        ),
      ),
    ),
  );
}

function showStatement({ sql, computed }) {
  const heading = element('h2', { id: 'statement-title' }, texts.sqlTitle);
  const code = element('pre', { tabindex: '0' }, element('code', {}, sql.text));
  const copied = element('span', { role: 'status' });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(sql.text);
      copied.textContent = texts.copied;
    } catch {
      getSelection().selectAllChildren(code);
      copied.textContent = texts.copyByHand;
    }
  };
  const dialog = element(
    'dialog',
    { class: 'statement', 'aria-labelledby': heading.id, close: () => dialog.remove() },
    heading,
    element(
      'p',
      {},
      texts.sqlRun(sql.dialect),
      computed.length > 0 ? ` ${texts.sqlComputed(computed.map(columnLabel).join(', '))}` : null,
    ),
    code,
    element(
      'div',
      { class: 'dialog-actions' },
      copied,
      element('button', { type: 'button', class: 'primary', autofocus: true, click: copy }, texts.copy),
      element('button', { type: 'button', class: 'quiet', click: () => dialog.close() }, texts.close),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}
