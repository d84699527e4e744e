import { SendTaskFailureCommand } from '@aws-sdk/client-sfn';
import { beforeEach, describe, expect, it } from 'vitest';
import { closeDeskTasks } from '../../../functions/desk/close-desk-tasks.ts';
import { decideDeskTask } from '../../../functions/desk/decide-desk-task.ts';
import { openDeskTask } from '../../../functions/desk/open-desk-task.ts';
import { relayDeskDecisions } from '../../../functions/desk/relay-desk-decisions.ts';
import { withdrawCase } from '../../../functions/desk/withdraw-case.ts';
import { planReview } from '../../../functions/listing-certificate/plan-review.ts';
import { registerStore } from '../../../functions/listing-certificate/store/register-store.ts';
import { route } from '../../../functions/shared/route.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { WithdrawCase } from '../../../workflows/shared/case-routes.ts';
import { DecideDeskTask } from '../../../workflows/shared/desk-routes.ts';
import { ENTERPRISE, ENVIRONMENT, OFFICE, OTHER_ENTERPRISE } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { send } from '../support/http.ts';
import { caseInReview, cleanAnswer, openQueue, type SampleCase } from '../support/sample-case.ts';
import { NOW, type World, world } from '../support/world.ts';

const database = useDatabase();
let w: World;
let sample: SampleCase;
let taskId: string;

beforeEach(async () => {
  w = world(database.db());
  w.stepFunctions.on(SendTaskFailureCommand).resolves({});
  sample = await caseInReview(w);
  taskId = await open('environment', 'token-1');
});

async function open(departmentId: string, taskToken: string): Promise<string> {
  const question = sample.question(departmentId);
  await openDeskTask({ taskToken, workflow: 'listing-certificate', caseId: sample.caseId, question }, w);
  return question.taskId;
}

const withdraw = (actor: Actor = ENTERPRISE, key = 'w') =>
  send(
    route(WithdrawCase, withdrawCase, () => w),
    {
      actor,
      path: { caseId: sample.caseId },
      headers: { 'idempotency-key': `${key}-${sample.caseId}` },
    },
  );
const decide = () =>
  send(
    route(DecideDeskTask, decideDeskTask, () => w),
    {
      actor: ENVIRONMENT,
      path: { taskId },
      headers: { 'idempotency-key': `d-${sample.caseId}`, 'if-match': '"1"' },
      body: { answer: cleanAnswer('environment') },
    },
  );
async function issue(): Promise<void> {
  const read = await w.cases.read(sample.caseId);
  if (!read) throw new Error('the case is there');
  await w.commit(
    w.cases.change(
      read,
      { status: 'ISSUED', resultNumber: 'N-1' },
      { kind: 'result-issued', at: NOW, actor: { by: 'platform', step: 'PublishCertificate' } },
    ),
  );
}
const failed = () => w.stepFunctions.commandCalls(SendTaskFailureCommand).map(({ args }) => args[0].input);
const statusOfTask = async () => (await w.desk.read(taskId))?.status;

/** The transaction reads the tasks first; the machine would be told after the second reading. */
function diesAtTheSecondCall(ofCase: World['desk']['ofCase']): World['desk']['ofCase'] {
  let calls = 0;
  return (caseId) => {
    calls += 1;
    return calls === 1 ? ofCase(caseId) : Promise.reject(new Error('the process died'));
  };
}

describe('withdraw-case', () => {
  it('ends the case, closes its open tasks and tells the machine why', async () => {
    const reply = await withdraw();

    expect(reply).toMatchObject({ status: 200, json: { status: 'WITHDRAWN' } });
    expect(await statusOfTask()).toBe('CLOSED');
    expect(failed()).toEqual([{ taskToken: 'token-1', error: 'CaseWithdrawn' }]);
    expect((await w.desk.search(openQueue('environment'), { limit: 100 })).items).not.toContainEqual(
      expect.objectContaining({ taskId }),
    );
    expect(await w.desk.pendingClosings()).not.toContain(sample.caseId);
  });

  it('answers the same request again alike and a second withdrawal 409 with the present state', async () => {
    const first = await withdraw();

    expect(await withdraw()).toEqual(first);
    expect(await withdraw(ENTERPRISE, 'again')).toMatchObject({
      status: 409,
      json: { present: { status: 'WITHDRAWN' } },
    });
  });

  it.each([
    ['another enterprise', OTHER_ENTERPRISE],
    ['a department', ENVIRONMENT],
    ['the office', OFFICE],
  ])('is refused to %s', async (_who, actor) => {
    expect((await withdraw(actor)).status).toBe(403);
    expect(await statusOfTask()).toBe('OPEN');
  });

  it('wins against a decision that comes after it', async () => {
    await withdraw();

    expect(await decide()).toMatchObject({ status: 409, json: { present: { status: 'CLOSED' } } });
  });

  it('withdraws a case that was decided in part; the answer given stays', async () => {
    expect((await decide()).status).toBe(200);

    expect((await withdraw()).status).toBe(200);
    expect(await statusOfTask()).toBe('RELAYED');
    expect(failed()).toEqual([]);
  });

  it('leaves no answer behind that was given in the same moment and lost', async () => {
    const [decision, withdrawal] = await Promise.all([decide(), withdraw()]);

    expect(withdrawal.status).toBe(200);
    const task = await w.desk.read(taskId);
    expect(task?.status).toBe(decision.status === 200 ? 'RELAYED' : 'CLOSED');
    expect(task?.answer !== undefined).toBe(decision.status === 200);
  });

  it('loses against an issue that came before it', async () => {
    await issue();

    expect(await withdraw()).toMatchObject({
      status: 409,
      json: { code: 'case-state', present: { status: 'ISSUED' } },
    });
    expect(failed()).toEqual([]);
  });

  it('wins against an issue that comes after it', async () => {
    await withdraw();

    await expect(issue()).rejects.toMatchObject({ status: 409, present: { status: 'WITHDRAWN' } });
  });

  it('lets exactly one of an issue and itself win in the same moment', async () => {
    const [issued, withdrawal] = await Promise.allSettled([issue(), withdraw()]);

    const status = (await w.cases.read(sample.caseId))?.status;
    expect(status).toBe(issued.status === 'fulfilled' ? 'ISSUED' : 'WITHDRAWN');
    expect(withdrawal).toMatchObject({ value: { status: status === 'WITHDRAWN' ? 200 : 409 } });
  });

  it('lets nothing be opened after it, which fails by name', async () => {
    await withdraw();

    await expect(open('tax', 'token-2')).rejects.toMatchObject({ name: 'CaseWithdrawn' });
    expect(await w.desk.read(sample.question('tax').taskId)).toBeUndefined();
  });

  it('leaves nothing open that was on its way to be opened by a process that died right after', async () => {
    let reads = 0;
    const question = sample.question('tax');
    const dying: World = {
      ...w,
      cases: {
        ...w.cases,
        async read(caseId) {
          reads += 1;
          if (reads > 1) throw new Error('the process died');
          const found = await w.cases.read(caseId);
          await withdraw();
          return found;
        },
      },
    };
    const input = { taskToken: 'token-2', workflow: 'listing-certificate', caseId: sample.caseId, question };

    await expect(openDeskTask(input, dying)).rejects.toThrow();

    const tasks = await w.desk.ofCase(sample.caseId);
    expect(tasks.filter(({ status }) => status === 'OPEN')).toEqual([]);
  });

  it('stops a step without a token by name', async () => {
    await withdraw();

    const services = { ...w, registers: registerStore(database.db(), 'RegisterTable', () => 'CaseTable') };
    await expect(planReview({ caseId: sample.caseId }, services)).rejects.toMatchObject({
      name: 'CaseWithdrawn',
    });
  });

  it('closes the open tasks in the same transaction: a process that dies right after leaves none open', async () => {
    const dying = { ...w, desk: { ...w.desk, ofCase: diesAtTheSecondCall(w.desk.ofCase) } };

    const reply = await send(
      route(WithdrawCase, withdrawCase, () => dying),
      { actor: ENTERPRISE, path: { caseId: sample.caseId }, headers: { 'idempotency-key': sample.caseId } },
    );

    expect(reply.status).toBe(200);
    expect(await statusOfTask()).toBe('CLOSED');
    expect((await decide()).status).toBe(409);
    expect(await w.desk.pendingClosings()).toContain(sample.caseId);
    await relayDeskDecisions({}, w);
    expect(failed()).toContainEqual({ taskToken: 'token-1', error: 'CaseWithdrawn' });
  });

  it('is finished by the relay when its process died before the machine was told', async () => {
    w.stepFunctions.on(SendTaskFailureCommand).rejectsOnce(new Error('connection lost')).resolves({});
    expect((await withdraw()).status).toBe(200);
    expect(await w.desk.pendingClosings()).toContain(sample.caseId);

    expect(await relayDeskDecisions({}, w)).toMatchObject({ closed: 1, left: 0 });

    expect(failed()).toHaveLength(2);
    expect(await w.desk.pendingClosings()).not.toContain(sample.caseId);
  });

  it('changes nothing when the machine closes the tasks again', async () => {
    await withdraw();
    const before = await w.desk.ofCase(sample.caseId);

    await closeDeskTasks({ caseId: sample.caseId }, w);

    expect(await w.desk.ofCase(sample.caseId)).toEqual(before);
  });
});
