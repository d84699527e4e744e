import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AccessDenied, type Authorize, type Caller } from '../../../local/service.ts';
import { handle } from '../../../local/states/api/handle.ts';
import { type Harness, startStates } from './harness.ts';
import { createMachine, run } from './run.ts';

const role: Caller = { kind: 'role', roleArn: 'arn:aws:iam::000000000000:role/function' };
let harness: Harness;
let asked: (readonly [string, string])[];

const denyAll: Authorize = (caller, action, resource) => {
  asked.push([action, resource]);
  const who = caller.kind === 'role' ? caller.roleArn : 'engineer';
  throw new AccessDenied(`User: ${who} is not authorized to perform: ${action} on resource: ${resource}`);
};

beforeEach(async () => {
  asked = [];
  const invoke = () =>
    Promise.reject(new AccessDenied('User: role is not authorized to perform: lambda:InvokeFunction'));
  const call = () =>
    Promise.reject(new AccessDenied('User: role is not authorized to perform: dynamodb:GetItem'));
  harness = await startStates({ invoker: { invoke }, call });
});
afterEach(() => harness.stop());

async function callAs(action: string, input: object): Promise<Record<string, unknown>> {
  const response = await handle(harness.states.engine, denyAll, {
    caller: role,
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: { 'x-amz-target': `AWSStepFunctions.${action}` },
    body: Buffer.from(JSON.stringify(input)),
  });
  return JSON.parse(String(response.body)) as Record<string, unknown>;
}

const pass = { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } };

describe('permissions', () => {
  it('are asked for by action and resource, and a refusal starts nothing', async () => {
    const stateMachineArn = await createMachine(harness.client, pass);
    const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:one`;
    const answer = await callAs('StartExecution', { stateMachineArn, name: 'one' });
    expect(answer).toMatchObject({
      __type: 'AccessDeniedException',
      message: expect.stringContaining(stateMachineArn),
    });
    await callAs('DescribeExecution', { executionArn });
    expect(asked).toEqual([
      ['states:StartExecution', stateMachineArn],
      ['states:DescribeExecution', executionArn],
    ]);
    expect(harness.states.engine.store.firstFreeExecutionId()).toBe(1);
  });

  it.each([
    ['arn:aws:states:::lambda:invoke', { FunctionName: 'f' }, 'Lambda.AWSLambdaException'],
    ['arn:aws:states:::aws-sdk:dynamodb:getItem', { TableName: 't' }, 'DynamoDb.DynamoDbException'],
    ['arn:aws:states:::dynamodb:getItem', { TableName: 't' }, 'DynamoDB.AmazonDynamoDBException'],
  ])('that %s lacks fail the task with the error of AWS', async (Resource, Arguments, error) => {
    const ran = await run(harness, {
      StartAt: 'T',
      States: { T: { Type: 'Task', Resource, Arguments, End: true } },
    });
    expect(ran).toMatchObject({
      status: 'FAILED',
      error,
      cause: expect.stringContaining('is not authorized to perform'),
    });
  });
});
