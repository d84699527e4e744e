import type { ReactNode } from 'react';
import { ListMovedDueDates } from '../../../workflows/shared/calendar-routes.ts';
import { useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { Shown } from '../parts/shown.tsx';

interface Props {
  readonly year: number;
  /** What is shown once they are all computed, if any moved. */
  readonly children: ReactNode;
}

/** How many due dates the calendar of a year has moved. */
export function MovedCount({ year, children }: Props) {
  const say = useText();
  const moved = useRoute(
    ListMovedDueDates,
    { params: { year }, query: { limit: 1 } },
    ({ pending }) => pending,
  );
  return (
    <Shown of={moved}>
      {({ total, pending }) => (
        <>
          <p role="status">
            {pending
              ? say({ zh: '正在重新计算暂定的到期时间……', en: 'Provisional due dates are being computed …' })
              : say(
                  {
                    zh: '暂定的到期时间已重新计算，{n} 项有变动。',
                    en: 'Due dates are computed anew: {n} moved.',
                  },
                  { n: total },
                )}
          </p>
          {!pending && total > 0 && children}
        </>
      )}
    </Shown>
  );
}
