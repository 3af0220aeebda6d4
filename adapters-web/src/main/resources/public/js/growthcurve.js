import { embedded } from './format.js';
import { ACCENT, INK, LINE, MUTED, NEUTRAL, PROBLEM, frame, valueAxis } from './plots.js';
import { texts } from './texts.js';

const words = texts.creator;

/** The widest band first, so that the narrower ones lie upon it. */
const BANDS = [95, 80, 50];

const SHADE = 0.16;

const SERIES = ['--segment-1', '--segment-2', '--segment-3', '--segment-4'];
const DASHES = ['solid', 'dashed', 'dotted', [8, 3, 2, 3]];

/**
 * What was counted of a creator, and how it probably goes on.
 *
 * @param {Array<{day: string, followers: number}>} counted oldest first
 * @param {Array<Object>} points of the forecast
 * @param {Array<{day: string, reason: string}>} spikes days that stand out
 * @param {Array<{posted_at: ?string}>} videos what it posted
 * @param {Object} format see format.js
 * @returns {Object} an ECharts option
 */
export function growthOption(counted, points, spikes, videos, format) {
  const days = [...new Set([...counted.map(({ day }) => day), ...points.map(({ date }) => date)])];
  const byDay = new Map(counted.map((row) => [row.day, row]));
  const reasons = new Map(spikes.map(({ day, reason }) => [day, reason]));
  const posts = postsByDay(videos);
  const byDate = new Map(points.map((point) => [point.date, point]));
  const tooltip = ([{ dataIndex }]) => {
    const [row, point] = [byDay.get(days[dataIndex]), byDate.get(days[dataIndex])];
    return [
      format.day(days[dataIndex]),
      row ? words.counted(format.count(row.followers)) : null,
      reasons.get(days[dataIndex]) ?? null,
      posts.has(days[dataIndex]) ? words.posted(posts.get(days[dataIndex])) : null,
      point ? words.expected(format.count(point.value)) : null,
      ...(point ? [...BANDS].reverse().map((band) => words.band(band, ...ends(point, band).map(format.count))) : []),
    ]
      .filter(Boolean)
      .join('\n');
  };
  const values = (from, read) => days.map((day) => (from.has(day) ? read(from.get(day)) : '-'));
  const description = words.curveDescription(format.count(counted.length), format.count(points.length));
  return {
    ...overTime(days, description, tooltip, format),
    yAxis: [{ ...valueAxis(format.count), scale: true }],
    series: [
      ...BANDS.flatMap((band) => bandSeries(band, (read) => values(byDate, read))),
      curve(values(byDay, ({ followers }) => followers), { color: ACCENT, width: 2 }),
      curve(values(byDate, ({ value }) => value), { color: ACCENT, width: 2, type: 'dashed' }),
      {
        type: 'scatter',
        data: days.map((day) => (reasons.has(day) && byDay.has(day) ? byDay.get(day).followers : '-')),
        symbol: 'triangle',
        symbolSize: 9,
        itemStyle: { color: PROBLEM },
        emphasis: { disabled: true },
      },
      rug(days.flatMap((day, index) => (posts.has(day) ? [index] : []))),
    ],
  };
}

function postsByDay(videos) {
  const posts = new Map();
  for (const { posted_at } of videos.filter((video) => video.posted_at)) {
    const day = posted_at.slice(0, 10);
    posts.set(day, (posts.get(day) ?? 0) + 1);
  }
  return posts;
}

/**
 * A stroke at the foot of a chart for each place on its axis.
 *
 * @param {Array<number>} places
 * @returns {Object} a series
 */
export function rug(places) {
  return {
    type: 'custom',
    data: places.map((place) => [place]),
    encode: { x: 0 },
    silent: true,
    tooltip: { show: false },
    renderItem: ({ dataIndex, coordSys }, drawing) => {
      const [x] = drawing.coord([places[dataIndex], 1]);
      const foot = coordSys.y + coordSys.height;
      return {
        type: 'line',
        shape: { x1: x, x2: x, y1: foot, y2: foot - 8 },
        style: { stroke: INK, lineWidth: 1, opacity: 0.6 },
      };
    },
  };
}

/**
 * How several creators' followers changed since the first day that is known of all.
 *
 * @param {Array<{name: string, changes: Map<string, number>}>} creators changes by day
 * @param {Array<string>} days
 * @param {Object} format see format.js
 * @returns {Object} an ECharts option
 */
export function comparedOption(creators, days, format) {
  const told = ({ name, changes }, day) => (changes.has(day) ? `${name}: ${format.change(changes.get(day))}` : null);
  const tooltip = ([{ dataIndex }]) =>
    [format.day(days[dataIndex]), ...creators.map((creator) => told(creator, days[dataIndex]))].filter(Boolean).join('\n');
  const option = overTime(days, words.comparedDescription(creators.length), tooltip, format);
  return {
    ...option,
    grid: { ...option.grid, bottom: 36 },
    legend: { bottom: 0, type: 'scroll', textStyle: { color: INK }, icon: 'roundRect' },
    yAxis: [{ ...valueAxis(format.changeTick), scale: true }],
    series: creators.map(({ name, changes }, index) => ({
      ...curve(
        days.map((day) => changes.get(day) ?? '-'),
        { color: `var(${SERIES[index]})`, width: 2, type: DASHES[index] },
      ),
      name,
      itemStyle: { color: `var(${SERIES[index]})` },
    })),
  };
}

/**
 * What a score is made of, part by part.
 *
 * @param {Array<{part: string, weight: number, points: ?number}>} parts
 * @param {Object} format see format.js
 * @returns {Object} an ECharts option
 */
export function partsOption(parts, format) {
  const label = ({ points }) => (typeof points === 'number' ? format.ratio(points) : words.unknownPart);
  const tooltip = ({ dataIndex }) => {
    const part = parts[dataIndex];
    return [words.parts[part.part], words.points(label(part), format.count(part.weight))].join('\n');
  };
  const names = parts.map(({ part }) => embedded(words.parts[part] ?? part));
  const option = frame(names, words.partsDescription(parts.length), tooltip);
  return {
    ...option,
    grid: { ...option.grid, right: 72 },
    xAxis: { type: 'value', show: false, min: 0, max: Math.max(...parts.map(({ weight }) => weight)) },
    series: [
      {
        type: 'bar',
        data: parts.map(({ points }) => points ?? 0),
        barMaxWidth: 20,
        itemStyle: { color: ACCENT, borderRadius: [0, 3, 3, 0] },
        emphasis: { disabled: true },
        label: { show: true, position: 'right', color: INK, formatter: ({ dataIndex }) => label(parts[dataIndex]) },
      },
    ],
  };
}

function overTime(days, description, tooltip, format) {
  const option = frame([], description, tooltip);
  return {
    ...option,
    tooltip: { ...option.tooltip, trigger: 'axis', axisPointer: { lineStyle: { color: MUTED } } },
    grid: { ...option.grid, right: 12, top: 12 },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: days,
      axisLabel: { color: MUTED, fontSize: 12, hideOverlap: true, formatter: format.day },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: LINE } },
    },
  };
}

/* An area between two lines is the difference stacked upon the lower one. */
function bandSeries(band, values) {
  const unseen = { lineStyle: { opacity: 0 }, stack: `band ${band}`, stackStrategy: 'all' };
  return [
    { ...curve(values((point) => ends(point, band)[0]), { opacity: 0 }), ...unseen },
    {
      ...curve(
        values((point) => ends(point, band)[1] - ends(point, band)[0]),
        { opacity: 0 },
      ),
      ...unseen,
      areaStyle: { color: band === 50 ? ACCENT : NEUTRAL, opacity: SHADE },
    },
  ];
}

function ends(point, band) {
  return [point[`low${band}`], point[`high${band}`]];
}

function curve(data, lineStyle) {
  return { type: 'line', data, showSymbol: false, lineStyle, emphasis: { disabled: true }, connectNulls: true };
}
