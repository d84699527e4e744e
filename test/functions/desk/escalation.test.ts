import { beforeEach, describe, expect, it } from 'vitest';
import { listEscalatedTasks } from '../../../functions/desk/list-escalated-tasks.ts';
import { readTimeline } from '../../../functions/desk/read-timeline.ts';
import { relayDeskDecisions } from '../../../functions/desk/relay-desk-decisions.ts';
import { route } from '../../../functions/shared/route.ts';
import { ReadTimeline } from '../../../workflows/shared/case-routes.ts';
import { ListEscalatedTasks } from '../../../workflows/shared/escalation-routes.ts';
import { BEN, ENTERPRISE, ENVIRONMENT, OFFICE, TAX } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { type OpenedTask, openedTask } from '../support/desk-actions.ts';
import { send } from '../support/http.ts';
import { cleanAnswer, openQueue } from '../support/sample-case.ts';
import { world } from '../support/world.ts';

const database = useDatabase();
let t: OpenedTask;

const LATE = '2026-12-03T10:00:00+08:00';

beforeEach(async () => {
  t = await openedTask(world(database.db()));
  t.at(LATE);
  await t.keep();
});

const escalated = async () => {
  const { json } = await send(
    route(ListEscalatedTasks, listEscalatedTasks, () => t.w),
    { actor: OFFICE, query: { limit: '100' } },
  );
  return (json.items as { taskId: string }[]).map(({ taskId }) => taskId).filter((id) => id === t.taskId);
};

describe('an overdue task', () => {
  it('stands in the queue of the office and in that of its department, until somebody acts', async () => {
    expect(await escalated()).toEqual([t.taskId]);
    const { items } = await t.w.desk.search(openQueue('environment'), { limit: 100 });
    expect(items.map(({ taskId }) => taskId)).toContain(t.taskId);

    expect((await t.decide()).status).toBe(200);

    expect(await escalated()).toEqual([]);
    expect(await t.read()).toMatchObject({ status: 'RELAYED', overdueAt: LATE });
  });

  it.each([
    ['a department', ENVIRONMENT],
    ['an enterprise', ENTERPRISE],
  ])('cannot be extended or closed by %s', async (_who, actor) => {
    expect((await t.extend({ actor })).status).toBe(403);
    expect((await t.closeUnanswered({ actor })).status).toBe(403);
    expect((await t.read())?.status).toBe('OPEN');
  });
});

describe('an extension', () => {
  it('counts from the day after it, takes the task back and lets the machine look at the time', async () => {
    expect(await t.extend()).toMatchObject({
      status: 200,
      json: { dueAt: '2026-12-08T23:59:59+08:00', extensions: 1, version: 2 },
    });

    expect(await escalated()).toEqual([]);
    expect((await t.read())?.overdueAt).toBeUndefined();
    expect(t.failed()).toEqual([{ taskToken: 'token-1', error: 'DeadlineMoved' }]);
    expect(await t.w.desk.pendingMoves()).not.toContain(t.taskId);
    const { question } = await t.keep();
    expect(question.wakeAt).toBe('2026-12-07T09:00:00+08:00');
    expect(await t.audit()).toContain('task-extended');
  });

  it('is given once: the second time the task is overdue it stays so', async () => {
    await t.extend();
    t.at('2026-12-09T00:00:00+08:00');
    await t.keep();

    expect(await escalated()).toEqual([t.taskId]);
    expect(await t.extend()).toMatchObject({
      status: 409,
      json: { code: 'extended-already', present: { state: 'ESCALATED' } },
    });
  });

  it('is refused with every fault at once, and changes nothing', async () => {
    const before = await t.read();
    const { status, json } = await t.extend({ body: { workingDays: 0, reason: ' ' } });
    expect([status, (json.faults as unknown[]).length]).toEqual([422, 2]);
    expect(await t.extend({ body: { workingDays: 11, reason: 'r' } })).toMatchObject({
      status: 422,
      json: { faults: [{ pointer: '/workingDays', code: 'working-days-out-of-range' }] },
    });
    expect(await t.read()).toEqual(before);
  });

  it('is answered alike when it is sent twice', async () => {
    const first = await t.extend({ key: `same-${t.taskId}`, version: 1 });
    expect(await t.extend({ key: `same-${t.taskId}`, version: 1 })).toEqual(first);
    expect((await t.audit()).filter((kind) => kind === 'task-extended')).toHaveLength(1);
  });

  it('is refused before the due date', async () => {
    t = await openedTask(world(database.db()));
    expect(await t.extend()).toMatchObject({ status: 409, json: { code: 'task-state' } });
  });

  /** The process that extended it died before it told the machine. */
  const extendUntold = async () => {
    t.w.stepFunctions.reset();
    t.w.stepFunctions.rejects(new Error('connection lost'));
    expect((await t.extend()).status).toBe(200);
    expect(await t.w.desk.pendingMoves()).toContain(t.taskId);
    t.w.stepFunctions.reset();
    t.w.stepFunctions.resolves({});
  };

  it('reaches the machine by the relay when its process died before', async () => {
    await extendUntold();

    expect((await relayDeskDecisions({}, t.w)).moved).toBeGreaterThan(0);

    expect(t.failed()).toContainEqual({ taskToken: 'token-1', error: 'DeadlineMoved' });
    expect(await t.w.desk.pendingMoves()).not.toContain(t.taskId);
  });

  it.each(['claim', 'decide'] as const)(
    'is told by the relay once, though somebody did something else in between: %s',
    async (action) => {
      await extendUntold();
      expect((await t[action]()).status).toBe(200);
      await relayDeskDecisions({}, t.w);
      expect(await t.w.desk.pendingMoves()).not.toContain(t.taskId);
      expect(t.failed()).toHaveLength(1);

      await relayDeskDecisions({}, t.w);
      expect(t.failed()).toHaveLength(1);
    },
  );

  it('keeps the mark of a later change of its time', async () => {
    await extendUntold();
    const { version = 0 } = (await t.read()) ?? {};

    await t.w.desk.signals.moved(t.taskId, version - 1);
    expect(await t.w.desk.pendingMoves()).toContain(t.taskId);

    await t.w.desk.signals.moved(t.taskId, version);
    expect(await t.w.desk.pendingMoves()).not.toContain(t.taskId);
  });
});

describe('closing an overdue task unanswered', () => {
  it('closes all of it, lets the machine go on, and nobody can answer any more', async () => {
    expect(await t.closeUnanswered()).toMatchObject({
      status: 200,
      json: {
        status: 'CLOSED',
        closedParts: [{ partId: 'environment-field', reason: 'no-answer', closedAt: LATE }],
      },
    });

    expect(t.told()).toMatchObject([{ taskToken: 'token-1' }]);
    expect(await t.w.desk.pendingRelays()).not.toContain(t.taskId);
    expect(await escalated()).toEqual([]);
    expect(await t.decide()).toMatchObject({ status: 409, json: { code: 'task-closed' } });
    expect(await t.audit()).toContain('task-closed-unanswered');
  });

  it('tells a machine that asks again', async () => {
    await t.closeUnanswered();
    await t.open('token-2');

    expect(t.told().map(({ taskToken }) => taskToken)).toEqual(['token-1', 'token-2']);
    expect((await t.read())?.status).toBe('CLOSED');
  });

  it('refuses parts that the question does not have', async () => {
    expect(
      await t.closeUnanswered({
        body: { partIds: ['environment-field', 'environment-field', 'tax-field'], reason: 'r' },
      }),
    ).toMatchObject({
      status: 422,
      json: {
        faults: [
          { pointer: '/partIds/1', code: 'part-duplicate' },
          { pointer: '/partIds/2', code: 'part-unknown' },
        ],
      },
    });
    expect((await t.read())?.status).toBe('OPEN');
  });
});

describe('closing a part of an overdue task unanswered', () => {
  const FIELDS = ['field', 'noise'];
  const NOISE = { partId: 'environment-noise', reason: 'no-answer', closedAt: LATE };
  const closeNoise = () => t.closeUnanswered({ body: { partIds: [NOISE.partId], reason: '无监测数据' } });
  const decide = (fields: readonly string[]) =>
    t.decide({ body: { answer: cleanAnswer('environment', fields) } });

  beforeEach(async () => {
    t = await openedTask(world(database.db()), { fields: FIELDS });
    t.at(LATE);
    await t.keep();
  });

  it('leaves the rest to be answered, and overdue; the machine waits on', async () => {
    expect(await closeNoise()).toMatchObject({ status: 200, json: { status: 'OPEN', closedParts: [NOISE] } });

    expect(await escalated()).toEqual([t.taskId]);
    expect(t.told()).toEqual([]);
    expect(await decide(FIELDS)).toMatchObject({ status: 422 });
    expect(await decide(['field'])).toMatchObject({ status: 200 });
    expect(await t.read()).toMatchObject({
      status: 'RELAYED',
      closedParts: [NOISE],
      answer: cleanAnswer('environment', ['field']),
    });
    expect(t.told()).toHaveLength(1);
  });

  it('is noted with what it leaves, and closes no part twice', async () => {
    await closeNoise();
    expect(await closeNoise()).toMatchObject({
      status: 422,
      json: { faults: [{ pointer: '/partIds/0', code: 'part-unknown' }] },
    });

    const { items } = await t.w.cases.readAudit(t.sample.caseId, { limit: 100 });
    expect(items.at(-1)).toMatchObject({
      kind: 'task-closed-unanswered',
      details: { closed: [NOISE.partId], left: ['environment-field'] },
    });
  });

  it('closes the task with its last part', async () => {
    await closeNoise();
    expect(
      await t.closeUnanswered({ body: { partIds: ['environment-field'], reason: '未答复' } }),
    ).toMatchObject({ status: 200, json: { status: 'CLOSED' } });

    expect((await t.read())?.closedParts?.map(({ partId }) => partId)).toEqual([
      NOISE.partId,
      'environment-field',
    ]);
    expect(t.told()).toHaveLength(1);
    expect(await escalated()).toEqual([]);
  });
});

describe('giving an overdue task to a named officer', () => {
  const staff = async () => {
    const read = await t.w.roster.read('environment');
    if (read.officers.length > 0) return;
    const officers = [{ personId: 'o-2', personName: '乙' }];
    const deed = { kind: 'staff-replaced', at: LATE, actor: ENVIRONMENT, officers } as const;
    await t.w.commit(t.w.roster.change(read, { officers }, deed));
  };

  it('names the officer in task and audit, and leaves it with the office', async () => {
    await staff();
    expect(await t.reassign({ body: { personId: 'o-2', reason: '原经办人出差' } })).toMatchObject({
      status: 200,
      json: { assignee: { personId: 'o-2', personName: '乙' }, version: 2 },
    });
    expect(await escalated()).toEqual([t.taskId]);
    expect(await t.audit()).toContain('task-reassigned');
    // Only the named officer may answer now.
    expect(await t.decide()).toMatchObject({ status: 409, json: { code: 'task-held' } });
  });

  it.each([
    ['the department', ENVIRONMENT, true],
    ['the office', OFFICE, true],
    ['another department', TAX, false],
    ['the applicant', ENTERPRISE, false],
  ])(
    'tells %s that it was given to another, and who they are only where it may know',
    async (_who, actor, knows) => {
      await staff();
      await t.open('token-tax', t.sample.question('tax'));
      await t.claim({ actor: BEN });
      await t.reassign({ body: { personId: 'o-2', reason: '原经办人出差' } });

      const { json } = await send(
        route(ReadTimeline, readTimeline, () => t.w),
        { actor, path: { caseId: t.sample.caseId } },
      );
      const entry = (json.items as { kind: string }[]).find(({ kind }) => kind === 'task-reassigned');
      const of = { taskId: t.taskId, departmentId: 'environment' };
      expect(entry).toMatchObject({ text: { en: 'The office gave the task to another officer' } });
      expect(entry).toHaveProperty(
        'details',
        knows ? { ...of, from: BEN.personId, to: 'o-2', reason: '原经办人出差' } : of,
      );
    },
  );

  it('is refused for somebody who is not on the staff list, and to the department', async () => {
    await staff();
    expect(await t.reassign({ body: { personId: 'nobody', reason: 'r' } })).toMatchObject({
      status: 422,
      json: { faults: [{ pointer: '/personId', code: 'not-on-staff-list' }] },
    });
    expect((await t.reassign({ actor: ENVIRONMENT })).status).toBe(403);
    expect((await t.read())?.assignee).toBeUndefined();
  });
});
