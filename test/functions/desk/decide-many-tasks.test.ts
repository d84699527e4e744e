import { beforeEach, describe, expect, it } from 'vitest';
import { decideManyTasks } from '../../../functions/desk/decide-many-tasks.ts';
import { openDeskTask } from '../../../functions/desk/open-desk-task.ts';
import { route } from '../../../functions/shared/route.ts';
import type {
  FoundRecords,
  RegisterRecord,
} from '../../../workflows/listing-certificate/register/contract.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { DecideManyTasks } from '../../../workflows/shared/desk-routes.ts';
import { BEN, CAI, ENTERPRISE, ENVIRONMENT, OFFICE, TAX } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { send } from '../support/http.ts';
import { caseInReview, cleanAnswer } from '../support/sample-case.ts';
import { type World, world } from '../support/world.ts';

const database = useDatabase();
let w: World;
let mine: string[];
let others: string;
let keys = 0;

async function opened(departmentId: string, fields?: readonly string[]): Promise<string> {
  const sample = await caseInReview(w, fields && { fields });
  const question = sample.question(departmentId);
  await openDeskTask({ taskToken: 't', workflow: 'listing-certificate', caseId: sample.caseId, question }, w);
  return question.taskId;
}

beforeEach(async () => {
  w = world(database.db());
  mine = await Promise.all([1, 2, 3].map(() => opened('environment')));
  others = await opened('tax');
});

interface Attempt {
  readonly actor?: Actor;
  readonly key?: string;
  readonly choice?: unknown;
  readonly version?: number;
}

const decide = (
  ids: readonly string[],
  {
    actor = ENVIRONMENT,
    key = `many-${++keys}`,
    choice = { finding: 'no-record' },
    version = 1,
  }: Attempt = {},
) =>
  send(
    route(DecideManyTasks, decideManyTasks, () => w),
    {
      actor,
      headers: { 'idempotency-key': key },
      body: { tasks: ids.map((taskId) => ({ taskId, version })), choice },
    },
  );
const outcomes = ({ json }: { json: Record<string, unknown> }) =>
  (json.results as { outcome: string; problem?: { code: string } }[]).map(
    ({ outcome, problem }) => problem?.code ?? outcome,
  );
const statusOf = async (taskId: string) => (await w.desk.read(taskId))?.status;

/** What a register laid beside the question. */
const REGISTER: Pick<FoundRecords, 'registerVersion' | 'coverage'> = {
  registerVersion: 1,
  coverage: { fromOn: '2023-01-01', toOn: '2026-11-01' },
};
const RECORD: RegisterRecord = {
  uscc: ENTERPRISE.organisationId,
  fieldId: 'environment-field',
  behaviour: 'penalty-ordinary',
  decidedOn: '2025-03-04',
  documentNumber: '1',
  authority: 'a fictional authority',
  behaviourKind: 'a fictional matter',
  outcome: 'a fictional fine',
  repaired: true,
};

describe('decide-many-tasks', () => {
  it('decides each like task by itself and lists what became of each', async () => {
    const reply = await decide(mine);

    expect(reply.status).toBe(200);
    expect(outcomes(reply)).toEqual(['decided', 'decided', 'decided']);
    for (const taskId of mine) {
      expect(await w.desk.read(taskId)).toMatchObject({
        status: 'RELAYED',
        answer: cleanAnswer('environment'),
      });
    }
  });

  it('answers a doubled click alike and decides nothing twice', async () => {
    const [first, second] = await Promise.all([
      decide(mine, { key: 'double' }),
      decide(mine, { key: 'double' }),
    ]);
    const third = await decide(mine, { key: 'double' });

    expect(second).toEqual(first);
    expect(third).toEqual(first);
    for (const taskId of mine) {
      const { items } = await w.cases.readAudit(taskId.split('.')[0] ?? '', { limit: 100 });
      expect(items.filter(({ kind }) => kind === 'task-decided')).toHaveLength(1);
    }
  });

  it('goes on where one is decided, held by another, changed or not there', async () => {
    const [decided = '', held = '', free = ''] = mine;
    await decide([decided]);
    const task = await w.desk.read(held);
    if (!task) throw new Error('it is open');
    const { personId, personName } = CAI;
    await w.commit(
      w.desk.change(task, { assignee: { personId, personName, assignedAt: task.openedAt }, version: 1 }),
    );

    expect(outcomes(await decide([decided, held, free, others, 'no-such.task'], { actor: BEN }))).toEqual([
      'task-decided',
      'task-held',
      'decided',
      'not-your-task',
      'not-your-task',
    ]);
    expect(await statusOf(held)).toBe('OPEN');
    expect(await statusOf(others)).toBe('OPEN');
  });

  it('tells of a copy that somebody changed since', async () => {
    const { json } = await decide(mine.slice(0, 1), { version: 7 });

    expect(json.results).toEqual([
      expect.objectContaining({
        problem: expect.objectContaining({ status: 412, present: expect.anything() }),
      }),
    ]);
  });

  it.each([
    ['leaves a task for which records were found to be looked at', { records: [RECORD], omitted: 0 }, false],
    ['leaves a task with more records than fit', { records: [], omitted: 1 }, false],
    ['decides a task for which the register found none', { records: [], omitted: 0 }, true],
  ])('%s', async (_what, found, decided) => {
    const [first = ''] = mine;
    await w.commit([w.cases.enclose(first.split('.')[0] ?? '', first, { ...REGISTER, ...found })]);

    expect(outcomes(await decide(mine))).toEqual([
      decided ? 'decided' : 'task-wants-a-look',
      'decided',
      'decided',
    ]);
  });

  it('answers what is left of a task of which a field was closed, as it answers tasks without that field', async () => {
    const taskId = await opened('environment', ['field', 'noise']);
    const task = await w.desk.read(taskId);
    if (!task) throw new Error('it is open');
    const closed = { partId: 'environment-noise', reason: 'no-answer', closedAt: task.openedAt } as const;
    await w.commit(w.desk.change(task, { closedParts: [closed] }));

    expect(outcomes(await decide([taskId, ...mine]))).toEqual(Array(4).fill('decided'));
    expect((await w.desk.read(taskId))?.answer).toEqual(cleanAnswer('environment'));
  });

  it('goes on where the office closed all of a task meanwhile', async () => {
    const [closed = ''] = mine;
    const task = await w.desk.read(closed);
    if (!task) throw new Error('it is open');
    const part = { partId: 'environment-field', reason: 'no-answer', closedAt: task.openedAt } as const;
    await w.commit(w.desk.change(task, { status: 'CLOSED', closedParts: [part], version: 2 }));

    expect(outcomes(await decide(mine))).toEqual(['task-closed', 'decided', 'decided']);
  });

  it('decides none where they are not alike or named twice, and says which', async () => {
    const [first = '', second = ''] = mine;
    const unlike = await opened('environment');
    const task = await w.desk.read(unlike);
    if (!task) throw new Error('it is open');
    const question = task.question as { fieldIds: string[] };
    await w.desk.open(
      { ...task, taskId: `${unlike}-2`, question: { ...question, fieldIds: ['another'] } },
      'token',
    );
    const refused = await decide([first, second, first, `${unlike}-2`], { choice: { finding: 'records' } });

    expect(refused.status).toBe(422);
    expect(
      (refused.json.faults as { pointer: string; code: string }[]).map(({ pointer, code }) => [
        pointer,
        code,
      ]),
    ).toEqual([
      ['/tasks/2', 'task-duplicate'],
      ['/tasks/3', 'task-not-alike'],
      ['/choice/finding', 'invalid-value'],
    ]);
    for (const taskId of mine) expect(await statusOf(taskId)).toBe('OPEN');
  });

  it.each([
    ['an enterprise', ENTERPRISE],
    ['the office', OFFICE],
  ])('is refused to %s', async (_who, actor) => {
    expect(await decide(mine, { actor })).toMatchObject({ status: 403 });
  });

  it("touches nothing of another department's", async () => {
    expect(outcomes(await decide(mine, { actor: TAX }))).toEqual(Array(3).fill('not-your-task'));
    for (const taskId of mine) expect(await statusOf(taskId)).toBe('OPEN');
  });

  it('refuses none, more than fifty and a version that is no number', async () => {
    for (const tasks of [
      [],
      Array(51).fill({ taskId: 'x.y', version: 1 }),
      [{ taskId: 'x.y', version: 'one' }],
    ]) {
      const reply = await send(
        route(DecideManyTasks, decideManyTasks, () => w),
        { actor: TAX, headers: { 'idempotency-key': `k-${++keys}` }, body: { tasks, choice: {} } },
      );
      expect(reply.status).toBe(422);
    }
  });
});
