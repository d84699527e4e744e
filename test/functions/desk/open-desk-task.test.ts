import { SendTaskFailureCommand, SendTaskSuccessCommand } from '@aws-sdk/client-sfn';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDeskTask } from '../../../functions/desk/open-desk-task.ts';
import { useDatabase } from '../support/database.ts';
import { caseInReview, decideEnvironment, openQueue, type SampleCase } from '../support/sample-case.ts';
import { type World, world } from '../support/world.ts';

const database = useDatabase();
let w: World;
let sample: SampleCase;

beforeEach(async () => {
  w = world(database.db());
  sample = await caseInReview(w);
});

const open = (taskToken: string, question = sample.question('environment')) =>
  openDeskTask({ taskToken, workflow: 'listing-certificate', caseId: sample.caseId, question }, w);
const taskId = () => sample.question('environment').taskId;
const told = () =>
  w.stepFunctions.commandCalls(SendTaskSuccessCommand).map(({ args }) => args[0].input.taskToken);

describe('open-desk-task', () => {
  it('puts the question of the case to the department, and tells the machine nothing yet', async () => {
    await open('token-1');

    expect(await w.desk.read(taskId())).toMatchObject({
      status: 'OPEN',
      version: 1,
      departmentId: 'environment',
      applicantName: 'Qiyuan',
      question: { fieldIds: ['environment-field'] },
    });
    expect(told()).toEqual([]);
  });

  it('gives a task that is open already the new token and nothing else', async () => {
    await open('token-1');
    const before = await w.desk.read(taskId());

    await open('token-2', { ...sample.question('environment'), dueAt: '2027-01-01T00:00:00+08:00' });

    expect(await w.desk.tokenOf(taskId())).toBe('token-2');
    expect(await w.desk.read(taskId())).toEqual(before);
  });

  it('never shows the token in what may be read', async () => {
    await open('token-1');

    expect(JSON.stringify(await w.desk.read(taskId()))).not.toContain('token-1');
    expect(JSON.stringify(await w.desk.search(openQueue('environment'), { limit: 100 }))).not.toContain(
      'token-1',
    );
  });

  it.each(['DECIDED', 'RELAYED'])(
    'relays a task that is %s already at once with the new token',
    async (status) => {
      await open('token-1');
      await decideEnvironment(w, sample);
      if (status === 'RELAYED') await w.desk.relayed(taskId());

      expect(await open('token-2')).toEqual({ taskId: taskId(), status });

      expect(told()).toEqual(['token-2']);
      expect((await w.desk.read(taskId()))?.status).toBe('RELAYED');
    },
  );

  it('tells the machine to look at the time again where it changed before the token was there', async () => {
    w.stepFunctions.on(SendTaskFailureCommand).resolves({});
    await open('token-1');
    expect(w.stepFunctions.commandCalls(SendTaskFailureCommand)).toHaveLength(0);

    await open('token-2', { ...sample.question('environment'), wakeAt: '2026-11-30T09:00:00+08:00' });

    expect(w.stepFunctions.commandCalls(SendTaskFailureCommand).map(({ args }) => args[0].input)).toEqual([
      { taskToken: 'token-2', error: 'DeadlineMoved' },
    ]);
  });

  it('fails where the case never asked this', async () => {
    const question = { ...sample.question('environment'), taskId: `${sample.caseId}.health` };

    await expect(open('token-1', question)).rejects.toThrow('does not ask');
  });
});
