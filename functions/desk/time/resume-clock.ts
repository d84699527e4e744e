import { type Deadline, resumedDeadline } from '../../../workflows/shared/deadline/task-clock.ts';
import type { DeskTask } from '../../../workflows/shared/desk-task.ts';
import type { Supplement } from '../../../workflows/shared/supplement.ts';
import { localDateOf } from '../../../workflows/shared/working-days.ts';
import { deskRules } from '../../shared/store/desk-rules.ts';
import { publishedCalendar } from '../../shared/store/official-calendar.ts';

/** The department's deadline once its supplement is answered, or is not to come any more. */
export function resumedClock({ clock }: DeskTask, { askedAt }: Supplement, now: Date): Deadline {
  const untilOn = localDateOf(now);
  const pause = { fromOn: localDateOf(new Date(askedAt)), untilOn };
  return resumedDeadline(publishedCalendar(), clock, pause, deskRules(untilOn).reminders);
}
