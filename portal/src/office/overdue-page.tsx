import { Link } from 'react-router';
import { ListEscalatedTasks } from '../../../workflows/shared/escalation-routes.ts';
import { ShowOverdue } from '../../../workflows/shared/office-routes.ts';
import { usePages, useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { More } from '../parts/more.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Shown } from '../parts/shown.tsx';
import { TaskDue } from '../parts/task-due.tsx';
import { useDepartments } from '../parts/use-departments.ts';
import { SUPERVISION_PLACES } from '../shell/nav.ts';
import { SubNav } from '../shell/sub-nav.tsx';
import { LoadChart } from './load-chart.tsx';

/** What is overdue, and how much stands with each department. */
export function Component() {
  const say = useText();
  const name = useDepartments();
  const escalated = usePages(ListEscalatedTasks, {});
  const load = useRoute(ShowOverdue, {});
  return (
    <>
      <PageTitle>{say({ zh: '督办', en: 'Supervision' })}</PageTitle>
      <SubNav label={say({ zh: '督办', en: 'Supervision' })} places={SUPERVISION_PLACES} />
      <h2>{say({ zh: '逾期未答复', en: 'Overdue and unanswered' })}</h2>
      <Shown of={escalated}>
        {() => (
          <DataTable
            caption={say({ zh: '逾期未答复', en: 'Overdue' })}
            rows={escalated.items}
            rowKey={({ taskId }) => taskId}
            empty={say({ zh: '没有逾期的待办', en: 'Nothing is overdue' })}
            columns={[
              {
                title: say({ zh: '办件', en: 'Case' }),
                cell: ({ taskId, caseNumber }) => <Link to={`/desk/${taskId}`}>{caseNumber}</Link>,
              },
              {
                title: say({ zh: '部门', en: 'Department' }),
                cell: ({ departmentId }) => say(name(departmentId)),
              },
              { title: say({ zh: '企业', en: 'Enterprise' }), cell: ({ applicantName }) => applicantName },
              { title: say({ zh: '到期', en: 'Due' }), cell: (task) => <TaskDue task={task} /> },
              {
                title: say({ zh: '签收人', en: 'Held by' }),
                cell: ({ assignee }) => assignee?.personName ?? say({ zh: '未签收', en: 'Nobody' }),
              },
            ]}
          />
        )}
      </Shown>
      <More of={escalated} />
      <Shown of={load}>{({ items }) => <LoadChart items={items} />}</Shown>
    </>
  );
}
