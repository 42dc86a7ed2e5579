/** A chart of `shared/figures`, drawn as SVG by ECharts; follows its box and the theme, and is read out by its description. */
import { useEffect, useRef } from 'react';
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  MarkLineComponent,
  MarkPointComponent,
} from 'echarts/components';
import { type ECharts, init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { drawable, type Figure } from '../../../shared/figures/figure.ts';

register([
  BarChart,
  LineChart,
  ScatterChart,
  GridComponent,
  MarkLineComponent,
  MarkPointComponent,
  AriaComponent,
  SVGRenderer,
]);

interface Props {
  readonly figure: Figure;
  /** Pixels. */
  readonly height: number;
  /** What the chart shows, with its figures: read out in place of the drawing. */
  readonly description: string;
}

/** One chart. A new figure replaces the old one whole. */
export function Chart({ figure, height, description }: Props) {
  const box = useRef<HTMLDivElement | null>(null);
  const chart = useRef<ECharts | null>(null);

  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const own = init(element, null, { renderer: 'svg' });
    chart.current = own;
    const observer = new ResizeObserver(() => {
      own.resize();
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      own.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption(drawable(figure), { notMerge: true });
  }, [figure]);

  return (
    <figure className="chart">
      <div ref={box} className="chart-box" style={{ height }} aria-hidden="true" />
      <figcaption className="visually-hidden">{description}</figcaption>
    </figure>
  );
}
