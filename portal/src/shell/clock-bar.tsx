import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import * as z from 'zod';
import { ListCalendars } from '../../../workflows/shared/calendar-routes.ts';
import { officialCalendar } from '../../../workflows/shared/working-days.ts';
import { useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { useWhen } from '../parts/when.tsx';
import { useSession } from '../session/use-session.ts';
import { untilNextDue, untilNextWorkingDay } from './clock-steps.ts';

const Clock = z.object({ now: z.iso.datetime(), virtual: z.boolean() });
const STEPS = [
  { advance: 'PT1H', label: { zh: '+1 小时', en: '+1 hour' } },
  { advance: 'P1D', label: { zh: '+1 天', en: '+1 day' } },
  { advance: 'P7D', label: { zh: '+7 天', en: '+7 days' } },
] as const;

/** The clock of a platform on one machine; elsewhere there is none, and the document of the portal answers. */
export function useClock() {
  return useQuery({
    queryKey: ['clock'],
    staleTime: 30_000,
    retry: false,
    queryFn: async () => {
      const response = await fetch('/local/clock');
      const isClock = response.headers.get('content-type')?.includes('json');
      return isClock ? (Clock.safeParse(await response.json()).data ?? null) : null;
    },
  });
}

/** For training and demonstrations: shows a virtual clock and moves it. Where the clock is the real one there is no bar. */
export function ClockBar() {
  const say = useText();
  const when = useWhen();
  const queries = useQueryClient();
  const { data: clock } = useClock();
  const move = useMutation({
    mutationFn: async (advance: string) => {
      // What is due every minute is done once at the end: a week would otherwise take it ten thousand times.
      const body = JSON.stringify({ advance, schedules: advance === 'PT1H' });
      const response = await fetch('/local/clock', { method: 'POST', body });
      if (!response.ok) throw new Error(await response.text());
    },
    onSettled: () => queries.invalidateQueries(),
  });
  if (!clock?.virtual) return null;
  return (
    <section className="clock-bar" aria-label={say({ zh: '演示时钟', en: 'Demonstration clock' })}>
      <span>
        {say({ zh: '演示时钟', en: 'Demonstration clock' })} <b>{when.time(clock.now)}</b>
      </span>
      {STEPS.map(({ advance, label }) => (
        <Button key={advance} size="small" disabled={move.isPending} onClick={() => move.mutate(advance)}>
          {say(label)}
        </Button>
      ))}
      <FurtherSteps now={new Date(clock.now)} isMoving={move.isPending} move={move.mutate} />
      {move.isPending && <span role="status">{say({ zh: '正在推进时间……', en: 'Moving the clock …' })}</span>}
    </section>
  );
}

interface StepsProps {
  readonly now: Date;
  readonly isMoving: boolean;
  readonly move: (advance: string) => void;
}

/** One working day, and to the first due date that the page shows: for whoever is signed in, because calendars are not public. */
function FurtherSteps({ now, isMoving, move }: StepsProps) {
  const say = useText();
  const { actor } = useSession();
  const { data } = useRoute(ListCalendars, actor && {});
  const [isNoneAhead, setNoneAhead] = useState(false);
  if (!data) return null;
  const calendar = officialCalendar(data.items.map((one) => one.calendar));
  function toNextDue() {
    const advance = untilNextDue(dueDatesShown(), now);
    setNoneAhead(advance === undefined);
    if (advance) move(advance);
  }
  return (
    <>
      <Button size="small" disabled={isMoving} onClick={() => move(untilNextWorkingDay(calendar, now))}>
        {say({ zh: '下一个工作日', en: 'Next working day' })}
      </Button>
      <Button size="small" disabled={isMoving} onClick={toNextDue}>
        {say({ zh: '到本页最近的到期时间', en: 'To the next due date on this page' })}
      </Button>
      <span role="status">
        {isNoneAhead && say({ zh: '本页没有未到的到期时间', en: 'No due date lies ahead on this page' })}
      </span>
    </>
  );
}

/** What every `Due` of the page says. */
function dueDatesShown(): string[] {
  return [...document.querySelectorAll<HTMLTimeElement>('.due time')].map(({ dateTime }) => dateTime);
}
