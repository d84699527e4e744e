import { randomUUID } from 'node:crypto';
import { ExecutionAlreadyExists, SendTaskSuccessCommand, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDeskTask } from '../../../functions/desk/open-desk-task.ts';
import { relayDeskDecisions } from '../../../functions/desk/relay-desk-decisions.ts';
import { useDatabase } from '../support/database.ts';
import { caseInReview, decideEnvironment, submitCase } from '../support/sample-case.ts';
import { type World, world } from '../support/world.ts';

const database = useDatabase();
let w: World;

beforeEach(() => {
  w = world(database.db());
});

const begun = () => w.stepFunctions.commandCalls(StartExecutionCommand).map(({ args }) => args[0].input);

describe('relay-desk-decisions', () => {
  it('tells the machine of every decision it was not told of, once', async () => {
    const sample = await caseInReview(w);
    const question = sample.question('environment');
    await openDeskTask(
      { taskToken: 'token', workflow: 'listing-certificate', caseId: sample.caseId, question },
      w,
    );
    await decideEnvironment(w, sample);

    expect(await relayDeskDecisions({}, w)).toEqual({
      relayed: 1,
      begun: 0,
      closed: 0,
      moved: 0,
      woken: 0,
      left: 0,
    });
    expect(await relayDeskDecisions({}, w)).toEqual({
      relayed: 0,
      begun: 0,
      closed: 0,
      moved: 0,
      woken: 0,
      left: 0,
    });

    expect(w.stepFunctions.commandCalls(SendTaskSuccessCommand)).toHaveLength(1);
    expect((await w.desk.read(question.taskId))?.status).toBe('RELAYED');
  });

  it('begins the execution of a case whose submission died before it did', async () => {
    const caseId = randomUUID();
    await submitCase(w, caseId);

    expect(await relayDeskDecisions({}, w)).toEqual({
      relayed: 0,
      begun: 1,
      closed: 0,
      moved: 0,
      woken: 0,
      left: 0,
    });
    expect(await relayDeskDecisions({}, w)).toEqual({
      relayed: 0,
      begun: 0,
      closed: 0,
      moved: 0,
      woken: 0,
      left: 0,
    });

    expect(begun()).toEqual([
      {
        stateMachineArn: expect.stringContaining('listing-certificate'),
        name: caseId,
        input: JSON.stringify({ caseId }),
      },
    ]);
  });

  it('takes an execution that exists already for begun', async () => {
    await submitCase(w, randomUUID());
    w.stepFunctions
      .on(StartExecutionCommand)
      .rejects(new ExecutionAlreadyExists({ message: 'exists', $metadata: {} }));

    expect(await relayDeskDecisions({}, w)).toMatchObject({ begun: 1, left: 0 });
    expect(await w.cases.pendingStarts()).toEqual([]);
  });

  it('leaves what cannot be done now for the next run', async () => {
    await submitCase(w, randomUUID());
    w.stepFunctions.on(StartExecutionCommand).rejectsOnce(new Error('not now')).resolves({});

    expect(await relayDeskDecisions({}, w)).toEqual({
      relayed: 0,
      begun: 0,
      closed: 0,
      moved: 0,
      woken: 0,
      left: 1,
    });
    expect(await relayDeskDecisions({}, w)).toEqual({
      relayed: 0,
      begun: 1,
      closed: 0,
      moved: 0,
      woken: 0,
      left: 0,
    });
  });

  it('does everything else where one case cannot be read', async () => {
    await submitCase(w, randomUUID());
    const sample = await caseInReview(w);
    const question = sample.question('environment');
    await openDeskTask(
      { taskToken: 'token', workflow: 'listing-certificate', caseId: sample.caseId, question },
      w,
    );
    await decideEnvironment(w, sample);
    const unreadable = { ...w.cases, read: () => Promise.reject(new Error('not a case')) };

    expect(await relayDeskDecisions({}, { ...w, cases: unreadable })).toMatchObject({ relayed: 1, left: 1 });
    expect(await relayDeskDecisions({}, w)).toMatchObject({ begun: 1, left: 0 });
  });

  it('begins a case that was withdrawn before it began: its machine undoes what its procedure began', async () => {
    const caseId = randomUUID();
    await submitCase(w, caseId);
    const read = await w.cases.read(caseId);
    if (!read) throw new Error('the case was just written');
    const deed = {
      kind: 'case-withdrawn',
      at: read.submittedAt,
      actor: { by: 'platform', step: 'test' },
    } as const;
    await w.commit(w.cases.change(read, { status: 'WITHDRAWN' }, deed));

    await relayDeskDecisions({}, w);

    expect(begun()).toMatchObject([{ name: caseId }]);
    expect(await w.cases.pendingStarts()).toEqual([]);
  });

  it('does not remove the mark of a later attempt', async () => {
    const caseId = randomUUID();
    await submitCase(w, caseId);

    await w.cases.started({ caseId, workflow: 'listing-certificate', attempt: 2 });

    expect(await w.cases.pendingStarts()).toMatchObject([{ caseId, attempt: 1 }]);
    await w.cases.started({ caseId, workflow: 'listing-certificate', attempt: 1 });
    expect(await w.cases.pendingStarts()).toEqual([]);
  });
});
