import fc from 'fast-check';
import { expect, it } from 'vitest';
import { departmentFigures, procedureFigures } from '../../../workflows/shared/statistics/figures.ts';
import { Recount } from '../../../workflows/shared/statistics/recount.ts';
import { localInstant } from '../../../workflows/shared/working-days.ts';
import { useDatabase } from '../support/database.ts';
import { type OpenedTask, openedTask } from '../support/desk-actions.ts';
import { NOW, world } from '../support/world.ts';

const database = useDatabase();
const MONTHS = ['2026-11', '2026-12', '2027-01', '2027-02'];
const HOUR_MS = 3_600_000;

/** What may happen to a case. What is too early or too late is refused, and must count for nothing. */
const DEEDS = ['keep', 'decide', 'ask', 'answer', 'extend', 'closeUnanswered', 'withdraw', 'issue'] as const;
type Deed = (typeof DEEDS)[number];

const happenings = fc.array(
  fc.record({
    ofCase: fc.nat(2),
    deed: fc.oneof(fc.constantFrom<Deed>('keep', 'decide'), fc.constantFrom(...DEEDS)),
    /** So many hours after the one before. */
    later: fc.oneof(fc.nat(10), fc.integer({ min: 40, max: 150 })),
  }),
  { minLength: 8, maxLength: 20 },
);

it('counters equal a recount of the audit, whatever happens to cases and in whatever order', async () => {
  const all: OpenedTask[] = [];
  const happened = { submitted: 0, concluded: 0, withdrawn: 0, answered: 0 };
  const { statistics } = world(database.db());
  const check = async (sequence: readonly { ofCase: number; deed: Deed; later: number }[]) => {
    const cases = await Promise.all([0, 1, 2].map(() => openedTask(world(database.db()))));
    all.push(...cases);
    happened.submitted += cases.length;
    let now = Date.parse(NOW);
    for (const { ofCase, deed, later } of sequence) {
      now += later * HOUR_MS;
      const one = cases[ofCase];
      one?.at(new Date(now).toISOString());
      if (!one || !(await done(deed, one))) continue;
      if (deed === 'decide') happened.answered++;
      if (deed === 'withdraw') happened.withdrawn++;
      if (deed === 'issue') happened.concluded++;
    }
    const kept = await statistics.read(MONTHS);
    const { answered, ...throughput } = happened;
    expect(kept).toEqual(await recounted(all));
    expect(procedureFigures(kept)).toMatchObject([throughput]);
    expect(departmentFigures(kept).reduce((sum, one) => sum + one.answered, 0)).toBe(answered);
  };
  await fc.assert(fc.asyncProperty(happenings, check), { numRuns: 6, endOnFailure: true });
});

it('an answer after a supplement and an extension took its working days from the first question on, without the pause', async () => {
  const task = await openedTask(world(database.db()));
  const day = (on: string) => task.at(`${on}T10:00:00+08:00`);
  day('2026-11-24');
  await task.ask();
  day('2026-11-26');
  await task.answer();
  day('2026-12-04');
  await task.keep();
  await task.extend();
  day('2026-12-07');
  await task.decide();

  const { items } = await task.w.cases.readAudit(task.sample.caseId, { limit: 100 });
  // Of the ten working days after 23 November the clock stood still on two.
  expect(items.find(({ kind }) => kind === 'task-decided')?.details).toMatchObject({
    workingDays: 8,
    kept: false,
  });
});

/** Says whether it was done. */
async function done(deed: Deed, task: OpenedTask): Promise<boolean> {
  if (deed === 'issue') return issued(task);
  const reply = await task[deed]();
  return 'status' in reply && Number(reply.status) < 300;
}

async function issued({ w, sample: { caseId } }: OpenedTask): Promise<boolean> {
  const [read, tasks] = await Promise.all([w.cases.read(caseId), w.desk.ofCase(caseId)]);
  if (read?.status !== 'IN_REVIEW') return false;
  const pauses = tasks.flatMap(({ clock }) => clock.pauses);
  const deed = { kind: 'result-issued', at: localInstant(w.now()), actor: BY } as const;
  await w.commit(w.cases.change(read, { status: 'ISSUED', pauses }, deed));
  return true;
}

const BY = { by: 'platform', step: 'test' } as const;

async function recounted(tasks: readonly OpenedTask[]) {
  const pages = tasks.map(({ w, sample }) => w.cases.readAudit(sample.caseId, { limit: 100 }));
  const entries = (await Promise.all(pages)).flatMap(({ items }) => items);
  const recount = new Recount();
  // Last entry first: the order in which they come must not matter.
  for (const entry of entries.reverse()) recount.take(entry);
  return recount.sets();
}
