import * as z from 'zod';
import type { AuditEntry } from '../audit-entry.ts';
import { countedOf } from './counted.ts';
import { type CounterSet, Tally } from './tally.ts';

const First = z.object({ workflow: z.string().min(1) });

/**
 * The statistics as the audit alone tells them. Entries may come in any order: a case's first one names its procedure, and what
 * came before it waits. A chain whose first entry names none is no case's (a staff list's, a calendar's) and counts for nothing.
 */
export class Recount {
  private readonly tally = new Tally();
  /** The procedure of each chain that has begun; undefined of a chain that is no case's. */
  private readonly workflows = new Map<string, string | undefined>();
  private readonly waiting = new Map<string, AuditEntry[]>();

  take(entry: AuditEntry): void {
    const { caseId, sequence, details } = entry;
    if (sequence === 1) this.begin(caseId, First.safeParse(details).data?.workflow);
    if (this.workflows.has(caseId)) this.count(entry, this.workflows.get(caseId));
    else this.waiting.set(caseId, [...(this.waiting.get(caseId) ?? []), entry]);
  }

  /** @throws Error where the first entry of a case never came: its procedure is unknown */
  sets(): CounterSet[] {
    const [caseId] = this.waiting.keys();
    if (caseId !== undefined) throw new Error(`the first entry of case ${caseId} is missing`);
    return this.tally.sets();
  }

  private begin(caseId: string, workflow: string | undefined): void {
    this.workflows.set(caseId, workflow);
    for (const entry of this.waiting.get(caseId) ?? []) this.count(entry, workflow);
    this.waiting.delete(caseId);
  }

  private count(entry: AuditEntry, workflow: string | undefined): void {
    const counted = workflow === undefined ? undefined : countedOf(entry, workflow);
    if (counted) this.tally.count(counted);
  }
}
