import type { Statistics } from '../../../workflows/shared/office-routes.ts';
import { useText } from '../language.tsx';
import { DataTable } from '../parts/data-table.tsx';

/** Departments, best first. */
export function LeagueTable({ departments }: Pick<Statistics, 'departments'>) {
  const say = useText();
  return (
    <DataTable
      caption={say({ zh: '部门排名', en: 'League of departments' })}
      rows={departments}
      rowKey={({ departmentId }) => departmentId}
      empty={say({ zh: '这段时间没有数据', en: 'Nothing in these months' })}
      columns={[
        { title: say({ zh: '名次', en: 'Rank' }), cell: ({ rank }) => rank, numeric: true },
        { title: say({ zh: '部门', en: 'Department' }), cell: ({ name }) => say(name) },
        { title: say({ zh: '已答复', en: 'Answered' }), cell: ({ answered }) => answered, numeric: true },
        {
          title: say({ zh: '按时率', en: 'Kept' }),
          cell: ({ keptPercent }) => (keptPercent === undefined ? '–' : `${keptPercent}%`),
          numeric: true,
        },
        {
          title: say({ zh: '中位数（工作日）', en: 'Median working days' }),
          cell: ({ medianWorkingDays }) => medianWorkingDays ?? '–',
          numeric: true,
        },
        {
          title: say({ zh: '90 分位（工作日）', en: '90th percentile' }),
          cell: ({ ninetiethPercentileWorkingDays }) => ninetiethPercentileWorkingDays ?? '–',
          numeric: true,
        },
        { title: say({ zh: '逾期', en: 'Overdue' }), cell: ({ overdue }) => overdue, numeric: true },
      ]}
    />
  );
}
