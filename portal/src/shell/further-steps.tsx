import { Button } from 'antd';
import { useState } from 'react';
import { ListCalendars } from '../../../workflows/shared/calendar-routes.ts';
import { officialCalendar } from '../../../workflows/shared/working-days.ts';
import { useRoute } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { useSession } from '../session/use-session.ts';
import { untilNextDue, untilNextWorkingDay } from './clock-steps.ts';

interface Props {
  readonly now: Date;
  readonly isMoving: boolean;
  readonly move: (advance: string) => void;
}

/** One working day, and to the first due date that the page shows: for whoever is signed in, because calendars are not public. */
export function FurtherSteps({ now, isMoving, move }: Props) {
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
