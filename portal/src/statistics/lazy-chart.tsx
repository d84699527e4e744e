import { lazy, Suspense } from 'react';
import type { ChartProps } from './chart.tsx';

const Chart = lazy(() => import('./chart.tsx'));

/** A chart whose library is loaded when it is first shown; its place is kept meanwhile. */
export function LazyChart(props: ChartProps) {
  const height = props.rem === undefined ? undefined : { height: `${props.rem}rem` };
  return (
    <Suspense fallback={<div className="chart" style={height} aria-busy="true" />}>
      <Chart {...props} />
    </Suspense>
  );
}
