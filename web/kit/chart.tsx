import { useEffect, useRef } from 'react';
import { BarChart, FunnelChart, LineChart, PieChart, SankeyChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { EChartsOption } from 'echarts';
import { useThemeName } from './theme-name.js';

use([
  BarChart,
  FunnelChart,
  LineChart,
  PieChart,
  SankeyChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  SVGRenderer,
]);

export type ChartOption = EChartsOption;

/** Colours that can be told apart by who sees red and green alike (Okabe and Ito), light enough for both themes. */
const palette = [
  '#0072b2',
  '#e69f00',
  '#009e73',
  '#cc79a7',
  '#56b4e9',
  '#d55e00',
  '#8c6bb1',
  '#b8a000',
  '#7f7f7f',
];

/** Draws a chart as SVG, whose text the browser's own fonts write; it follows its place's size and the theme. */
export function Chart({ option, label, height }: { option: ChartOption; label: string; height: number }) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);
  const theme = useThemeName();
  useEffect(() => {
    if (place.current === null) return;
    const own = init(place.current, theme === 'dark' ? 'dark' : null, { renderer: 'svg' });
    chart.current = own;
    const observer = new ResizeObserver(() => own.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      own.dispose();
      chart.current = null;
    };
  }, [theme]);
  useEffect(() => {
    const fontFamily = getComputedStyle(document.body).fontFamily;
    chart.current?.setOption(
      {
        backgroundColor: 'transparent',
        color: palette,
        textStyle: { fontFamily },
        aria: { enabled: true, decal: { show: false }, label: { description: label } },
        animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
        ...option,
      },
      { notMerge: true },
    );
  }, [option, label, theme]);
  return <div ref={place} role="img" aria-label={label} style={{ height, width: '100%' }} />;
}
