import type { AuditStore } from '../../shared/store/audit-store.ts';

/** How far back the first anchor looks for the first entry, where the schedule did not run from the first day on. */
const LOOK_BACK_DAYS = 31;

/** The first day of the trail: that of the first anchor; before there is one, the first day with entries up to `today`. */
export async function firstDay(audit: AuditStore, today: string): Promise<string> {
  const first = await audit.firstAnchor();
  if (first) return first.day;
  for (let back = LOOK_BACK_DAYS; back > 0; back--) {
    const day = daysBefore(today, back);
    if ((await audit.readDay(day, '', 1)).lines.length > 0) return day;
  }
  return today;
}

function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - count * 24 * 3_600_000).toISOString().slice(0, 10);
}
