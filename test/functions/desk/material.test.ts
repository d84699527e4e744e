import { beforeEach, describe, expect, it } from 'vitest';
import { openDeskTask } from '../../../functions/desk/open-desk-task.ts';
import { readCase } from '../../../functions/desk/read-case.ts';
import { readDeskTask } from '../../../functions/desk/read-desk-task.ts';
import { sendMaterial } from '../../../functions/desk/send-material.ts';
import { route } from '../../../functions/shared/route.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { ReadCase } from '../../../workflows/shared/case-routes.ts';
import { ReadDeskTask } from '../../../workflows/shared/desk-routes.ts';
import type { Material } from '../../../workflows/shared/material.ts';
import { SendMaterial } from '../../../workflows/shared/material-routes.ts';
import { attachmentWorld, PDF } from '../attachments/attachment-world.ts';
import { BANK, ENTERPRISE, ENVIRONMENT, OFFICE, OTHER_ENTERPRISE, TAX } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { type Call, type OpenedTask, openedTask } from '../support/desk-actions.ts';
import { send as sendTo } from '../support/http.ts';
import { organisationsTold } from '../support/told-of.ts';
import { NOW, world } from '../support/world.ts';

const database = useDatabase();
let t: OpenedTask;
let sent = 0;

beforeEach(async () => {
  t = await openedTask(world(database.db()));
  t.at('2026-11-24T10:00:00+08:00');
});

const TEXT = { text: '主动补充：整改完成证明' };
const send = ({ actor = ENTERPRISE, body = TEXT, key = `material-${++sent}` }: Call = {}) =>
  sendTo(
    route(SendMaterial, sendMaterial, () => t.w),
    {
      actor,
      path: { caseId: t.sample.caseId },
      headers: { 'idempotency-key': `${key}-${t.sample.caseId}` },
      body,
    },
  );
const shown = async (taskId = t.taskId, actor: Actor = ENVIRONMENT) => {
  const handler = route(ReadDeskTask, readDeskTask, () => t.w);
  return (await sendTo(handler, { actor, path: { taskId } })).json.sent as Material[];
};
const openSecond = async () => {
  const question = t.sample.question('tax');
  const { caseId } = t.sample;
  await openDeskTask({ taskToken: 'token-2', workflow: 'listing-certificate', caseId, question }, t.w);
  return question.taskId;
};
const told = async () => {
  const { items } = await t.w.cases.readAudit(t.sample.caseId, { limit: 100 });
  return items.filter(({ kind }) => kind === 'material-sent');
};

const inOutbox = () => organisationsTold(database.db(), t.sample.caseId, 'material-sent');
const seenInCase = async (actor: Actor) => {
  const handler = route(ReadCase, readCase, () => t.w);
  return (await sendTo(handler, { actor, path: { caseId: t.sample.caseId } })).json.sent as Material[];
};

describe('material that an applicant sends of its own accord', () => {
  it('is shown on every open task, with one audit entry, and stops no clock', async () => {
    const second = await openSecond();
    const before = await t.read();
    expect(await send()).toMatchObject({ status: 201, json: { ...TEXT, taskIds: [t.taskId, second] } });

    expect(await shown()).toMatchObject([TEXT]);
    const { version = 0, ...kept } = before ?? {};
    expect(await t.read()).toEqual({ ...kept, materials: 1, version: version + 1 });
    expect((await t.w.desk.read(second))?.materials).toBe(1);
    expect(t.failed()).toEqual([]);
    expect((await inOutbox()).toSorted()).toEqual(['environment', 'tax']);
    const [entry, ...others] = await told();
    expect(others).toEqual([]);
    expect(entry?.details).toMatchObject({ taskIds: [t.taskId, second], rules: '2024-12-01.1' });
    expect(JSON.stringify(entry)).not.toContain(TEXT.text);
  });

  it('goes to one department where that is named', async () => {
    const second = await openSecond();
    const body = { ...TEXT, departmentId: 'environment' };
    expect(await send({ body })).toMatchObject({ status: 201, json: { taskIds: [t.taskId] } });

    expect(await shown()).toHaveLength(1);
    expect((await t.w.desk.read(second))?.materials).toBeUndefined();
    expect(await inOutbox()).toEqual(['environment']);
    for (const reader of [ENTERPRISE, OFFICE, ENVIRONMENT]) {
      expect(await seenInCase(reader)).toMatchObject([TEXT]);
    }
    expect(await seenInCase(TAX)).toEqual([]);
  });

  it('brings files, which are kept with the case', async () => {
    t.at(NOW);
    const files = attachmentWorld(database.db());
    const id = await files.upload(ENTERPRISE, '整改.pdf', PDF);
    await files.complete(ENTERPRISE, id);
    expect((await send({ body: { ...TEXT, attachmentIds: [id] } })).status).toBe(201);

    expect(await shown()).toMatchObject([{ attachmentIds: [id] }]);
    expect(await t.w.attachments.ofCase(t.sample.caseId)).toMatchObject([{ attachmentId: id }]);
  });

  it('is taken also while a supplement is open or the office sees to the task', async () => {
    await t.ask();
    expect((await send()).status).toBe(201);
    expect((await t.answer()).status).toBe(200);
    t.at('2026-12-20T10:00:00+08:00');
    await t.keep();
    expect((await t.read())?.overdueAt).toBeDefined();
    expect((await send()).status).toBe(201);
  });

  it('is sent once where the request is sent twice', async () => {
    const first = await send({ key: 'same' });
    expect(await send({ key: 'same' })).toMatchObject({ status: 201, json: first.json });
    expect(await shown()).toHaveLength(1);
  });

  it('is taken as often as the rules say, of each department', async () => {
    for (const _ of [1, 2, 3, 4, 5]) expect((await send()).status).toBe(201);
    expect(await send()).toMatchObject({
      status: 409,
      json: { code: 'material-times-used', present: { tasks: [{ taskId: t.taskId, materials: 5 }] } },
    });
    expect(await shown()).toHaveLength(5);
  });

  it('is refused with every fault at once, and nothing is changed', async () => {
    const before = await t.read();
    const body = { ...TEXT, departmentId: 'transport', attachmentIds: ['att-none'] };
    expect(await send({ body })).toMatchObject({
      status: 422,
      json: {
        faults: [
          { pointer: '/attachmentIds/0', code: 'attachment-unknown' },
          { pointer: '/departmentId', code: 'department-not-asked' },
        ],
      },
    });
    expect((await send({ body: { text: ' ', departmentId: '' } })).json.faults).toHaveLength(2);
    expect(await t.read()).toEqual(before);
    expect(await told()).toEqual([]);
  });

  it.each([
    ['another enterprise', OTHER_ENTERPRISE],
    ['a department', ENVIRONMENT],
    ['a bank', BANK],
  ])('is not taken from %s', async (_, actor) => {
    expect((await send({ actor })).status).toBe(403);
    expect(await shown()).toEqual([]);
  });

  it('is refused once the case has ended', async () => {
    await t.withdraw();
    expect(await send()).toMatchObject({ status: 409, json: { present: { status: 'WITHDRAWN' } } });
  });
});

describe('of additional material and the last decision', () => {
  it('the decision is first: no task is open any more', async () => {
    t.beforeNextCommit(t.decide);
    expect(await send()).toMatchObject({
      status: 409,
      json: { code: 'no-task-open', present: { tasks: [{ taskId: t.taskId, status: 'RELAYED' }] } },
    });
    expect([await told(), await inOutbox()]).toEqual([[], []]);
  });

  it('the material is first: the officer has to look at it before it decides', async () => {
    t.beforeNextCommit(send);
    expect(await t.decide({ version: 1 })).toMatchObject({
      status: 412,
      json: { code: 'changed-meanwhile', present: { state: 'OPEN' } },
    });
    expect(await shown()).toHaveLength(1);
    expect((await t.decide()).status).toBe(200);
  });
});
