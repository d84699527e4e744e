import { useMemo } from 'react';
import { useText } from '../language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import type { BarOption } from './chart.tsx';
import { LazyChart } from './lazy-chart.tsx';

interface Props {
  readonly title: string;
  readonly histogram: readonly { readonly workingDays: number; readonly count: number }[];
}

/** How many took how many working days: as a picture beside the table that says the same. */
export function HistogramChart({ title, histogram }: Props) {
  const say = useText();
  const [days, count] = [say({ zh: '工作日', en: 'Working days' }), say({ zh: '件数', en: 'How many' })];
  const option = useMemo(
    (): BarOption => ({
      tooltip: {},
      grid: { left: 8, right: 64, top: 32, bottom: 8, containLabel: true },
      xAxis: { type: 'category', name: days, data: histogram.map(({ workingDays }) => workingDays) },
      yAxis: { type: 'value', name: count, minInterval: 1 },
      series: [{ type: 'bar', barMaxWidth: 48, data: histogram.map((one) => one.count) }],
    }),
    [histogram, days, count],
  );
  return (
    <section className="panel">
      <h2>{title}</h2>
      <div className={histogram.length > 0 ? 'figure' : undefined}>
        {histogram.length > 0 && <LazyChart option={option} label={title} />}
        <DataTable
          caption={title}
          rows={histogram}
          rowKey={({ workingDays }) => String(workingDays)}
          empty={say({ zh: '这段时间没有数据', en: 'Nothing in these months' })}
          columns={[
            { title: days, cell: ({ workingDays }) => workingDays, numeric: true },
            { title: count, cell: (one) => one.count, numeric: true },
          ]}
        />
      </div>
    </section>
  );
}
