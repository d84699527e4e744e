import type { AuditHead } from '../../../workflows/shared/audit/anchor.ts';
import type { DayTally } from '../../../workflows/shared/audit/day-tally.ts';
import { localDateOf } from '../../../workflows/shared/working-days.ts';
import { log } from '../../shared/log.ts';
import type { AuditStore } from '../../shared/store/audit-store.ts';

/**
 * The heads of a day as the cases' own rows have them. An entry taken out of the table before its day is anchored would be
 * missing for ever without a trace: the row still counts it, and an anchor made of the row names it in every verification. Chains
 * without a case (calendars, staff lists, messages) stand as they were found.
 */
export async function headsByCases(
  { day, heads }: DayTally,
  audit: Pick<AuditStore, 'caseHeads' | 'entry'>,
): Promise<AuditHead[]> {
  const rows = await audit.caseHeads(heads.map(({ caseId }) => caseId));
  const anchored: AuditHead[] = [];
  // One after the other: of a day that was missed, most cases went on.
  for (const found of heads) {
    const row = rows.get(found.caseId);
    const fits = !row || row.hash === found.hash || (await goesOn(found, day, audit));
    if (!fits) log.error('audit entries of a day are not what their case counts', { day, found, row });
    anchored.push(fits ? found : row);
  }
  return anchored;
}

/** Whether what follows the head is there and of another day: then the head is the day's own. */
async function goesOn(
  { caseId, sequence, hash }: AuditHead,
  day: string,
  audit: Pick<AuditStore, 'entry'>,
): Promise<boolean> {
  const next = await audit.entry(caseId, sequence + 1);
  return next !== undefined && next.previousHash === hash && localDateOf(new Date(next.at)) !== day;
}
