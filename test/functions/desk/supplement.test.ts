import { beforeEach, describe, expect, it } from 'vitest';
import { listSupplements } from '../../../functions/desk/list-supplements.ts';
import { readDeskTask } from '../../../functions/desk/read-desk-task.ts';
import { readSupplement } from '../../../functions/desk/read-supplement.ts';
import { route } from '../../../functions/shared/route.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { ReadDeskTask } from '../../../workflows/shared/desk-routes.ts';
import { supplementIdOf } from '../../../workflows/shared/supplement.ts';
import { ListSupplements, ReadSupplement } from '../../../workflows/shared/supplement-routes.ts';
import type { SupplementTemplate } from '../../../workflows/shared/supplement-template.ts';
import { BANK, ENTERPRISE, ENVIRONMENT, OFFICE, OTHER_ENTERPRISE, TAX } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { type OpenedTask, openedTask } from '../support/desk-actions.ts';
import { send } from '../support/http.ts';
import { organisationsTold } from '../support/told-of.ts';
import { world } from '../support/world.ts';

const database = useDatabase();
let t: OpenedTask;

beforeEach(async () => {
  t = await openedTask(world(database.db()));
  t.at('2026-11-24T10:00:00+08:00');
});

const list = async (actor: Actor, status = 'OPEN') => {
  const handler = route(ListSupplements, listSupplements, () => t.w);
  const { json } = await send(handler, { actor, query: { status, limit: '100' } });
  return (json.items as { taskId: string }[]).filter(({ taskId }) => taskId === t.taskId);
};
const readAs = (actor: Actor) =>
  send(
    route(ReadSupplement, readSupplement, () => t.w),
    { actor, path: { supplementId: supplementIdOf(t.taskId, 1) } },
  );

describe('asking for a supplement', () => {
  it('gives the applicant a task and a time of its own, and stops the clock of the department', async () => {
    expect(await t.ask()).toMatchObject({
      status: 201,
      headers: { location: `/v1/supplements/${supplementIdOf(t.taskId, 1)}` },
      json: {
        task: { status: 'OPEN', version: 2, supplementRounds: 1 },
        supplement: { status: 'OPEN', round: 1, dueAt: '2026-11-27T23:59:59+08:00' },
      },
    });

    expect(await list(ENTERPRISE)).toMatchObject([{ round: 1 }]);
    expect(await list(OTHER_ENTERPRISE)).toEqual([]);
    expect(t.failed()).toEqual([{ taskToken: 'token-1', error: 'DeadlineMoved' }]);
    // Now it is the applicant's time that the machine waits for.
    expect((await t.keep()).question.wakeAt).toBe('2026-11-26T09:00:00+08:00');
    t.at('2026-11-27T10:00:00+08:00');
    await t.keep();
    expect(await t.audit()).toEqual(expect.arrayContaining(['supplement-asked', 'supplement-reminded']));
    expect(await t.audit()).not.toContain('task-reminded');
    for (const kind of ['supplement-asked', 'supplement-reminded'] as const)
      expect(await organisationsTold(database.db(), t.sample.caseId, kind)).toEqual([
        ENTERPRISE.organisationId,
      ]);
  });

  it('is shown to the enterprise, the department and the office, and to nobody else', async () => {
    await t.ask();
    expect((await readAs(ENTERPRISE)).json).toMatchObject({ items: [{ text: '请补充排污许可证' }] });
    expect((await readAs(ENTERPRISE)).json).not.toHaveProperty('askedBy');
    expect((await readAs(ENVIRONMENT)).json).toHaveProperty('askedBy');
    expect((await readAs(OFFICE)).status).toBe(200);
    for (const stranger of [OTHER_ENTERPRISE, TAX, BANK]) {
      expect((await readAs(stranger)).status).toBe(403);
    }
  });

  it('may take its items from the texts of the department, as long as one can be asked', async () => {
    const handler = route(ReadDeskTask, readDeskTask, () => t.w);
    const offered = async () => {
      const { json } = await send(handler, { actor: ENVIRONMENT, path: { taskId: t.taskId } });
      return json.supplementTemplates as SupplementTemplate[];
    };
    const texts = await offered();
    expect(texts.map(({ id }) => id)).toEqual(['explain', 'former-names', 'environment-rectified']);
    const items = texts.map(({ text }) => ({ text: text.zh }));
    expect((await t.ask({ body: { items, workingDays: 3 } })).status).toBe(201);
    expect(await offered()).toEqual([]);
  });

  it('lists every fault at once and changes nothing', async () => {
    const before = await t.read();
    expect(
      await t.ask({
        body: {
          items: [
            { text: 'a', partIds: ['tax-field'] },
            { text: 'b', partIds: [] },
          ],
          workingDays: 21,
        },
      }),
    ).toMatchObject({
      status: 422,
      json: {
        faults: [
          { pointer: '/items/0/partIds/0', code: 'part-unknown' },
          { pointer: '/workingDays', code: 'working-days-out-of-range' },
        ],
      },
    });
    expect((await t.ask({ body: { items: [], workingDays: 1 } })).status).toBe(422);
    expect(await t.read()).toEqual(before);
  });

  it('is allowed as many rounds as the rules say', async () => {
    for (const round of [1, 2]) {
      expect((await t.ask()).status).toBe(201);
      expect((await t.answer({}, round)).status).toBe(200);
    }
    expect(await t.ask()).toMatchObject({ status: 409, json: { code: 'supplement-rounds-used' } });
  });

  it('stands in the way of a decision until it is answered', async () => {
    await t.ask();
    expect(await t.decide()).toMatchObject({
      status: 409,
      json: { code: 'task-awaits-supplement', present: { state: 'SUPPLEMENT' } },
    });
  });

  it('is refused once the task is overdue', async () => {
    t.at('2026-12-02T00:00:00+08:00');
    await t.keep();
    expect(await t.ask()).toMatchObject({ status: 409, json: { present: { state: 'ESCALATED' } } });
  });
});

describe('answering a supplement', () => {
  it('moves the due date of the department by exactly the working days that were lost', async () => {
    await t.ask();
    // Tuesday to Monday: four working days.
    t.at('2026-11-30T16:00:00+08:00');
    expect(await t.answer()).toMatchObject({ status: 200, json: { status: 'ANSWERED', version: 2 } });

    expect(await t.read()).toMatchObject({
      status: 'OPEN',
      version: 3,
      dueAt: '2026-12-07T23:59:59+08:00',
      clock: { pauses: [{ fromOn: '2026-11-24', untilOn: '2026-11-30' }] },
    });
    expect((await t.read())?.supplementId).toBeUndefined();
    expect((await readAs(ENVIRONMENT)).json).toMatchObject({ answer: { text: '见附件' } });
    expect(await list(ENTERPRISE)).toEqual([]);
    expect(await list(ENTERPRISE, 'ANSWERED')).toHaveLength(1);
    expect((await t.decide()).status).toBe(200);
  });

  it('is refused to others, and a second time with the present state', async () => {
    await t.ask();
    expect((await t.answer({ actor: OTHER_ENTERPRISE })).status).toBe(403);
    expect((await t.answer({ actor: ENVIRONMENT })).status).toBe(403);
    expect((await t.answer()).status).toBe(200);
    expect(await t.answer()).toMatchObject({
      status: 409,
      json: { code: 'supplement-answered', present: { status: 'ANSWERED' } },
    });
  });
});

describe('the department’s task', () => {
  const shown = async (actor: Actor) => {
    const handler = route(ReadDeskTask, readDeskTask, () => t.w);
    return (await send(handler, { actor, path: { taskId: t.taskId } })).json;
  };

  it('shows every round with what was asked and answered, to the officer and the office', async () => {
    expect(await shown(ENVIRONMENT)).toMatchObject({ openParts: ['environment-field'], supplements: [] });
    await t.ask();
    expect((await shown(ENVIRONMENT)).supplements).toMatchObject([{ round: 1, status: 'OPEN' }]);
    await t.answer({ body: { text: '许可证编号：演示-0001' } });
    const items = [{ text: '请补充许可证有效期', partIds: ['environment-field'] }];
    await t.ask({ body: { items, workingDays: 2 } });

    const rounds = [
      { round: 1, status: 'ANSWERED', answer: { text: '许可证编号：演示-0001' } },
      { round: 2, status: 'OPEN', items, partIds: ['environment-field'] },
    ];
    expect((await shown(OFFICE)).supplements).toMatchObject(rounds);
    const seen = (await shown(ENVIRONMENT)).supplements as object[];
    expect(seen).toMatchObject(rounds);
    expect(seen[0]).toHaveProperty('askedBy');
    expect(seen[0]).not.toHaveProperty('answeredBy');
  });
});

describe('a supplement that is not given in time', () => {
  it('closes what waited for it, and the case goes on', async () => {
    await t.ask();
    t.at('2026-11-28T00:00:00+08:00');
    await t.keep();

    expect(await t.read()).toMatchObject({
      status: 'CLOSED',
      closedParts: [{ partId: 'environment-field', reason: 'supplement-not-provided' }],
    });
    await t.open('token-2');
    expect(t.told()).toMatchObject([{ taskToken: 'token-2' }]);
    expect(await t.w.desk.pendingRelays()).not.toContain(t.taskId);
    expect(await t.answer()).toMatchObject({ status: 409, json: { code: 'supplement-lapsed' } });
    expect(await t.decide()).toMatchObject({ status: 409, json: { code: 'task-closed' } });
  });

  it('still counts when it comes before the machine looked', async () => {
    await t.ask();
    t.at('2026-11-28T00:00:00+08:00');
    expect((await t.answer()).status).toBe(200);
    await t.keep();
    expect(await t.read()).toMatchObject({ status: 'OPEN' });
  });

  it('is closed with its case when that is withdrawn', async () => {
    await t.ask();
    expect((await t.withdraw()).status).toBe(200);
    expect((await t.read())?.status).toBe('CLOSED');
    expect((await t.supplement())?.status).toBe('CLOSED');
    expect(await t.answer()).toMatchObject({ status: 409, json: { code: 'supplement-closed' } });
  });
});
