import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  SendTaskSuccessCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ServiceCall } from '../../../local/states/index.ts';
import { type Harness, startStates } from './harness.ts';
import { createMachine, end, history, run, start } from './run.ts';

let harness: Harness;
let calls: ServiceCall[] = [];
let answer: (call: ServiceCall) => unknown = () => ({});

beforeAll(async () => {
  harness = await startStates({
    call: async (call) => {
      calls.push(call);
      return answer(call);
    },
  });
});
beforeEach(() => {
  calls = [];
  answer = () => ({});
});
afterAll(() => harness.stop());

const task = (resource: string, args: object, more: object = {}) => ({
  StartAt: 'T',
  States: {
    T: { Type: 'Task', Resource: `arn:aws:states:::${resource}`, Arguments: args, End: true, ...more },
  },
});

describe('service integrations', () => {
  it('calls DynamoDB with the role of the machine', async () => {
    answer = () => ({ Item: { id: { S: 'a' } } });
    const Arguments = { TableName: 'cases', Key: { id: { S: '{% $states.input.id %}' } } };
    const ran = await run(harness, task('aws-sdk:dynamodb:getItem', Arguments), { id: 'a' });
    expect(ran.output).toEqual({ Item: { id: { S: 'a' } } });
    expect(calls[0]).toEqual({
      caller: { kind: 'role', roleArn: 'arn:aws:iam::000000000000:role/machine' },
      service: 'dynamodb',
      action: 'dynamodb:GetItem',
      target: 'DynamoDB_20120810.GetItem',
      input: { TableName: 'cases', Key: { id: { S: 'a' } } },
    });
  });

  it.each([
    ['aws-sdk:dynamodb:putItem', 'DynamoDb.ConditionalCheckFailedException'],
    ['dynamodb:putItem', 'DynamoDB.ConditionalCheckFailedException'],
  ])('names an error of %s as AWS does', async (resource, error) => {
    answer = () => {
      throw Object.assign(new Error('The conditional request failed'), {
        name: 'ConditionalCheckFailedException',
      });
    };
    const ran = await run(harness, task(resource, { TableName: 'cases', Item: {} }));
    expect(ran).toMatchObject({ status: 'FAILED', error });
    expect(ran.cause).toMatch(/^The conditional request failed \(Service: /);
  });

  it('puts events with Detail as text and the execution among the resources', async () => {
    answer = () => ({ Entries: [{ EventId: '1' }], FailedEntryCount: 0 });
    const Entries = [{ Source: 's', DetailType: 't', Detail: { a: 1 } }];
    await run(harness, task('events:putEvents', { Entries }));
    expect(calls[0]?.input).toMatchObject({
      Entries: [
        {
          Detail: '{"a":1}',
          Resources: [expect.stringContaining(':stateMachine:'), expect.stringContaining(':execution:')],
        },
      ],
    });
  });

  it('fails when an entry is not taken', async () => {
    answer = () => ({ Entries: [{ ErrorCode: 'X' }], FailedEntryCount: 1 });
    const ran = await run(harness, task('events:putEvents', { Entries: [{ Detail: {} }] }));
    expect(ran.error).toBe('EventBridge.FailedEntry');
  });

  it('sends a message with its body as text', async () => {
    await run(harness, task('sqs:sendMessage', { QueueUrl: 'q', MessageBody: { a: 1 } }));
    expect(calls[0]).toMatchObject({
      action: 'sqs:SendMessage',
      input: { QueueUrl: 'q', MessageBody: '{"a":1}' },
    });
  });

  it.each([
    ['sqs:sendMessage', { QueueUrl: 'q', MessageBody: { token: '{% $states.context.Task.Token %}' } }],
    ['events:putEvents', { Entries: [{ Detail: { token: '{% $states.context.Task.Token %}' } }] }],
  ])('%s may wait for its token', async (resource, args) => {
    answer = ({ input }) => {
      const taskToken = /"token\\*":\\*"([^"\\]+)/.exec(JSON.stringify(input))?.[1];
      setImmediate(() => {
        void harness.client.send(new SendTaskSuccessCommand({ taskToken, output: '{"done":true}' }));
      });
      return { MessageId: 'm', Entries: [{ EventId: 'e' }], FailedEntryCount: 0 };
    };
    const ran = await run(harness, task(`${resource}.waitForTaskToken`, args));
    expect(ran.output).toEqual({ done: true });
    expect(ran.types).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
  });

  it('puts and gets objects, with JSON as their text', async () => {
    answer = ({ action }) =>
      action === 's3:GetObject' ? { Body: '{"a":1}', ContentLength: 7 } : { ETag: '"e"' };
    const object = { Bucket: 'b', Key: 'k' };
    const put = await run(harness, task('aws-sdk:s3:putObject', { ...object, Body: { a: 1 } }));
    const got = await run(
      harness,
      task('aws-sdk:s3:getObject', object, { Output: '{% $parse($states.result.Body).a %}' }),
    );
    expect(put.output).toEqual({ ETag: '"e"' });
    expect(got.output).toBe(1);
    expect(calls.map(({ action, input }) => [action, input])).toEqual([
      ['s3:PutObject', { ...object, Body: '{"a":1}' }],
      ['s3:GetObject', object],
    ]);
  });

  it.each(['glue:startJobRun', 'sns:publish', 'aws-sdk:dynamodb:executeStatement', 'dynamodb:getItem.sync'])(
    'refuses %s, which does not exist here, when the machine is created',
    async (resource) => {
      const definition = JSON.stringify({ QueryLanguage: 'JSONata', ...task(resource, {}) });
      const roleArn = 'arn:aws:iam::000000000000:role/machine';
      const create = new CreateStateMachineCommand({ name: 'unknown', definition, roleArn });
      await expect(harness.client.send(create)).rejects.toMatchObject({
        name: 'InvalidDefinition',
        message: expect.stringContaining(resource),
      });
    },
  );
});

describe('a nested execution', () => {
  const child = (States: object) => createMachine(harness.client, { StartAt: 'A', States });

  it('gives its output to the task that waits for it', async () => {
    const StateMachineArn = await child({
      A: { Type: 'Pass', Output: { sum: '{% $states.input.a + 1 %}' }, End: true },
    });
    const States = task(
      'states:startExecution.sync:2',
      { StateMachineArn, Input: { a: 1 } },
      { Output: '{% $states.result.Output.sum %}' },
    );
    const ran = await run(harness, States);
    expect(ran.output).toBe(2);
    expect(ran.types).toContain('TaskSubmitted');
  });

  it('fails the task when it fails', async () => {
    const StateMachineArn = await child({ A: { Type: 'Fail', Error: 'Inner', Cause: 'why' } });
    const ran = await run(harness, task('states:startExecution.sync:2', { StateMachineArn }));
    expect(ran.error).toBe('States.TaskFailed');
    expect(JSON.parse(ran.cause ?? '')).toMatchObject({ Status: 'FAILED', Error: 'Inner', Cause: 'why' });
  });

  it('is stopped with the execution that waits for it', async () => {
    const StateMachineArn = await child({ A: { Type: 'Wait', Seconds: 3600, End: true } });
    const parent = await createMachine(
      harness.client,
      task('states:startExecution.sync:2', { StateMachineArn }),
    );
    const executionArn = await start(harness.client, parent);
    await expect
      .poll(async () => (await history(harness.client, executionArn)).at(-1)?.type)
      .toBe('TaskSubmitted');
    const submitted = (await history(harness.client, executionArn)).at(-1)?.taskSubmittedEventDetails?.output;
    await harness.client.send(new StopExecutionCommand({ executionArn }));
    const { ExecutionArn } = JSON.parse(submitted ?? '') as { ExecutionArn: string };
    expect((await end(harness, ExecutionArn)).status).toBe('ABORTED');
    const described = await harness.client.send(new DescribeExecutionCommand({ executionArn }));
    expect(described.status).toBe('ABORTED');
  });

  it('fails the task when the machine does not exist', async () => {
    const StateMachineArn = 'arn:aws:states:ap-east-1:000000000000:stateMachine:none';
    const ran = await run(harness, task('states:startExecution', { StateMachineArn }));
    expect(ran.error).toBe('StepFunctions.StateMachineDoesNotExistException');
  });
});
