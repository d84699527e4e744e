import { useMemo } from 'react';
import type { DepartmentLoad } from '../../../workflows/shared/office-routes.ts';
import { useText } from '../language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import type { BarOption } from '../statistics/chart.tsx';
import { LazyChart } from '../statistics/lazy-chart.tsx';

/** Open, due soon and overdue tasks of each department that has any. */
export function LoadChart({ items }: { readonly items: readonly DepartmentLoad[] }) {
  const say = useText();
  const busy = useMemo(() => items.filter(({ open }) => open > 0), [items]);
  const option = useMemo((): BarOption => {
    const series = [
      { name: say({ zh: '待办', en: 'Open' }), data: busy.map(({ open }) => open) },
      { name: say({ zh: '即将到期', en: 'Due soon' }), data: busy.map(({ dueSoon }) => dueSoon) },
      { name: say({ zh: '逾期', en: 'Overdue' }), data: busy.map(({ overdue }) => overdue) },
    ];
    return {
      legend: { top: 0 },
      tooltip: { trigger: 'axis' },
      xAxis: {
        type: 'category',
        data: busy.map(({ name }) => say(name)),
        axisLabel: { hideOverlap: true, width: 110, overflow: 'break' },
      },
      yAxis: { type: 'value', minInterval: 1 },
      series: series.map((one) => ({ type: 'bar', barMaxWidth: 28, ...one })),
    };
  }, [busy, say]);
  return (
    <>
      {busy.length > 0 && (
        <section className="panel">
          <LazyChart
            option={option}
            label={say({
              zh: '各部门待办数量图，数字见下表',
              en: 'Open tasks of each department; the table below says the same',
            })}
          />
        </section>
      )}
      <DataTable
        caption={say({ zh: '各部门待办', en: 'Open with each department' })}
        rows={busy}
        rowKey={({ departmentId }) => departmentId}
        empty={say({ zh: '各部门都没有待办', en: 'No department has an open task' })}
        columns={[
          { title: say({ zh: '部门', en: 'Department' }), cell: ({ name }) => say(name) },
          { title: say({ zh: '待办', en: 'Open' }), cell: ({ open }) => open, numeric: true },
          { title: say({ zh: '即将到期', en: 'Due soon' }), cell: ({ dueSoon }) => dueSoon, numeric: true },
          { title: say({ zh: '逾期', en: 'Overdue' }), cell: ({ overdue }) => overdue, numeric: true },
          {
            title: say({ zh: '督办中', en: 'With the office' }),
            cell: ({ escalated }) => escalated,
            numeric: true,
          },
        ]}
      />
    </>
  );
}
