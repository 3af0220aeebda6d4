import * as echarts from '/vendor/echarts.js';

/**
 * Draws a chart that fills its element and keeps filling it until that leaves the page. This module alone knows
 * ECharts.
 *
 * @param {HTMLElement} element sized by the stylesheet
 * @param {Object} option see options.js
 * @param {function({seriesIndex: number, dataIndex: number}): void} [onPick] called with the mark that is clicked
 * @returns {{svg: function(): string}} the chart as it stands; colours are still names of the stylesheet's
 */
export function draw(element, option, onPick = null) {
  const textStyle = { fontFamily: getComputedStyle(element).fontFamily };
  const chart = echarts.init(element, { textStyle }, { renderer: 'svg' });
  chart.setOption(option);
  const sizes = new ResizeObserver(() => {
    if (element.isConnected) {
      chart.resize();
    } else {
      sizes.disconnect();
      chart.dispose();
    }
  });
  sizes.observe(element);
  if (onPick) {
    chart.on('click', onPick);
  }
  return { svg: () => chart.renderToSVGString() };
}
