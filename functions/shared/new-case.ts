import type { Actor } from '../../workflows/shared/actor.ts';
import type { AuditEntry } from '../../workflows/shared/audit-entry.ts';
import type { CaseSummary } from '../../workflows/shared/case.ts';
import { personOf } from './person-of.ts';
import type { Services } from './services.ts';
import type { GuardedWrite } from './store/write.ts';

/** A case that an enterprise opens. */
interface Opening {
  readonly caseId: string;
  readonly workflow: string;
  /** Of its number: `LC-2026-000123`. */
  readonly prefix: string;
  readonly applicant: CaseSummary['applicant'];
  readonly actor: Actor;
  readonly at: string;
  readonly detail: unknown;
  /** What the first audit entry keeps of it. */
  readonly details: AuditEntry['details'];
}

/** The next case number of the year, and the writes that take it and make the case. Wrap it and the commit in `untilFresh`. */
export async function newCase(
  { caseId, workflow, prefix, applicant, actor, at, detail, details }: Opening,
  { cases, numbers }: Pick<Services, 'cases' | 'numbers'>,
): Promise<{ summary: CaseSummary; writes: GuardedWrite[] }> {
  const year = at.slice(0, 4);
  const number = await numbers.next(`case#${workflow}#${year}`);
  const caseNumber = `${prefix}-${year}-${String(number.value).padStart(6, '0')}`;
  const opened = { caseId, caseNumber, workflow, applicant, submittedAt: at };
  const submittedBy = { personId: actor.personId, personName: actor.personName };
  const deed = { kind: 'case-submitted', at, actor: personOf(actor), details } as const;
  return {
    summary: { ...opened, status: 'SUBMITTED' },
    writes: [number.take, ...cases.create({ ...opened, submittedBy }, detail, deed)],
  };
}
