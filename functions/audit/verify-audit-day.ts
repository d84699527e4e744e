import { verifyDay } from '../../workflows/shared/audit/day-verification.ts';
import type { AuditLine } from '../../workflows/shared/audit/export-line.ts';
import { VerifyAuditDay } from '../../workflows/shared/audit-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { linesOfDay } from './days/lines-of-day.ts';

type Contract = typeof VerifyAuditDay;

/** Holds the entries of a day against each other, against its anchor, and that against the one of the day before; nothing may stand before the first. */
export async function verifyAuditDay(
  { params: { day } }: RouteInput<Contract>,
  { audit }: Services,
): Promise<RouteReply<Contract>> {
  const lines: AuditLine[] = [];
  for await (const line of linesOfDay(audit, day)) lines.push(line);
  const [before, last] = await Promise.all([audit.anchorOf(dayBefore(day)), audit.lastAnchor()]);
  const { misfit, ...seen } = verifyDay(day, lines, { before, last });
  return { body: { whole: misfit === undefined, ...seen, ...(misfit ? { misfit: { ...misfit } } : {}) } };
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 24 * 3_600_000).toISOString().slice(0, 10);
}

export const handler = route(VerifyAuditDay, verifyAuditDay);
