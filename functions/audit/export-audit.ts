import { dayAfter } from '../../workflows/shared/audit/anchor.ts';
import type { AuditLine } from '../../workflows/shared/audit/export-line.ts';
import { ExportAudit } from '../../workflows/shared/audit-routes.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { decodeCursor, encodeCursor, unknownCursor } from '../shared/store/cursor.ts';
import { firstDay } from './days/first-day.ts';

type Contract = typeof ExportAudit;
const LIST = 'audit-export';

/** Where an export stands: a day, and the place after which it goes on in it. */
interface Place {
  readonly day: string;
  readonly after: string;
}

/** One page of all entries and anchors, day by day. `npm run verify-audit` checks the pages put together. */
export async function exportAudit(
  { query: { limit, cursor } }: RouteInput<Contract>,
  { audit, now }: Services,
): Promise<RouteReply<Contract>> {
  const today = localDateOf(now());
  const lines: AuditLine[] = [];
  let place: Place = cursor ? placeOf(cursor) : { day: await firstDay(audit, today), after: '' };
  while (place.day <= today && lines.length < limit) {
    const page = await audit.readDay(place.day, place.after, limit - lines.length);
    lines.push(...page.lines);
    place =
      page.next === undefined
        ? { day: dayAfter(place.day), after: '' }
        : { day: place.day, after: page.next };
  }
  return {
    body: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
    headers: place.day <= today ? { link: nextPage(place, limit) } : {},
  };
}

/** RFC 8288. */
function nextPage({ day, after }: Place, limit: number): string {
  const cursor = encodeCursor(LIST, `${day}|${after}`);
  return `<${ExportAudit.path}?limit=${limit}&cursor=${cursor}>; rel="next"`;
}

function placeOf(cursor: string): Place {
  const [, day, after] = /^(\d{4}-\d{2}-\d{2})\|(.*)$/.exec(decodeCursor(LIST, cursor)) ?? [];
  if (day === undefined || after === undefined) throw unknownCursor();
  return { day, after };
}

export const handler = route(ExportAudit, exportAudit);
