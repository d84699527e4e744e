import { useCallback, useMemo } from 'react';
import type { DepartmentLoad } from '../../../workflows/shared/office-routes.ts';
import { useText } from '../language.tsx';
import { BarFigure } from '../statistics/bar-figure.tsx';

const RED = '#b42318';

/** Open, due soon and overdue tasks of each department that has any. */
export function LoadChart({ items }: { readonly items: readonly DepartmentLoad[] }) {
  const say = useText();
  const busy = useMemo(() => items.filter(({ open }) => open > 0), [items]);
  const name = useCallback((load: DepartmentLoad) => say(load.name), [say]);
  const series = useMemo(
    () => [
      { name: say({ zh: '待办（件）', en: 'Open' }), value: ({ open }: DepartmentLoad) => open },
      { name: say({ zh: '即将到期', en: 'Due soon' }), value: ({ dueSoon }: DepartmentLoad) => dueSoon },
      {
        name: say({ zh: '逾期', en: 'Overdue' }),
        value: ({ overdue }: DepartmentLoad) => overdue,
        color: RED,
      },
    ],
    [say],
  );
  return (
    <BarFigure
      title={say({ zh: '各部门待办', en: 'Open with each department' })}
      head={say({ zh: '部门', en: 'Department' })}
      rows={busy}
      name={name}
      series={series}
      further={{ name: say({ zh: '督办中', en: 'With the office' }), value: ({ escalated }) => escalated }}
      empty={say({ zh: '各部门都没有待办', en: 'No department has an open task' })}
    />
  );
}
