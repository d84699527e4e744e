import { Empty } from 'antd';
import { useMemo } from 'react';
import { useText } from '../language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import type { BarOption } from './chart.tsx';
import { LazyChart } from './lazy-chart.tsx';

interface Props {
  readonly title: string;
  readonly histogram: readonly { readonly workingDays: number; readonly count: number }[];
}

/** How many took how many working days: as a picture and as a table. */
export function HistogramChart({ title, histogram }: Props) {
  const say = useText();
  const option = useMemo(
    (): BarOption => ({
      tooltip: {},
      xAxis: { type: 'category', data: histogram.map(({ workingDays }) => workingDays) },
      yAxis: { type: 'value', minInterval: 1 },
      series: [{ type: 'bar', barMaxWidth: 48, data: histogram.map(({ count }) => count) }],
    }),
    [histogram],
  );
  return (
    <section className="panel">
      <h2>{title}</h2>
      {histogram.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={say({ zh: '这段时间没有数据', en: 'Nothing in these months' })}
        />
      ) : (
        <>
          <LazyChart option={option} label={title} />
          <details>
            <summary>{say({ zh: '以表格查看', en: 'As a table' })}</summary>
            <DataTable
              caption={title}
              rows={histogram}
              rowKey={({ workingDays }) => String(workingDays)}
              empty=""
              columns={[
                {
                  title: say({ zh: '工作日', en: 'Working days' }),
                  cell: ({ workingDays }) => workingDays,
                  numeric: true,
                },
                { title: say({ zh: '件数', en: 'How many' }), cell: ({ count }) => count, numeric: true },
              ]}
            />
          </details>
        </>
      )}
    </section>
  );
}
