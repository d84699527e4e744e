import { useMemo } from 'react';
import { ListCalendars } from '../../../workflows/shared/calendar-routes.ts';
import { localDateOf, officialCalendar, workingDaysBetween } from '../../../workflows/shared/working-days.ts';
import { useRoute } from '../api/use-route.ts';
import { useClock } from '../shell/clock-bar.tsx';

/** How many working days from today something is due; negative once it is over, undefined while the calendars are read. */
export type DaysLeft = (at: string) => number | undefined;

/** Once for all rows of a list. */
export function useDaysLeft(): DaysLeft {
  const { data } = useRoute(ListCalendars, {});
  const { data: clock, isPending } = useClock();
  return useMemo((): DaysLeft => {
    if (!data || isPending) return () => undefined;
    const calendar = officialCalendar(data.items.map((year) => year.calendar));
    return (at) => {
      const now = clock ? new Date(clock.now) : new Date();
      if (new Date(at) < now) return -1;
      return workingDaysBetween(calendar, localDateOf(now), localDateOf(new Date(at)));
    };
  }, [data, clock, isPending]);
}
