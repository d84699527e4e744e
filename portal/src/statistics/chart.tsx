import { BarChart, type BarSeriesOption } from 'echarts/charts';
import {
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export type BarOption = ComposeOption<
  BarSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>;

export interface ChartProps {
  readonly option: BarOption;
  readonly label: string;
  /** How high it is, where that depends on how much it shows. */
  readonly rem?: number;
}

/** A chart of bars. What it shows stands in a table beside it, so that it is a picture only. */
export default function Chart({ option, label, rem }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const chart = init(place.current, undefined, { renderer: 'svg' });
    chart.setOption({
      color: ['#0b57b0', '#c2570c', '#14713d'],
      grid: { left: 48, right: 16, top: 36, bottom: 32, containLabel: true },
      ...option,
    });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [option]);
  const height = rem === undefined ? undefined : { height: `${rem}rem` };
  return <div ref={place} className="chart" style={height} role="img" aria-label={label} />;
}
