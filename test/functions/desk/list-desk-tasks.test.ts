import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { listDeskTasks } from '../../../functions/desk/list-desk-tasks.ts';
import { route } from '../../../functions/shared/route.ts';
import { encodeCursor } from '../../../functions/shared/store/cursor.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { ListDeskTasks } from '../../../workflows/shared/desk-routes.ts';
import { taskIdOf } from '../../../workflows/shared/desk-task.ts';
import { BANK, ENTERPRISE, ENVIRONMENT, OFFICE, TAX } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { send } from '../support/http.ts';
import { DEADLINE } from '../support/sample-case.ts';
import { NOW, type World, world } from '../support/world.ts';

const database = useDatabase();
let w: World;

/** Seven tasks of the environment department, due in no particular order, and one of tax. */
const DUE = [5, 2, 7, 1, 6, 3, 4].map((day) => `2026-12-0${day}T23:59:59+08:00`);

beforeAll(async () => {
  w = world(database.db());
  await Promise.all(DUE.map((dueAt) => openTask('environment', dueAt)));
  await openTask('tax', '2026-12-01T00:00:00+08:00');
});

async function openTask(departmentId: string, dueAt: string): Promise<void> {
  const caseId = randomUUID();
  await w.desk.open(
    {
      taskId: taskIdOf(caseId, departmentId),
      caseId,
      caseNumber: 'LC-1',
      workflow: 'listing-certificate',
      departmentId,
      applicantName: 'Qiyuan',
      applicantUscc: ENTERPRISE.organisationId,
      openedAt: NOW,
      ...DEADLINE,
      dueAt,
      question: {},
    },
    'token',
  );
}

const list = (actor: Actor, query: Record<string, string> = {}) =>
  send(
    route(ListDeskTasks, listDeskTasks, () => w),
    { actor, query },
  );

async function everyPage(actor: Actor, query: Record<string, string>): Promise<Record<string, unknown>[]> {
  const seen: Record<string, unknown>[] = [];
  let cursor: unknown;
  do {
    const { json } = await list(actor, { ...query, ...(cursor ? { cursor: String(cursor) } : {}) });
    seen.push(...(json.items as Record<string, unknown>[]));
    cursor = json.cursor;
  } while (cursor);
  return seen;
}

describe('list-desk-tasks', () => {
  it.each([1, 2, 3, 7, 100])('shows every open task once, by due date, in pages of %d', async (limit) => {
    const seen = await everyPage(ENVIRONMENT, { limit: String(limit) });

    expect(seen.map(({ dueAt }) => dueAt)).toEqual([...DUE].sort());
  });

  it('shows the office the queue it names, and asks for the name', async () => {
    expect(await everyPage(OFFICE, { department: 'tax' })).toHaveLength(1);
    expect(await list(OFFICE)).toMatchObject({
      status: 400,
      json: { faults: [{ pointer: '/query/department' }] },
    });
  });

  it('refuses a department the queue of another, and enterprises and banks every queue', async () => {
    expect(await list(TAX, { department: 'environment' })).toMatchObject({
      status: 403,
      json: { code: 'not-your-queue' },
    });
    expect((await list(ENTERPRISE)).status).toBe(403);
    expect((await list(BANK)).status).toBe(403);
  });

  it.each([
    ['limit', '0'],
    ['limit', '101'],
    ['limit', 'many'],
    ['status', 'RELAYED'],
    ['unknown', '1'],
  ])('refuses %s=%s and says where', async (name, value) => {
    expect(await list(ENVIRONMENT, { [name]: value })).toMatchObject({
      status: 400,
      json: { code: 'invalid-parameters', faults: [{ pointer: `/query/${name}`, zh: expect.any(String) }] },
    });
  });

  it("does not take a cursor of another department's queue", async () => {
    const { cursor } = (await list(ENVIRONMENT, { limit: '1' })).json;

    expect(await list(TAX, { cursor: String(cursor) })).toMatchObject({
      status: 400,
      json: { code: 'unknown-cursor' },
    });
  });

  it('never shows more than the own queue, whatever a cursor holds', async () => {
    const position = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.tuple(fc.string(), fc.string()).map(([due, id]) => `${due}#${id}`),
      fc
        .tuple(fc.date({ noInvalidDate: true }), fc.uuid())
        .map(([due, id]) => `${due.toISOString()}#${id}.environment`),
    );
    const forged = fc.oneof(
      fc.string({ minLength: 1, maxLength: 300 }),
      position.map((at) => encodeCursor('desk#tax#OPEN', at)),
      position.map((at) => encodeCursor('desk#environment#OPEN', at)),
    );
    await fc.assert(
      fc.asyncProperty(forged, async (cursor) => {
        const { status, json } = await list(TAX, { cursor });
        expect([200, 400]).toContain(status);
        for (const { departmentId } of (json.items ?? []) as { departmentId: string }[])
          expect(departmentId).toBe('tax');
      }),
      { numRuns: 200 },
    );
  });
});
