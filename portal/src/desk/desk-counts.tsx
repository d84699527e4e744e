import type { DeskCount } from '../../../workflows/shared/desk-counts.ts';
import { CountDeskTasks } from '../../../workflows/shared/desk-routes.ts';
import { useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';

const SHOWN = [
  { count: 'open', label: { zh: '待办', en: 'Open' } },
  { count: 'unclaimed', label: { zh: '未签收', en: 'Nobody’s' } },
  { count: 'overdue', label: { zh: '已逾期', en: 'Overdue' } },
  { count: 'decided', label: { zh: '已答复', en: 'Answered' } },
] as const satisfies readonly { count: DeskCount; label: object }[];

/** How much stands in each queue. */
export function DeskCounts() {
  const say = useText();
  const { data } = useRoute(CountDeskTasks, {});
  return (
    <ul className="numbers" aria-busy={!data}>
      {SHOWN.map(({ count, label }) => (
        <li key={count}>
          <b>{data ? data.items.reduce((sum, queue) => sum + queue[count], 0) : '–'}</b>
          {say(label)}
        </li>
      ))}
      <li>
        <b>{data?.mine ?? '–'}</b>
        {say({ zh: '我签收的', en: 'Mine' })}
      </li>
    </ul>
  );
}
