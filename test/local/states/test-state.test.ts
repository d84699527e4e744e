import { TestStateCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, startStates } from './harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startStates({ handlers: { double: (input) => (input as { n: number }).n * 2 } });
});
afterAll(() => harness.stop());

const roleArn = 'arn:aws:iam::000000000000:role/machine';
const test = (state: object, more: object = {}) =>
  harness.client.send(
    new TestStateCommand({
      definition: JSON.stringify({ QueryLanguage: 'JSONata', ...state }),
      roleArn,
      ...more,
    }),
  );
const task = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: 'double', Payload: { n: '{% $factor %}' } },
  Output: '{% $states.result.Payload %}',
  Next: 'After',
};

describe('TestState', () => {
  it('gives the output of a state and where it leads', async () => {
    const choice = {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.n > 1 %}', Output: 'many', Next: 'Many' }],
      Default: 'Few',
    };
    expect(await test(choice, { input: '{"n":2}' })).toMatchObject({
      status: 'SUCCEEDED',
      output: '"many"',
      nextState: 'Many',
    });
    expect(await test(choice, { input: '{"n":1}' })).toMatchObject({ status: 'SUCCEEDED', nextState: 'Few' });
  });

  it('calls the function of a task with the variables given', async () => {
    expect(await test(task, { variables: '{"factor":21}' })).toMatchObject({
      status: 'SUCCEEDED',
      output: '42',
      nextState: 'After',
    });
  });

  it('takes a mocked result or error instead', async () => {
    const Catch = [{ ErrorEquals: ['Busy'], Next: 'Rescue' }];
    const Retry = [{ ErrorEquals: ['Again'] }];
    const mocked = (mock: object) => test({ ...task, Catch, Retry }, { variables: '{"factor":1}', mock });
    expect(await mocked({ result: '{"Payload":7}' })).toMatchObject({ status: 'SUCCEEDED', output: '7' });
    expect(await mocked({ errorOutput: { error: 'Busy', cause: 'c' } })).toMatchObject({
      status: 'CAUGHT_ERROR',
      error: 'Busy',
      nextState: 'Rescue',
    });
    expect(await mocked({ errorOutput: { error: 'Again' } })).toMatchObject({
      status: 'RETRIABLE',
      error: 'Again',
    });
    expect(await mocked({ errorOutput: { error: 'Other' } })).toMatchObject({
      status: 'FAILED',
      error: 'Other',
    });
  });

  it('does not wait', async () => {
    expect(await test({ Type: 'Wait', Seconds: 86_400, End: true }, { input: '1' })).toMatchObject({
      status: 'SUCCEEDED',
      output: '1',
    });
  });
});
