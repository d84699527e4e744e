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

  it('shows what went in and out on the way, and who takes an error', async () => {
    const debug = async (more: object, mock?: object) =>
      (await test({ ...task, ...more }, { variables: '{"factor":21}', inspectionLevel: 'DEBUG', mock }))
        .inspectionData;
    expect(await debug({ Assign: { kept: '{% $states.result.StatusCode %}' } })).toMatchObject({
      input: '{}',
      afterArguments: '{"FunctionName":"double","Payload":{"n":21}}',
      result: expect.stringContaining('"Payload":42'),
      variables: expect.stringContaining('"kept":200'),
    });
    const failed = { errorOutput: { error: 'Busy' } };
    const Catch = [
      { ErrorEquals: ['Other'], Next: 'A' },
      { ErrorEquals: ['States.ALL'], Next: 'B' },
    ];
    expect(await debug({ Catch }, failed)).toMatchObject({ errorDetails: { catchIndex: 1 } });
    const Retry = [{ ErrorEquals: ['Other'] }, { ErrorEquals: ['Busy'], IntervalSeconds: 7 }];
    expect(await debug({ Retry }, failed)).toMatchObject({
      errorDetails: { retryIndex: 1, retryBackoffIntervalSeconds: 7 },
    });
  });

  it('finds a state by its name in the definition of a machine, and says when there is none', async () => {
    const inner = { StartAt: 'In', States: { In: { Type: 'Pass', Output: 'inner', End: true } } };
    const machine = { StartAt: 'P', States: { P: { Type: 'Parallel', Branches: [inner], End: true } } };
    expect(await test(machine, { stateName: 'In' })).toMatchObject({
      status: 'SUCCEEDED',
      output: '"inner"',
    });
    await expect(test(machine, { stateName: 'Out' })).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it.each([
    ['a context', { context: '{}' }],
    ['a configuration', { stateConfiguration: { retrierRetryCount: 1 } }],
  ])('refuses %s by name', async (_name, more) => {
    await expect(test({ Type: 'Succeed' }, more)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining(Object.keys(more)[0] ?? ''),
    });
  });

  it('does not wait', async () => {
    expect(await test({ Type: 'Wait', Seconds: 86_400, End: true }, { input: '1' })).toMatchObject({
      status: 'SUCCEEDED',
      output: '1',
    });
  });
});
