import type { DeskCount } from '../../../workflows/shared/desk-counts.ts';
import { CountDeskTasks } from '../../../workflows/shared/desk-routes.ts';
import { useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { useWho } from '../session/who.ts';

const SHOWN = [
  { count: 'open', label: { zh: '待办', en: 'Open' } },
  { count: 'unclaimed', label: { zh: '未签收', en: 'Nobody’s' } },
  { count: 'overdue', label: { zh: '已逾期', en: 'Overdue' } },
  { count: 'decided', label: { zh: '已答复', en: 'Answered' } },
] as const satisfies readonly { count: DeskCount; label: object }[];

/** How much stands in each queue: of the officer's own department, or for the office of the one it names. */
export function DeskCounts({ department }: { readonly department?: string }) {
  const say = useText();
  const { organisationKind } = useWho();
  const { data } = useRoute(CountDeskTasks, {});
  const queues = data?.items.filter(({ departmentId }) => !department || departmentId === department);
  return (
    <ul className="numbers" aria-busy={!data}>
      {SHOWN.map(({ count, label }) => (
        <li key={count}>
          <b>{queues ? queues.reduce((sum, queue) => sum + queue[count], 0) : '–'}</b>
          {say(label)}
        </li>
      ))}
      {organisationKind === 'department' && (
        <li>
          <b>{data?.mine ?? '–'}</b>
          {say({ zh: '我签收的', en: 'Mine' })}
        </li>
      )}
    </ul>
  );
}
