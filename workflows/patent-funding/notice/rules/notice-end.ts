import {
  addWorkingDays,
  endOfDay,
  localDateOf,
  type OfficialCalendar,
} from '../../../shared/working-days.ts';

/** When a notice ends: at the end of its last working day. Provisional where a year counted is not published yet. */
export function noticeEnd(
  calendar: OfficialCalendar,
  publishedAt: string,
  workingDays: number,
): { readonly endsAt: string; readonly endsProvisional: boolean } {
  const due = addWorkingDays(calendar, localDateOf(new Date(publishedAt)), workingDays);
  return { endsAt: endOfDay(due.dueOn), endsProvisional: due.provisional };
}
