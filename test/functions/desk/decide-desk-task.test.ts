import { SendTaskSuccessCommand, TaskTimedOut } from '@aws-sdk/client-sfn';
import { beforeEach, describe, expect, it } from 'vitest';
import { decideDeskTask } from '../../../functions/desk/decide-desk-task.ts';
import { openDeskTask } from '../../../functions/desk/open-desk-task.ts';
import { relayDeskDecisions } from '../../../functions/desk/relay-desk-decisions.ts';
import { route } from '../../../functions/shared/route.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { firstBreak } from '../../../workflows/shared/audit/chain.ts';
import { DecideDeskTask } from '../../../workflows/shared/desk-routes.ts';
import { BANK, ENTERPRISE, ENVIRONMENT, OFFICE, TAX } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { send } from '../support/http.ts';
import { caseInReview, cleanAnswer, type SampleCase } from '../support/sample-case.ts';
import { type World, world } from '../support/world.ts';

const database = useDatabase();
let w: World;
let sample: SampleCase;
let taskId: string;

beforeEach(async () => {
  w = world(database.db());
  sample = await caseInReview(w);
  taskId = await open('environment', 'token-1');
});

async function open(departmentId: string, taskToken: string): Promise<string> {
  const question = sample.question(departmentId);
  await openDeskTask({ taskToken, workflow: 'listing-certificate', caseId: sample.caseId, question }, w);
  return question.taskId;
}

interface Attempt {
  readonly actor?: Actor;
  readonly task?: string;
  readonly key?: string;
  readonly ifMatch?: string;
  readonly body?: unknown;
}

const decide = ({ actor = ENVIRONMENT, task = taskId, key = 'k-1', ifMatch = '"1"', body }: Attempt = {}) =>
  send(
    route(DecideDeskTask, decideDeskTask, () => w),
    {
      actor,
      path: { taskId: task },
      headers: { 'idempotency-key': `${key}-${sample.caseId}`, 'if-match': ifMatch },
      body: body ?? { answer: cleanAnswer('environment') },
    },
  );

const told = () => w.stepFunctions.commandCalls(SendTaskSuccessCommand).map(({ args }) => args[0].input);
const statusOfTask = async () => (await w.desk.read(taskId))?.status;
const auditKinds = async () =>
  (await w.cases.readAudit(sample.caseId, { limit: 100 })).items.map(({ kind }) => kind);

describe('decide-desk-task', () => {
  it('stores the answer with its audit entry, then tells the machine', async () => {
    const reply = await decide();

    expect(reply).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      json: { status: 'DECIDED', version: 2 },
    });
    expect(await w.desk.read(taskId)).toMatchObject({
      status: 'RELAYED',
      answer: cleanAnswer('environment'),
      decidedBy: { personId: ENVIRONMENT.personId },
    });
    expect(await auditKinds()).toEqual(['case-submitted', 'review-planned', 'task-decided']);
    expect(told()).toEqual([
      { taskToken: 'token-1', output: JSON.stringify({ taskId, decidedAt: '2026-11-23T09:30:00+08:00' }) },
    ]);
    expect(await w.desk.pendingRelays()).not.toContain(taskId);
  });

  it('answers the same request again with the same reply and changes nothing', async () => {
    const first = await decide();

    const second = await decide();

    expect(second).toEqual(first);
    expect(await auditKinds()).toHaveLength(3);
    expect(told()).toHaveLength(1);
  });

  it('answers a doubled click alike when the first was stored after the second looked for it', async () => {
    const first = await decide();
    const { find } = w.idempotency;
    let looked = 0;
    w = {
      ...w,
      idempotency: {
        ...w.idempotency,
        find: async (request) => (looked++ === 0 ? undefined : find(request)),
      },
    };

    expect(await decide()).toEqual(first);
    expect(await auditKinds()).toHaveLength(3);
  });

  it('refuses the same key for another request', async () => {
    await decide();

    const other = await decide({ body: { answer: { ...cleanAnswer('environment'), comment: 'other' } } });

    expect(other).toMatchObject({ status: 422, json: { code: 'idempotency-key-reused' } });
  });

  it('answers a second click 409 with the present state', async () => {
    await decide();

    const second = await decide({ key: 'k-2' });

    expect(second).toMatchObject({
      status: 409,
      json: { code: 'task-decided', present: { status: 'RELAYED', version: 2 } },
    });
  });

  it('lets exactly one of two officers win who decide at the same moment', async () => {
    const replies = await Promise.all([decide({ key: 'a' }), decide({ key: 'b' })]);

    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await auditKinds()).toHaveLength(3);
  });

  it('lets all departments of a case decide at the same moment, with the audit chain whole', async () => {
    const taxTask = await open('tax', 'token-2');

    const replies = await Promise.all([
      decide(),
      decide({ actor: TAX, task: taxTask, body: { answer: cleanAnswer('tax') } }),
    ]);

    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    const { items } = await w.cases.readAudit(sample.caseId, { limit: 100 });
    const read = await w.cases.read(sample.caseId);
    expect(firstBreak(items, { sequence: read?.version ?? 0, hash: read?.auditHash ?? '' })).toBeUndefined();
    expect(items.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
  });

  it.each([
    ['an other department', TAX, 'not-your-task'],
    ['an enterprise', ENTERPRISE, 'not-for-this-organisation'],
    ['a bank', BANK, 'not-for-this-organisation'],
    ['the office', OFFICE, 'not-for-this-organisation'],
  ])('is refused to %s', async (_who, actor, code) => {
    expect(await decide({ actor })).toMatchObject({ status: 403, json: { code } });
    expect(await statusOfTask()).toBe('OPEN');
  });

  it('answers a task that does not exist as it answers one of another department', async () => {
    const unknown = await decide({ task: `${sample.caseId}.nobody` });

    expect(unknown).toMatchObject({ status: 403, json: { code: 'not-your-task' } });
  });

  it('refuses a copy that somebody changed since', async () => {
    expect(await decide({ ifMatch: '"7"' })).toMatchObject({
      status: 412,
      json: { code: 'changed-meanwhile', present: { version: 1 } },
    });
  });

  it('lists every fault of an answer with its pointer and stores nothing', async () => {
    const cell = cleanAnswer('environment').answers[0];

    const refused = await decide({
      body: { answer: { answers: [cell, cell, { ...cell, fieldId: 'other' }] } },
    });

    expect(refused.status).toBe(422);
    expect(refused.json.faults).toEqual([
      expect.objectContaining({ pointer: '/answer/answers/1', code: 'answer-duplicate' }),
      expect.objectContaining({ pointer: '/answer/answers/2', code: 'answer-not-asked' }),
    ]);
    expect(await statusOfTask()).toBe('OPEN');
  });

  it('is refused when the case has ended', async () => {
    const read = await w.cases.read(sample.caseId);
    if (!read) throw new Error('the case is there');
    await w.commit(
      w.cases.change(
        read,
        { status: 'WITHDRAWN' },
        { kind: 'case-withdrawn', at: read.submittedAt, actor: { by: 'platform', step: 'test' } },
      ),
    );

    expect(await decide()).toMatchObject({ status: 409, json: { code: 'case-state' } });
  });

  it('succeeds although the machine cannot be told, and the relay tells it later', async () => {
    w.stepFunctions.on(SendTaskSuccessCommand).rejectsOnce(new Error('connection lost')).resolves({});

    const reply = await decide();
    expect(reply.status).toBe(200);
    expect(await statusOfTask()).toBe('DECIDED');
    const outcome = await relayDeskDecisions({}, w);

    expect(outcome).toMatchObject({ relayed: 1, left: 0 });
    expect(await statusOfTask()).toBe('RELAYED');
    expect(told()).toHaveLength(2);
  });

  it('keeps a decision whose token is dead; the late opening relays it with the new token', async () => {
    w.stepFunctions
      .on(SendTaskSuccessCommand, { taskToken: 'token-1' })
      .rejects(new TaskTimedOut({ message: 'timed out', $metadata: {} }));

    const reply = await decide();
    expect(reply.status).toBe(200);
    expect(await statusOfTask()).toBe('DECIDED');
    await open('environment', 'token-2');

    expect(await statusOfTask()).toBe('RELAYED');
    expect(told().map(({ taskToken }) => taskToken)).toEqual(['token-1', 'token-2']);
  });
});
