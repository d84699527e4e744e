import type { QueueCounts } from '../../../workflows/shared/desk-counts.ts';
import type { DepartmentLoad, Overdue } from '../../../workflows/shared/office-routes.ts';
import {
  addWorkingDays,
  endOfDay,
  localDateOf,
  localInstant,
} from '../../../workflows/shared/working-days.ts';
import type { Services } from '../../shared/services.ts';
import { organisationName } from '../store/organisation-name.ts';

/**
 * How each department stands now, the most overdue first: from its counters, and from its queue by due date up to the day that is
 * so many working days away.
 */
export async function loadNow(
  dueSoonWorkingDays: number,
  { calendars, desk, now }: Pick<Services, 'calendars' | 'desk' | 'now'>,
): Promise<Overdue> {
  const at = now();
  const { dueOn } = addWorkingDays(await calendars.read(), localDateOf(at), dueSoonWorkingDays);
  const rows = [...byDepartment(await desk.counts(undefined))].map(async ([departmentId, counts]) => {
    const load = { departmentId, name: organisationName(departmentId, localDateOf(at)), ...counts };
    const [overdue, upToSoon] = await Promise.all([
      desk.countDue(departmentId, localInstant(at)),
      desk.countDue(departmentId, endOfDay(dueOn)),
    ]);
    return { ...load, overdue, dueSoon: upToSoon - overdue };
  });
  const items: DepartmentLoad[] = await Promise.all(rows);
  items.sort((a, b) => b.overdue - a.overdue || b.dueSoon - a.dueSoon || b.open - a.open);
  return { dueSoonThroughOn: dueOn, items };
}

/** The desk's counter `overdue` holds those that were called overdue, which is what the office sees to. */
function byDepartment(counts: readonly QueueCounts[]): Map<string, { open: number; escalated: number }> {
  const sums = new Map<string, { open: number; escalated: number }>();
  for (const { departmentId, open, overdue } of counts) {
    const sum = sums.get(departmentId) ?? { open: 0, escalated: 0 };
    sums.set(departmentId, { open: sum.open + open, escalated: sum.escalated + overdue });
  }
  return sums;
}
