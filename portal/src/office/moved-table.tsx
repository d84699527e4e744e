import { Link } from 'react-router';
import { ListMovedDueDates } from '../../../workflows/shared/calendar-routes.ts';
import { usePages } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { Due } from '../parts/due.tsx';
import { More } from '../parts/more.tsx';
import { Shown } from '../parts/shown.tsx';
import { useDepartments } from '../parts/use-departments.ts';
import { useWhen } from '../parts/when.tsx';

/** Due dates that a calendar moved: of whom, from when to when. */
export function MovedTable({ year }: { readonly year: number }) {
  const say = useText();
  const when = useWhen();
  const name = useDepartments();
  const moved = usePages(ListMovedDueDates, {}, { year });
  return (
    <>
      <Shown of={moved}>
        {() => (
          <DataTable
            caption={say({ zh: '变动的到期时间', en: 'Due dates that moved' })}
            rows={moved.items}
            rowKey={({ taskId, supplementId, version }) => `${supplementId ?? taskId} ${version}`}
            empty={say({ zh: '没有到期时间因此变动', en: 'No due date moved' })}
            columns={[
              {
                title: say({ zh: '办件', en: 'Case' }),
                cell: ({ caseId, caseNumber }) => <Link to={`/cases/${caseId}`}>{caseNumber}</Link>,
              },
              {
                title: say({ zh: '部门', en: 'Department' }),
                cell: ({ departmentId, supplementId }) => (
                  <>
                    {say(name(departmentId))}
                    {supplementId && say({ zh: '（企业补正）', en: ' (supplement of the applicant)' })}
                  </>
                ),
              },
              {
                title: say({ zh: '原到期', en: 'Was due' }),
                cell: ({ from }) => <span className="due">{when.day(from)}</span>,
              },
              {
                title: say({ zh: '现到期', en: 'Is due' }),
                cell: ({ dueAt, dueProvisional }) => <Due at={dueAt} provisional={dueProvisional} over />,
              },
              {
                title: say({ zh: '安排版本', en: 'Version' }),
                numeric: true,
                cell: ({ version }) => version,
              },
              { title: say({ zh: '变动时间', en: 'Moved' }), cell: ({ movedAt }) => when.time(movedAt) },
            ]}
          />
        )}
      </Shown>
      <More of={moved} />
    </>
  );
}
