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
  /** Of a chart of bars that lie, which rows open something; the table beside it does the same by keyboard. */
  readonly rows?: {
    readonly opens: (row: number) => boolean;
    readonly open: (row: number) => void;
  };
}

/** One chart. A new figure replaces the old one whole. */
export function Chart({ figure, height, description, rows }: Props) {
  const box = useRef<HTMLDivElement | null>(null);
  const chart = useRef<ECharts | null>(null);
  const pressed = useRef(rows);
  useEffect(() => {
    pressed.current = rows;
  }, [rows]);

  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const own = init(element, null, { renderer: 'svg' });
    chart.current = own;
    // The whole row answers, name and amount too: a bar of some thousand pounds is a hair's breadth.
    const rowAt = ({ offsetX, offsetY }: { offsetX: number; offsetY: number }): number | null => {
      if (pressed.current === undefined) return null;
      const row = own.convertFromPixel({ gridIndex: 0 }, [offsetX, offsetY])[1];
      return row !== undefined && pressed.current.opens(row) ? row : null;
    };
    own.getZr().on('mousemove', (event) => {
      own.getZr().setCursorStyle(rowAt(event) === null ? 'default' : 'pointer');
    });
    own.getZr().on('click', (event) => {
      const row = rowAt(event);
      if (row !== null) pressed.current?.open(row);
    });
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
