import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { countDeskTasks } from '../../../functions/desk/count-desk-tasks.ts';
import { listDeskTasks } from '../../../functions/desk/list-desk-tasks.ts';
import { route } from '../../../functions/shared/route.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import {
  countsOf,
  DESK_COUNTS,
  type HeldCount,
  heldBy,
  type QueueCounts,
} from '../../../workflows/shared/desk-counts.ts';
import { CountDeskTasks, ListDeskTasks } from '../../../workflows/shared/desk-routes.ts';
import { type DeskTask, type DeskTaskSummary, taskIdOf } from '../../../workflows/shared/desk-task.ts';
import { BEN, CAI, ENVIRONMENT, LEAD, OFFICE, TAX } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { send } from '../support/http.ts';
import { DEADLINE, submitCase } from '../support/sample-case.ts';
import { NOW, type World, world } from '../support/world.ts';

const database = useDatabase();
let w: World;
/** The model: every task, as the store should find it. */
const tasks: DeskTaskSummary[] = [];
const numbers: string[] = [];

const COMPANIES = [
  { name: '启元装备', uscc: '91500112LJDEM0017W' },
  { name: '启元软件', uscc: '91500105LJDEM0025K' },
  { name: '岚芯微电子', uscc: '91500112LJDEM00685' },
];
const DUE = ['01', '02', '02', '05', '09'].map((day) => `2026-12-${day}T23:59:59+08:00`);

/** Thirty tasks of two departments; some held, some overdue, some answered, some closed. */
beforeAll(async () => {
  w = world(database.db());
  for (let index = 0; index < 30; index++) await makeTask(index);
  const officers = [BEN, CAI].map(({ personId, personName }) => ({ personId, personName }));
  const [ben, cai] = officers;
  if (!ben || !cai) throw new Error('two officers');
  const read = await w.roster.read('environment');
  await w.commit(
    w.roster.change(
      read,
      {
        officers,
        delegations: [
          {
            delegationId: 'd1',
            from: ben,
            to: cai,
            fromOn: '2026-11-20',
            toOn: '2026-12-20',
            workflows: ['listing-certificate'],
            madeAt: NOW,
            madeBy: ben,
          },
        ],
      },
      { kind: 'staff-replaced', at: NOW, actor: ENVIRONMENT, joined: officers, left: [] },
    ),
  );
});

async function makeTask(index: number): Promise<void> {
  const company = COMPANIES[index % COMPANIES.length] ?? COMPANIES[0];
  if (!company) throw new Error('three companies');
  const caseId = randomUUID();
  await submitCase(w, caseId);
  const caseNumber = (await w.cases.read(caseId))?.caseNumber ?? '';
  numbers.push(caseNumber);
  const departmentId = index % 4 === 3 ? 'tax' : 'environment';
  const dueAt = DUE[index % DUE.length] ?? NOW;
  await w.desk.open(
    {
      taskId: taskIdOf(caseId, departmentId),
      caseId,
      caseNumber,
      workflow: 'listing-certificate',
      departmentId,
      applicantName: company.name,
      applicantUscc: company.uscc,
      openedAt: NOW,
      dueAt,
      dueProvisional: false,
      clock: DEADLINE.clock,
      question: {},
    },
    'token',
  );
  await develop(taskIdOf(caseId, departmentId), index);
  const [{ question: _, answer: __, ...task }] = (await w.desk.ofCase(caseId)) as [DeskTask];
  tasks.push(task);
}

async function develop(taskId: string, index: number): Promise<void> {
  const read = async () => {
    const found = await w.desk.read(taskId);
    if (!found) throw new Error('just opened');
    return found;
  };
  const holder = [undefined, BEN, CAI][index % 3 === 0 ? 0 : (index >> 1) % 3];
  if (holder) {
    const { personId, personName } = holder;
    const task = await read();
    await w.commit(
      w.desk.change(task, { assignee: { personId, personName, assignedAt: NOW }, version: task.version + 1 }),
    );
  }
  if (index % 7 === 1) await w.commit(w.desk.change(await read(), { overdueAt: NOW }));
  if (index % 5 === 2) {
    const { personId, personName } = holder ?? BEN;
    const decision = { answer: {}, decidedAt: NOW, decidedBy: { personId, personName } };
    await w.commit(w.desk.decide(await read(), decision));
  }
  if (index % 5 === 3) await w.commit(w.desk.close([await read()]));
}

const list = (actor: Actor, query: Record<string, string>) =>
  send(
    route(ListDeskTasks, listDeskTasks, () => w),
    { actor, query },
  );

async function everyPage(actor: Actor, query: Record<string, string>): Promise<DeskTaskSummary[]> {
  const seen: DeskTaskSummary[] = [];
  let cursor: unknown;
  do {
    const { status, json } = await list(actor, { ...query, ...(cursor ? { cursor: String(cursor) } : {}) });
    expect(status).toBe(200);
    seen.push(...(json.items as DeskTaskSummary[]));
    cursor = json.cursor;
  } while (cursor);
  return seen;
}

const statusOf = ({ status }: DeskTaskSummary) => (status === 'RELAYED' ? 'DECIDED' : status);
const holderOf = ({ status, assignee, decidedBy }: DeskTaskSummary) =>
  (status === 'DECIDED' ? decidedBy : assignee)?.personId;

/** What the model answers. Cai acts for Ben. */
function expected(query: Record<string, string>): string[] {
  const { status = 'OPEN', holder, dueFromOn, dueToOn, enterprise, enterpriseName, caseNumber } = query;
  const mine = status === 'OPEN' ? ['ben', 'cai'] : ['cai'];
  return tasks
    .filter((task) => task.departmentId === 'environment' && statusOf(task) === status)
    .filter((task) => holder !== 'mine' || mine.includes(holderOf(task) ?? ''))
    .filter((task) => holder !== 'nobody' || holderOf(task) === undefined)
    .filter(({ dueAt }) => !dueFromOn || dueAt.slice(0, 10) >= dueFromOn)
    .filter(({ dueAt }) => !dueToOn || dueAt.slice(0, 10) <= dueToOn)
    .filter(({ applicantUscc }) => !enterprise || applicantUscc === enterprise)
    .filter(({ applicantName }) => !enterpriseName || applicantName.startsWith(enterpriseName))
    .filter((task) => !caseNumber || task.caseNumber === caseNumber)
    .sort((a, b) => (`${a.dueAt}#${a.taskId}` < `${b.dueAt}#${b.taskId}` ? -1 : 1))
    .map(({ taskId }) => taskId);
}

const day = fc.constantFrom('2026-11-30', '2026-12-01', '2026-12-02', '2026-12-05', '2026-12-31');
const anyQuery = fc
  .record(
    {
      status: fc.constantFrom('OPEN', 'DECIDED', 'CLOSED'),
      holder: fc.constantFrom('anybody', 'mine', 'nobody'),
      dueFromOn: day,
      dueToOn: day,
      enterprise: fc.constantFrom(...COMPANIES.map(({ uscc }) => uscc), 'unknown'),
      enterpriseName: fc.constantFrom('启元', '启元软', '岚芯微电子', '重庆'),
      number: fc.nat({ max: 29 }),
      limit: fc.constantFrom('1', '2', '5', '100'),
    },
    { requiredKeys: [] },
  )
  .map(
    ({ number, enterprise, enterpriseName, ...query }): Record<string, string> => ({
      ...query,
      ...(number === undefined || number > 6 ? {} : { caseNumber: numbers[number] ?? '' }),
      ...(enterpriseName ? { enterpriseName } : enterprise ? { enterprise } : {}),
    }),
  );

describe('the search of the desk', () => {
  it('finds by any combination of filters exactly what fits, once, by due date, in pages of any size', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuery, async (query) => {
        const seen = await everyPage(CAI, query);
        expect(seen.map(({ taskId }) => taskId)).toEqual(expected(query));
      }),
      { numRuns: 150 },
    );
  });

  it('shows each officer what they hold, with those of the officer they act for', async () => {
    const held = async (actor: Actor) =>
      new Set((await everyPage(actor, { holder: 'mine' })).map(({ assignee }) => assignee?.personId));

    expect(await held(BEN)).toEqual(new Set(['ben']));
    expect(await held(CAI)).toEqual(new Set(['ben', 'cai']));
    expect(await held(ENVIRONMENT)).toEqual(new Set());
  });

  it('finds a case number for the office in all departments, for a department in its own only', async () => {
    const [first] = tasks.filter(({ departmentId, status }) => departmentId === 'tax' && status === 'OPEN');
    const caseNumber = String(first?.caseNumber);

    expect(await everyPage(OFFICE, { caseNumber })).toHaveLength(1);
    expect(await everyPage(TAX, { caseNumber })).toHaveLength(1);
    expect(await everyPage(ENVIRONMENT, { caseNumber })).toEqual([]);
    expect(await everyPage(OFFICE, { caseNumber: 'LC-unknown' })).toEqual([]);
  });

  it.each([
    ['both code and name', CAI, { enterprise: 'x', enterpriseName: '启元' }, 'enterpriseName', 'one-of-two'],
    ['one letter of a name', CAI, { enterpriseName: '启' }, 'enterpriseName', 'too-small'],
    ['no date', CAI, { dueFromOn: '2026-02-30' }, 'dueFromOn', 'invalid-format'],
    ['an unknown holder', CAI, { holder: 'ben' }, 'holder', 'invalid-value'],
    [
      'the office for its own',
      OFFICE,
      { department: 'tax', holder: 'mine' },
      'holder',
      'not-for-this-organisation',
    ],
  ])('refuses %s and says where', async (_what, actor, query, name, code) => {
    expect(await list(actor, query)).toMatchObject({
      status: 400,
      json: { faults: [{ pointer: `/query/${name}`, code }] },
    });
  });

  it('asks for more of a name with which more than twenty enterprises begin', async () => {
    for (let index = 0; index < 21; index++) {
      const [task] = tasks;
      if (!task) throw new Error('thirty tasks');
      const caseId = randomUUID();
      const applicantUscc = `many-${index}`;
      await w.desk.open(
        {
          ...task,
          taskId: taskIdOf(caseId, 'many'),
          caseId,
          departmentId: 'many',
          applicantName: `同名${index}`,
          applicantUscc,
          question: {},
        },
        'token',
      );
    }
    expect(await list(OFFICE, { department: 'many', enterpriseName: '同名' })).toMatchObject({
      status: 400,
      json: { faults: [{ code: 'too-many-enterprises' }] },
    });
    expect(await everyPage(OFFICE, { department: 'many', enterpriseName: '同名1' })).toHaveLength(11);
  });

  it('takes no cursor of another search', async () => {
    const { cursor } = (await list(CAI, { limit: '1' })).json;

    expect(await list(CAI, { limit: '1', holder: 'mine', cursor: String(cursor) })).toMatchObject({
      status: 400,
      json: { code: 'unknown-cursor' },
    });
  });
});

describe('the counters of the desk', () => {
  const count = (actor: Actor, query: Record<string, string> = {}) =>
    send(
      route(CountDeskTasks, countDeskTasks, () => w),
      { actor, query },
    );

  it('hold for each department what its tasks say, whatever happened to them', async () => {
    const { items } = (await count(OFFICE)).json as { items: QueueCounts[] };

    for (const departmentId of ['environment', 'tax']) {
      const stands = tasks.filter((task) => task.departmentId === departmentId).flatMap(countsOf);
      const found = items.find((item) => item.departmentId === departmentId);
      for (const name of DESK_COUNTS) {
        expect([name, found?.[name]]).toEqual([name, stands.filter((one) => one === name).length]);
      }
    }
  });

  it('tell an officer of their own department and how many tasks they hold', async () => {
    const held = tasks.filter(({ status, assignee }) => status === 'OPEN' && assignee?.personId === 'ben');
    const { json } = await count(BEN);

    expect((json.items as QueueCounts[]).map(({ departmentId }) => departmentId)).toEqual(['environment']);
    expect(json.mine).toBe(held.filter(({ departmentId }) => departmentId === 'environment').length);
    expect((await count(LEAD)).json.mine).toBe(0);
    expect(await count(BEN, { department: 'tax' })).toMatchObject({ status: 403 });
  });

  it('tell the office of a department it names who holds how many', async () => {
    const mine = tasks.filter(({ departmentId }) => departmentId === 'environment').map(heldBy);
    const { held } = (await count(OFFICE, { department: 'environment' })).json as { held: HeldCount[] };

    expect(held).toContainEqual({ personId: 'ben', open: mine.filter((one) => one === 'ben').length });
    expect((await count(OFFICE)).json).not.toHaveProperty('held');
    expect((await count(BEN)).json).not.toHaveProperty('held');
  });
});
