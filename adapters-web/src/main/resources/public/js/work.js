import { element } from './dom.js';
import { showFigure } from './figure.js';
import { embedded } from './format.js';
import { rug } from './growthcurve.js';
import { ACCENT, LINE, MUTED, NEUTRAL, PROBLEM, SURFACE, frame, valueAxis } from './plots.js';
import { texts } from './texts.js';

const words = texts.work;

/** More brands than these nobody reads off a chart. */
const MOST_DRAWN = 16;

/** Without an end: as wide as can be seen. */
const LEAST_WIDTH = 4;

/**
 * Fills a figure with the videos of a creator.
 *
 * @param {HTMLElement} figure made by `pendingFigure`
 * @param {Object} answer the API's document of a page of its videos, the newest first
 * @param {?number} told how many videos its source says it has
 * @param {?function(string): Promise<Object>} older asks for the next page
 * @param {Object} format see format.js
 */
export function showVideos(figure, answer, told, older, format) {
  const drawn = answer.rows.filter(({ ratio }) => ratio > 0);
  const caveats = [...(told > answer.n ? [words.loaded(format.count(answer.n), format.count(told))] : []), ...answer.caveats];
  showFigure(
    figure,
    { ...answer, caveats, columns: inOrder(answer.columns) },
    {
      finding: videosFinding(answer, format),
      option: drawn.length > 0 ? videosOption(answer.rows, format) : null,
      rows: drawn.length,
      legend: [words.videosLegend, drawn.some(isDisclosed) ? words.disclosedLegend : ''].join(' '),
      empty: words.noVideos,
    },
    format,
  );
  if (answer.next) {
    const more = element('button', { type: 'button', class: 'quiet' }, words.older(format.count(answer.n - answer.rows.length)));
    more.addEventListener('click', async () => {
      more.disabled = true;
      const page = await older(answer.next);
      showVideos(figure, { ...page, rows: [...answer.rows, ...page.rows] }, told, older, format);
    });
    figure.append(element('p', {}, more));
  }
}

/* A long number says least, and stands last with the address that holds it. */
function inOrder([id, ...columns]) {
  return [...columns.slice(0, -1), id, ...columns.slice(-1)];
}

function videosFinding({ rows }, format) {
  const best = rows.filter(({ ratio }) => ratio > 0).sort((one, other) => other.ratio - one.ratio)[0];
  return best
    ? words.furthest(format.count(rows.length), format.times(best.ratio), format.moment(best.posted_at))
    : words.noneCompared(format.count(rows.length));
}

function isDisclosed({ disclosures }) {
  return Boolean(disclosures);
}

/**
 * Videos by when they were posted and by how much more they were viewed than is usual; below, a stroke for each of them.
 *
 * @param {Array<Object>} rows the API's
 * @param {Object} format see format.js
 * @returns {Object} an ECharts option
 */
export function videosOption(rows, format) {
  const posted = rows.filter(({ posted_at }) => posted_at);
  const drawn = posted.filter(({ ratio }) => ratio > 0);
  const groups = [drawn.filter((row) => !isDisclosed(row)), drawn.filter(isDisclosed)];
  const tooltip = ({ seriesIndex, dataIndex }) => {
    const row = (groups[seriesIndex] ?? posted)[dataIndex];
    return [
      format.moment(row.posted_at),
      words.viewed(format.count(row.views ?? 0)),
      row.ratio > 0 ? words.timesUsual(format.times(row.ratio), format.count(row.usual_views)) : words.noRatio,
      isDisclosed(row) ? words.disclosed(embedded(row.disclosures)) : null,
    ]
      .filter(Boolean)
      .join('\n');
  };
  const option = frame([], words.videosDescription(format.count(drawn.length), format.count(posted.length)), tooltip);
  return {
    ...option,
    grid: { ...option.grid, right: 12, top: 12, bottom: 18 },
    xAxis: timeAxis(format),
    yAxis: [
      { ...valueAxis((value) => words.times(format.value(value))), type: 'log' },
    ],
    series: [
      { ...dots(groups[0]), symbol: 'circle', itemStyle: { color: ACCENT, opacity: 0.75 }, markLine: atUsual() },
      { ...dots(groups[1]), symbol: 'diamond', symbolSize: 11, itemStyle: { color: PROBLEM } },
      rug(posted.map(({ posted_at }) => Date.parse(posted_at))),
    ],
  };
}

function dots(rows) {
  return {
    type: 'scatter',
    symbolSize: 7,
    data: rows.map(({ posted_at, ratio }) => [Date.parse(posted_at), ratio]),
    emphasis: { disabled: true },
  };
}

function atUsual() {
  return {
    silent: true,
    symbol: 'none',
    label: { show: false },
    lineStyle: { color: MUTED, type: 'dashed', width: 1 },
    data: [{ yAxis: 1 }],
  };
}

function timeAxis(format) {
  return {
    type: 'time',
    axisLabel: {
      color: MUTED,
      fontSize: 12,
      hideOverlap: true,
      formatter: (value) => format.day(new Date(value).toISOString().slice(0, 10)),
    },
    splitNumber: 4,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: LINE } },
  };
}

/**
 * Fills a figure with the brands that a creator worked for.
 *
 * @param {HTMLElement} figure made by `pendingFigure`
 * @param {Object} answer the API's document of a page of its sponsorships, the newest first
 * @param {Object} format see format.js
 */
export function showSponsorships(figure, answer, format) {
  const rows = answer.rows.map((row) => ({
    ...row,
    standing: words.standings[row.standing] ?? row.standing,
    evidence: words.evidence[row.evidence] ?? row.evidence,
  }));
  const dated = answer.rows.filter(({ from_at }) => from_at).slice(0, MOST_DRAWN);
  showFigure(
    figure,
    { ...answer, rows, caveats: answer.n === 0 ? [] : answer.caveats },
    {
      finding: sponsorshipsFinding(answer, format),
      option: dated.length > 0 ? sponsorshipsOption(dated, format) : null,
      rows: dated.length,
      legend: words.sponsorshipsLegend,
      empty: words.noSponsors,
    },
    format,
  );
}

function sponsorshipsFinding({ rows }, format) {
  const brands = new Set(rows.map(({ brand }) => brand)).size;
  const counted = Object.keys(words.standings)
    .map((standing) => [words.standings[standing], rows.filter((row) => row.standing === standing).length])
    .filter(([, count]) => count > 0)
    .map(([standing, count]) => `${format.count(count)} ${standing}`);
  return words.sponsored(brands, format.count(brands), counted.join(', '));
}

/**
 * Brands by when a creator worked for them.
 *
 * @param {Array<Object>} rows the API's, each with a beginning
 * @param {Object} format see format.js
 * @returns {Object} an ECharts option
 */
export function sponsorshipsOption(rows, format) {
  const [start, end] = [({ from_at }) => Date.parse(from_at), ({ from_at, until_at }) => Date.parse(until_at ?? from_at)];
  const tooltip = ({ dataIndex }) => {
    const row = rows[dataIndex];
    return [
      embedded(row.brand),
      words.between(...[start(row), end(row)].map((time) => format.day(new Date(time).toISOString().slice(0, 10)))),
      `${words.standings[row.standing]}: ${words.evidence[row.evidence]}`,
    ].join('\n');
  };
  const names = rows.map(({ brand }) => embedded(brand));
  return {
    ...frame(names, words.sponsorshipsDescription(format.count(rows.length)), tooltip),
    xAxis: timeAxis(format),
    series: [
      {
        type: 'custom',
        data: rows.map((row, index) => [start(row), end(row), index]),
        encode: { x: [0, 1], y: 2 },
        renderItem: ({ dataIndex }, drawing) => {
          const row = rows[dataIndex];
          const [from, y] = drawing.coord([start(row), dataIndex]);
          const [to] = drawing.coord([end(row), dataIndex]);
          const suspected = row.standing === 'suspected';
          return {
            type: 'rect',
            emphasisDisabled: true,
            shape: { x: from, y: y - 7, width: Math.max(LEAST_WIDTH, to - from), height: 14, r: 3 },
            style: {
              fill: suspected ? SURFACE : ACCENT,
              stroke: suspected ? NEUTRAL : ACCENT,
              lineWidth: 1.5,
              lineDash: suspected ? [4, 3] : null,
            },
          };
        },
      },
    ],
  };
}
