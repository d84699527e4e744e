import { beforeEach, describe, expect, it } from 'vitest';
import { keepDeadline } from '../../../functions/desk/keep-deadline.ts';
import { openDeskTask } from '../../../functions/desk/open-desk-task.ts';
import { useDatabase } from '../support/database.ts';
import { caseInReview, DEADLINE, decideEnvironment, type SampleCase } from '../support/sample-case.ts';
import { type World, world } from '../support/world.ts';

const database = useDatabase();
let w: World;
let sample: SampleCase;
let now: Date;

const question = () => sample.question('environment');
const taskId = () => question().taskId;

beforeEach(async () => {
  w = { ...world(database.db()), now: () => now };
  now = new Date('2026-11-23T09:30:00+08:00');
  sample = await caseInReview(w);
  await openDeskTask(
    { taskToken: 'token-1', workflow: 'listing-certificate', caseId: sample.caseId, question: question() },
    w,
  );
});

const keep = (at: string) => {
  now = new Date(at);
  return keepDeadline({ caseId: sample.caseId, question: question() }, w);
};
const entries = async () =>
  (await w.cases.readAudit(sample.caseId, { limit: 100 })).items
    .filter(({ kind }) => kind === 'task-overdue' || kind === 'task-reminded')
    .map(({ kind, details }) => [kind, details.percent]);
const read = () => w.desk.read(taskId());

describe('keep-deadline', () => {
  it('does nothing before half of the time, and waits until then', async () => {
    const { question: next } = await keep('2026-11-26T08:59:58+08:00');

    expect(next).toEqual({ ...question(), timeoutSeconds: 2 });
    expect(await entries()).toEqual([]);
  });

  it('reminds at half and at 80 % of the time, each once', async () => {
    const half = await keep('2026-11-26T09:00:00+08:00');
    expect(half.question.wakeAt).toBe('2026-11-30T09:00:00+08:00');
    await keep('2026-11-26T09:00:01+08:00');
    expect(await entries()).toEqual([['task-reminded', 50]]);

    const most = await keep('2026-11-30T09:00:00+08:00');
    expect(most.question.wakeAt).toBe(DEADLINE.dueAt);
    expect(await entries()).toEqual([
      ['task-reminded', 50],
      ['task-reminded', 80],
    ]);
    expect(await read()).toMatchObject({
      status: 'OPEN',
      version: 1,
      remindedAt: '2026-11-30T09:00:00+08:00',
    });
  });

  it('sends one reminder for all that were missed', async () => {
    await keep('2026-12-01T10:00:00+08:00');

    expect(await entries()).toEqual([['task-reminded', 80]]);
    expect((await read())?.clock.reminders.every(({ sentAt }) => sentAt !== undefined)).toBe(true);
  });

  it('escalates once at the due date, at the same version, and then waits for months', async () => {
    const { question: next } = await keep('2026-12-02T00:00:00+08:00');
    await keep('2026-12-02T00:00:01+08:00');

    expect(next).not.toHaveProperty('wakeAt');
    expect(next.timeoutSeconds).toBe(300 * 86_400);
    expect(await entries()).toEqual([['task-overdue', undefined]]);
    expect(await read()).toMatchObject({
      status: 'OPEN',
      version: 1,
      overdueAt: '2026-12-02T00:00:00+08:00',
    });
  });

  it('is written once by two executions at the same moment', async () => {
    await Promise.all([keep('2026-12-02T00:00:00+08:00'), keep('2026-12-02T00:00:00+08:00')]);

    expect(await entries()).toHaveLength(1);
  });

  it('does nothing to a task that was decided in the same moment', async () => {
    await decideEnvironment(w, sample);
    await keep('2026-12-02T00:00:00+08:00');

    expect(await entries()).toEqual([]);
    expect((await read())?.overdueAt).toBeUndefined();
  });

  it('leaves a closed case closed, whatever time it is', async () => {
    const found = await w.cases.read(sample.caseId);
    if (!found) throw new Error('the case is there');
    await w.commit(
      w.cases.change(
        found,
        { status: 'WITHDRAWN' },
        { kind: 'case-withdrawn', at: '2026-11-24T10:00:00+08:00', actor: { by: 'platform', step: 'test' } },
      ),
    );
    await keep('2026-12-02T00:00:00+08:00');

    expect(await entries()).toEqual([]);
  });
});
