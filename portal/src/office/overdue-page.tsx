import { ListEscalatedTasks } from '../../../workflows/shared/escalation-routes.ts';
import { ShowOverdue } from '../../../workflows/shared/office-routes.ts';
import { usePages, useRoute } from '../api/use-route.ts';
import { DeskTable } from '../desk/desk-table.tsx';
import { useText } from '../language.tsx';
import { More } from '../parts/more.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Shown } from '../parts/shown.tsx';
import { SUPERVISION_PLACES } from '../shell/nav.ts';
import { SubNav } from '../shell/sub-nav.tsx';
import { LoadChart } from './load-chart.tsx';

/** What is overdue, and how much stands with each department. */
export function Component() {
  const say = useText();
  const escalated = usePages(ListEscalatedTasks, {});
  const load = useRoute(ShowOverdue, {});
  return (
    <>
      <PageTitle>{say({ zh: '督办', en: 'Supervision' })}</PageTitle>
      <SubNav label={say({ zh: '督办', en: 'Supervision' })} places={SUPERVISION_PLACES} />
      <h2>{say({ zh: '逾期未答复', en: 'Overdue and unanswered' })}</h2>
      <Shown of={escalated}>
        {() => (
          <DeskTable tasks={escalated.items} empty={{ zh: '没有逾期的待办', en: 'Nothing is overdue' }} />
        )}
      </Shown>
      <More of={escalated} />
      <Shown of={load}>{({ items }) => <LoadChart items={items} />}</Shown>
    </>
  );
}
