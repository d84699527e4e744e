import { type Deadline, deadlineOf } from '../../../workflows/shared/deadline/task-clock.ts';
import { localDateOf } from '../../../workflows/shared/working-days.ts';
import { deskRules } from '../../shared/store/desk-rules.ts';
import { publishedCalendar } from '../../shared/store/official-calendar.ts';
import { answerRulesAt } from '../store/answer-rules.ts';

/** What an institution promises that takes an order now, with the reminders of every desk. */
export function promisedDeadlines(now: Date): { contact: Deadline; decision: Deadline } {
  const fromOn = localDateOf(now);
  const { contactWithinWorkingDays, decideWithinWorkingDays } = answerRulesAt(now);
  const within = (workingDays: number) =>
    deadlineOf(publishedCalendar(), { fromOn, workingDays, pauses: [] }, deskRules(fromOn).reminders);
  return { contact: within(contactWithinWorkingDays), decision: within(decideWithinWorkingDays) };
}
