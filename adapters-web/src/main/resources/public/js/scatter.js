import { embedded } from './format.js';
import { linkOf } from './links.js';
import { ACCENT, INK, LINE, MUTED, NEUTRAL, frame, valueAxis } from './plots.js';
import { columnLabel } from './table.js';
import { texts } from './texts.js';

const words = texts.segments;

/** Shapes beside colours, for those who tell colours badly. */
const SHAPES = ['circle', 'triangle', 'rect', 'diamond', 'roundRect', 'arrow', 'pin', 'circle'];
const LARGEST_SCORE = 2;

/**
 * Creators on a plane, by segment.
 *
 * @param {Object} found the API's document
 * @param {Object} format see format.js
 * @returns {Object} an ECharts option
 */
export function scatterOption({ points, segments, axes, n }, format) {
  const groups = groupsOf(points, segments);
  const tooltip = ({ seriesIndex, dataIndex }) => {
    const group = groups[seriesIndex];
    return [`@${embedded(group.members[dataIndex].handle)}`, named(group)].join('\n');
  };
  const { animation, aria, tooltip: shown } = frame([], words.description(format.count(n), segments.length), tooltip);
  const axis = (name) => ({
    ...valueAxis((value) => format.ratio(value)),
    name: `${embedded(name)} →`,
    nameLocation: 'middle',
    nameGap: 26,
    nameTextStyle: { color: MUTED, fontSize: 12 },
  });
  return {
    animation,
    aria,
    tooltip: shown,
    legend: { type: 'scroll', bottom: 0, textStyle: { color: INK }, pageTextStyle: { color: INK } },
    grid: { left: 44, right: 12, top: 8, bottom: 72 },
    xAxis: axis(axes[0].words),
    yAxis: axis(axes[1].words),
    series: groups.map((group) => ({
      type: 'scatter',
      name: named(group),
      symbol: group.number === 0 ? 'emptyCircle' : SHAPES[(group.number - 1) % SHAPES.length],
      symbolSize: 7,
      itemStyle: { color: colour(group.number), opacity: 0.7 },
      data: group.members.map(({ x, y }) => [x, y]),
      emphasis: { disabled: true },
    })),
  };
}

/**
 * The creators behind the marks of {@link scatterOption}, a list for each of its series.
 *
 * @param {Object} found the API's document
 * @returns {Array<Array<string>>}
 */
export function scatterLinks({ points, segments }) {
  return groupsOf(points, segments).map(({ members }) => members.map((member) => linkOf('handle', member)));
}

function groupsOf(points, segments) {
  return [...segments, { number: 0, name: words.likeNone }]
    .map((segment) => ({ ...segment, members: points.filter((point) => point.segment === segment.number) }))
    .filter(({ members }) => members.length > 0);
}

/**
 * What sets segments apart: scores by segment and behaviour.
 *
 * @param {Object} found the API's document
 * @param {Object} format see format.js
 * @returns {Object} an ECharts option
 */
export function profileOption({ segments, compared }, format) {
  const cells = segments.flatMap((segment, across) =>
    segment.profile.map((trait, down) => ({ segment, trait, across, down })),
  );
  const tooltip = ({ dataIndex }) => {
    const { segment, trait } = cells[dataIndex];
    return [
      named(segment),
      `${columnLabel(trait.behaviour)}: ${format.value(trait.median)}`,
      words.scored(format.ratio(trait.score)),
    ].join('\n');
  };
  const option = frame(
    compared.map(({ behaviour }) => columnLabel(behaviour)),
    words.profileDescription(segments.length),
    tooltip,
  );
  return {
    ...option,
    xAxis: {
      type: 'category',
      data: segments.map(({ number }) => String(number)),
      axisLine: { lineStyle: { color: LINE } },
      axisTick: { show: false },
      axisLabel: { color: INK, fontSize: 12 },
    },
    series: [
      {
        type: 'custom',
        data: cells.map(({ across, down, trait }) => [across, down, trait.score]),
        encode: { x: 0, y: 1 },
        renderItem: (params, api) => {
          const { across, down, trait } = cells[params.dataIndex];
          const [x, y] = api.coord([across, down]);
          const [width, height] = api.size([1, 1]);
          return cell(x, y, width, height, trait.score, format.ratio(trait.score));
        },
      },
    ],
  };
}

function named({ number, name }) {
  return number === 0 ? name : `${number} ${name}`;
}

function colour(number) {
  return number === 0 ? MUTED : `var(--segment-${((number - 1) % SHAPES.length) + 1})`;
}

function cell(x, y, width, height, score, text) {
  const strength = Math.min(1, Math.abs(score) / LARGEST_SCORE);
  return {
    type: 'group',
    emphasisDisabled: true,
    children: [
      {
        type: 'rect',
        shape: { x: x - width / 2 + 1, y: y - height / 2 + 1, width: width - 2, height: height - 2, r: 3 },
        style: { fill: score < 0 ? NEUTRAL : ACCENT, fillOpacity: 0.7 * strength },
      },
      {
        type: 'text',
        style: { text, x, y, align: 'center', verticalAlign: 'middle', fill: INK, fontSize: 12 },
      },
    ],
  };
}
