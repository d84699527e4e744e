import type { Statistics } from '../../../workflows/shared/office-routes.ts';
import { useText } from '../language.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';

type Procedure = Statistics['procedures'][number];

/** How many cases of each procedure came and went, and how long they took. */
export function ProcedureTable({ procedures }: Pick<Statistics, 'procedures'>) {
  const say = useText();
  const number = (title: string, cell: (row: Procedure) => number | undefined): Column<Procedure> => ({
    title,
    numeric: true,
    cell: (row) => cell(row) ?? '–',
  });
  return (
    <DataTable
      caption={say({ zh: '各事项办理情况', en: 'Matters' })}
      rows={procedures}
      rowKey={({ workflow }) => workflow}
      empty={say({ zh: '这段时间没有办件', en: 'No case in these months' })}
      columns={[
        { title: say({ zh: '事项', en: 'Matter' }), cell: ({ title }) => say(title) },
        number(say({ zh: '受理', en: 'Submitted' }), ({ submitted }) => submitted),
        number(say({ zh: '办结', en: 'Concluded' }), ({ concluded }) => concluded),
        number(say({ zh: '撤回', en: 'Withdrawn' }), ({ withdrawn }) => withdrawn),
        number(
          say({ zh: '用时中位数（工作日）', en: 'Median working days' }),
          (row) => row.medianWorkingDays,
        ),
        number(
          say({ zh: '用时 90 分位（工作日）', en: '90th percentile' }),
          (row) => row.ninetiethPercentileWorkingDays,
        ),
      ]}
    />
  );
}
