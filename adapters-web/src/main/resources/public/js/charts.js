import * as echarts from '/vendor/echarts.js';

/**
 * Draws a chart that fills its element and keeps filling it until that leaves the page. This module alone knows
 * ECharts.
 *
 * @param {HTMLElement} element sized by the stylesheet
 * @param {Object} option see options.js
 */
export function draw(element, option) {
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
}
