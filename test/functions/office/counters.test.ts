import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideDeskTask } from '../../../functions/desk/decide-desk-task.ts';
import { keepDeadline } from '../../../functions/desk/keep-deadline.ts';
import { withdrawCase } from '../../../functions/desk/withdraw-case.ts';
import { route } from '../../../functions/shared/route.ts';
import type { AuditEntry } from '../../../workflows/shared/audit-entry.ts';
import { WithdrawCase } from '../../../workflows/shared/case-routes.ts';
import { DecideDeskTask } from '../../../workflows/shared/desk-routes.ts';
import { taskIdOf } from '../../../workflows/shared/desk-task.ts';
import { departmentFigures, procedureFigures } from '../../../workflows/shared/statistics/figures.ts';
import { Recount } from '../../../workflows/shared/statistics/recount.ts';
import { localInstant } from '../../../workflows/shared/working-days.ts';
import { ENTERPRISE, ENVIRONMENT } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { send } from '../support/http.ts';
import { caseInReview, cleanAnswer, DEADLINE, type SampleCase } from '../support/sample-case.ts';
import { NOW, type World, world } from '../support/world.ts';

const database = useDatabase();
const MONTHS = ['2026-11', '2026-12', '2027-01'];
const DAY_MS = 86_400_000;

/** What may happen to a case; what comes too late is refused, and counts for nothing. */
type Deed = 'decide' | 'keep-deadline' | 'withdraw' | 'issue';
const DEEDS: readonly Deed[] = ['decide', 'keep-deadline', 'withdraw', 'issue'];
interface Happening {
  readonly ofCase: number;
  readonly deed: Deed;
  /** So many hours after the one before. */
  readonly later: number;
}

const happenings = fc.array(
  fc.record<Happening>({
    ofCase: fc.nat(3),
    deed: fc.constantFrom(...DEEDS),
    later: fc.integer({ min: 0, max: 80 }),
  }),
  { minLength: 5, maxLength: 25 },
);

it('counters equal a recount of the audit, whatever happens to cases and in whatever order', async () => {
  const all: string[] = [];
  const happened = { submitted: 0, concluded: 0, withdrawn: 0, answered: 0 };
  const check = async (sequence: readonly Happening[]) => {
    let now = Date.parse(NOW);
    const w: World = { ...world(database.db()), now: () => new Date(now) };
    const cases = [await begun(w), await begun(w), await begun(w), await begun(w)];
    happened.submitted += cases.length;
    all.push(...cases.map(({ caseId }) => caseId));
    for (const { ofCase, deed, later } of sequence) {
      now += (later * DAY_MS) / 24;
      const one = cases[ofCase];
      if (!one || !(await done(deed, one, w))) continue;
      if (deed === 'decide') happened.answered++;
      if (deed === 'withdraw') happened.withdrawn++;
      if (deed === 'issue') happened.concluded++;
    }
    const kept = await w.statistics.read(MONTHS);
    expect(kept).toEqual(await recounted(all, w));
    expect(procedureFigures(kept)).toMatchObject([
      { submitted: happened.submitted, concluded: happened.concluded, withdrawn: happened.withdrawn },
    ]);
    expect(departmentFigures(kept).reduce((sum, { answered }) => sum + answered, 0)).toBe(happened.answered);
  };
  await fc.assert(fc.asyncProperty(happenings, check), { numRuns: 8, endOnFailure: true });
});

async function begun(w: World): Promise<SampleCase> {
  const sample = await caseInReview(w);
  const found = await w.cases.read(sample.caseId);
  if (!found) throw new Error('the case was just written');
  await w.desk.open(
    {
      taskId: taskIdOf(sample.caseId, 'environment'),
      caseId: sample.caseId,
      caseNumber: found.caseNumber,
      workflow: found.workflow,
      departmentId: 'environment',
      applicantName: found.applicant.name,
      applicantUscc: found.applicant.uscc,
      openedAt: NOW,
      ...DEADLINE,
      question: { fieldIds: ['environment-field'], usccs: [ENTERPRISE.organisationId] },
    },
    'token',
  );
  return sample;
}

/** Says whether it was done. */
async function done(deed: Deed, { caseId, question }: SampleCase, w: World): Promise<boolean> {
  const taskId = taskIdOf(caseId, 'environment');
  const headers = { 'idempotency-key': randomUUID() };
  if (deed === 'withdraw') {
    const withdraw = route(WithdrawCase, withdrawCase, () => w);
    return (await send(withdraw, { actor: ENTERPRISE, path: { caseId }, headers })).status === 200;
  }
  if (deed === 'decide') {
    const version = (await w.desk.read(taskId))?.version;
    const decide = route(DecideDeskTask, decideDeskTask, () => w);
    const request = { actor: ENVIRONMENT, path: { taskId }, body: { answer: cleanAnswer('environment') } };
    const reply = await send(decide, { ...request, headers: { ...headers, 'if-match': `"${version}"` } });
    return reply.status === 200;
  }
  if (deed === 'keep-deadline') {
    await keepDeadline({ caseId, question: question('environment') }, w);
    return true;
  }
  const read = await w.cases.read(caseId);
  if (read?.status !== 'IN_REVIEW') return false;
  const at = localInstant(w.now());
  const actor = { by: 'platform', step: 'test' } as const;
  await w.commit(w.cases.change(read, { status: 'ISSUED' }, { kind: 'result-issued', at, actor }));
  return true;
}

async function recounted(caseIds: readonly string[], w: World) {
  const entries: AuditEntry[] = [];
  for (const caseId of caseIds) entries.push(...(await w.cases.readAudit(caseId, { limit: 100 })).items);
  const recount = new Recount();
  // Last entry first: the order in which they come must not matter.
  for (const entry of entries.reverse()) recount.take(entry);
  return recount.sets();
}
