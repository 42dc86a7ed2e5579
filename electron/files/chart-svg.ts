/** Draws a figure as SVG text without a screen. The only file of the host that knows ECharts. */
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  MarkLineComponent,
  MarkPointComponent,
} from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { drawable, type Figure } from '../../shared/figures/figure.ts';

use([
  AriaComponent,
  BarChart,
  GridComponent,
  LineChart,
  MarkLineComponent,
  MarkPointComponent,
  ScatterChart,
  SVGRenderer,
]);

/** The figure as one `<svg>` of so many CSS pixels. */
export function chartSvg(
  figure: Figure,
  size: { readonly width: number; readonly height: number },
) {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption(drawable(figure));
    return chart.renderToSVGString();
  } finally {
    // Without it the process does not end.
    chart.dispose();
  }
}
