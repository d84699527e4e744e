import type * as z from 'zod';
import { type AuditAnchor, dayAfter, NO_ANCHOR, nextAnchor } from '../../workflows/shared/audit/anchor.ts';
import { DayTally } from '../../workflows/shared/audit/day-tally.ts';
import { AnchorAuditDays } from '../../workflows/shared/audit-steps.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import { log } from '../shared/log.ts';
import type { Services } from '../shared/services.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';
import { firstDay } from './days/first-day.ts';
import { headsByCases } from './days/heads-by-cases.ts';
import { linesOfDay } from './days/lines-of-day.ts';

/** What was begun before midnight is written, and in the index, this long after it. */
const SETTLED_AFTER_MS = 10 * 60_000;

/**
 * Anchors every day that has ended and is not anchored yet, oldest first: normally yesterday; after a failure the days that
 * were missed. The hash goes to the log too, where whoever can write the table cannot reach it.
 */
export async function anchorAuditDays(
  _event: unknown,
  { audit, commit, now }: Services,
): Promise<z.input<typeof AnchorAuditDays.output>> {
  const today = localDateOf(new Date(now().getTime() - SETTLED_AFTER_MS));
  const anchored: string[] = [];
  let last = await audit.lastAnchor();
  let day = last ? dayAfter(last.day) : await firstDay(audit, today);
  for (; day < today; day = dayAfter(day)) {
    last = await untilFresh(() => anchorDay(day, last, { audit, commit }));
    log.info('audit day anchored', { day, cases: last.cases, entries: last.entries, hash: last.hash });
    anchored.push(day);
  }
  return { anchored, ...(last ? { lastHash: last.hash } : {}) };
}

async function anchorDay(
  day: string,
  before: AuditAnchor | undefined,
  { audit, commit }: Pick<Services, 'audit' | 'commit'>,
): Promise<AuditAnchor> {
  const standing = await audit.anchorOf(day);
  if (standing) return standing;
  const tally = new DayTally(day);
  for await (const line of linesOfDay(audit, day)) if (line.line === 'entry') tally.add(line.entry);
  const heads = await headsByCases(tally, audit);
  const anchor = nextAnchor(before?.hash ?? NO_ANCHOR, { day, heads, entries: tally.entries });
  await commit(audit.anchor(anchor, heads));
  return anchor;
}

export const handler = task(AnchorAuditDays, anchorAuditDays);
