import { type Deadline, resumedDeadline } from '../../../workflows/shared/deadline/task-clock.ts';
import type { DeskTask } from '../../../workflows/shared/desk-task.ts';
import type { Supplement } from '../../../workflows/shared/supplement.ts';
import { localDateOf } from '../../../workflows/shared/working-days.ts';
import type { Services } from '../../shared/services.ts';
import { deskRules } from '../../shared/store/desk-rules.ts';

/** The department's deadline once its supplement is answered, or is not to come any more. */
export async function resumedClock(
  { clock }: DeskTask,
  { askedAt }: Supplement,
  { calendars, now }: Pick<Services, 'calendars' | 'now'>,
): Promise<Deadline> {
  const untilOn = localDateOf(now());
  const pause = { fromOn: localDateOf(new Date(askedAt)), untilOn };
  return resumedDeadline(await calendars.read(), clock, pause, deskRules(untilOn).reminders);
}
