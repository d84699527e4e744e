import {
  DescribeExecutionCommand,
  DescribeStateMachineForExecutionCommand,
  ExecutionDoesNotExist,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { executions } from '../../../functions/desk/client/executions.ts';
import { readExecution } from '../../../functions/desk/read-execution.ts';
import { route } from '../../../functions/shared/route.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { ReadExecution } from '../../../workflows/shared/execution/routes.ts';
import { BANK, ENTERPRISE, ENVIRONMENT, OFFICE } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { send } from '../support/http.ts';
import { caseInReview, type SampleCase } from '../support/sample-case.ts';
import { world } from '../support/world.ts';

const database = useDatabase();
const client = new SFNClient({ region: 'local' });
const stub = mockClient(client);
let sample: SampleCase;
let read: (actor?: Actor, query?: Record<string, string>) => ReturnType<typeof send>;

const BEGAN = new Date('2026-11-23T01:30:00Z');
const DEFINITION = {
  StartAt: 'PlanReview',
  States: {
    PlanReview: { Type: 'Task', Next: 'Ask', Catch: [{ Next: 'CaseFailed' }] },
    Ask: { Type: 'Task' },
    CaseFailed: { Type: 'Fail' },
  },
};
const event = (id: number, details: Omit<HistoryEvent, 'id' | 'timestamp'>): HistoryEvent => ({
  id,
  previousEventId: id - 1,
  timestamp: BEGAN,
  ...details,
});
const FIRST_PAGE = [
  event(1, { type: 'ExecutionStarted' }),
  event(2, { type: 'TaskStateEntered', stateEnteredEventDetails: { name: 'PlanReview' } }),
  event(3, { type: 'TaskStateExited', stateExitedEventDetails: { name: 'PlanReview' } }),
];
const LAST_PAGE = [
  event(4, { type: 'TaskStateEntered', stateEnteredEventDetails: { name: 'Ask' } }),
  event(5, {
    type: 'TaskScheduled',
    taskScheduledEventDetails: {
      resourceType: 'lambda',
      resource: 'invoke.waitForTaskToken',
      region: 'local',
      parameters: '{"taskToken":"secret-token"}',
    },
  }),
];

beforeEach(async () => {
  const w = world(database.db());
  sample = await caseInReview(w);
  const services = {
    ...w,
    executions: executions(client),
    executionArnOf: (workflow: string, name: string) => `arn:execution:${workflow}:${name}`,
  };
  read = (actor = OFFICE, query = {}) =>
    send(
      route(ReadExecution, readExecution, () => services),
      { actor, path: { caseId: sample.caseId }, query },
    );
  stub.reset();
  stub.on(DescribeExecutionCommand).resolves({ status: 'RUNNING', startDate: BEGAN });
  stub.on(DescribeStateMachineForExecutionCommand).resolves({ definition: JSON.stringify(DEFINITION) });
  stub
    .on(GetExecutionHistoryCommand)
    .resolves({ events: FIRST_PAGE, nextToken: 'more' })
    .on(GetExecutionHistoryCommand, { nextToken: 'more' })
    .resolves({ events: LAST_PAGE });
});

describe('read-execution', () => {
  it('shows the states of the definition and where the execution is, through every page of its history', async () => {
    const reply = await read();

    expect(reply).toMatchObject({
      status: 200,
      json: {
        attempt: 1,
        attempts: 1,
        machine: 'listing-certificate',
        status: 'RUNNING',
        startedAt: '2026-11-23T09:30:00+08:00',
        states: [
          { name: 'PlanReview', next: ['Ask', 'CaseFailed'], visits: 1, open: 0 },
          { name: 'Ask', next: [], visits: 1, open: 1, last: { tries: 1 } },
          { name: 'CaseFailed', visits: 0, open: 0 },
        ],
        visits: [{ state: 'PlanReview' }, { state: 'Ask' }],
      },
    });
    expect(stub.commandCalls(DescribeExecutionCommand)[0]?.args[0].input.executionArn).toBe(
      `arn:execution:listing-certificate:${sample.caseId}`,
    );
  });

  it('lets no task token out', async () => {
    expect(JSON.stringify(await read())).not.toContain('secret-token');
  });

  it('of an execution that ended leaves nothing open, and says by which error', async () => {
    stub.on(DescribeExecutionCommand).resolves({
      status: 'FAILED',
      startDate: BEGAN,
      stopDate: BEGAN,
      error: 'CaseFailed',
      cause: 'secret',
    });

    const reply = await read();

    expect(reply.json).toMatchObject({
      status: 'FAILED',
      error: 'CaseFailed',
      stoppedAt: expect.any(String),
    });
    expect((reply.json.states as { open: number }[]).map(({ open }) => open)).toEqual([0, 0, 0]);
    expect(JSON.stringify(reply)).not.toContain('secret');
  });

  it('answers 404 where Step Functions keeps no such execution, and for an attempt that never was', async () => {
    expect(await read(OFFICE, { attempt: '2' })).toMatchObject({ status: 404 });
    expect(stub.calls()).toHaveLength(0);
    stub.on(DescribeExecutionCommand).rejects(new ExecutionDoesNotExist({ message: 'gone', $metadata: {} }));
    expect(await read()).toMatchObject({ status: 404, json: { code: 'execution-not-kept' } });
  });

  it.each([
    ['its enterprise', ENTERPRISE],
    ['a department that is asked', ENVIRONMENT],
    ['a bank', BANK],
  ])('is refused to %s', async (_who, actor) => {
    expect((await read(actor)).status).toBe(403);
  });
});
