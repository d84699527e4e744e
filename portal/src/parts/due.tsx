import { Tag } from 'antd';
import type { LoadedYear } from '../../../workflows/shared/calendar.ts';
import { ListCalendars } from '../../../workflows/shared/calendar-routes.ts';
import {
  localDateOf,
  type OfficialCalendar,
  officialCalendar,
  workingDaysBetween,
} from '../../../workflows/shared/working-days.ts';
import { useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { useClock } from '../shell/clock-bar.tsx';
import { useWhen } from './when.tsx';

interface Props {
  readonly at: string;
  readonly provisional?: boolean;
  /** It was answered: how much time is left matters no more. */
  readonly over?: boolean;
}

/** When something is due, and how many working days that is from today; said in words, not in colour alone. */
export function Due({ at, provisional, over }: Props) {
  const say = useText();
  const when = useWhen();
  const left = useWorkingDaysLeft(at);
  return (
    <span className="due">
      <time dateTime={at}>{when.day(at)}</time> {!over && left !== undefined && <Left days={left} />}
      {provisional && (
        <Tag>
          {say({ zh: '暂定（次年节假日未公布）', en: 'provisional: next year’s calendar is not out' })}
        </Tag>
      )}
    </span>
  );
}

function Left({ days }: { readonly days: number }) {
  const say = useText();
  if (days < 0) return <Tag color="error">{say({ zh: '已逾期', en: 'Overdue' })}</Tag>;
  if (days === 0) return <Tag color="warning">{say({ zh: '今天到期', en: 'Due today' })}</Tag>;
  const words = { zh: '还有 {n} 个工作日', en: '{n} working days left' };
  return <Tag color={days <= 1 ? 'warning' : 'default'}>{say(words, { n: days })}</Tag>;
}

const known = new WeakMap<readonly LoadedYear[], OfficialCalendar>();

/** Put together once for all rows of a page. */
function calendarOf(years: readonly LoadedYear[]): OfficialCalendar {
  const calendar = known.get(years) ?? officialCalendar(years.map((year) => year.calendar));
  known.set(years, calendar);
  return calendar;
}

/** Negative once it is over; undefined while the calendars are read. */
function useWorkingDaysLeft(at: string): number | undefined {
  const { data } = useRoute(ListCalendars, {});
  const { data: clock, isPending } = useClock();
  if (!data || isPending) return undefined;
  const now = clock ? new Date(clock.now) : new Date();
  if (new Date(at) < now) return -1;
  const [from, to] = [localDateOf(now), localDateOf(new Date(at))];
  return workingDaysBetween(calendarOf(data.items), from, to);
}
