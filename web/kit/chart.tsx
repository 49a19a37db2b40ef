import { useEffect, useRef } from 'react';
import { BarChart, FunnelChart, LineChart, PieChart, SankeyChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { EChartsOption } from 'echarts';
import { isMoving } from './media.js';
import { palette } from './palette.js';
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

export interface ChartProps {
  option: ChartOption;
  label: string;
  height: number;
  onPick?: ((name: string) => void) | undefined;
}

/** Draws a chart as SVG, whose text the browser's own fonts write; it follows its place's size and the theme. */
export function Chart({ option, label, height, onPick }: ChartProps) {
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
        color: [...palette],
        textStyle: { fontFamily },
        aria: { enabled: true, decal: { show: false }, label: { description: label } },
        animation: isMoving(),
        ...option,
      },
      { notMerge: true },
    );
  }, [option, label, theme]);
  useEffect(() => {
    if (onPick === undefined) return;
    const own = chart.current;
    const tell = ({ name }: { name: string }) => onPick(name);
    own?.on('click', tell);
    return () => void own?.off('click', tell);
  }, [onPick, theme]);
  return <div ref={place} role="img" aria-label={label} style={{ height, width: '100%' }} />;
}
