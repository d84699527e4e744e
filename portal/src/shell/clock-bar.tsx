import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import * as z from 'zod';
import { useText } from '../language.tsx';
import { useWhen } from '../parts/when.tsx';
import { FurtherSteps } from './further-steps.tsx';

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
