import {
  DescribeExecutionCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVirtualClock, type VirtualClock } from '../../../local/clock.ts';
import { type Harness, startStates } from './harness.ts';
import { createMachine, end, history, run, start } from './run.ts';

let harness: Harness;
let clock: VirtualClock;
let tokens: string[];

beforeEach(async () => {
  clock = createVirtualClock(Date.parse('2026-01-05T00:00:00Z'));
  tokens = [];
  harness = await startStates({
    clock,
    handlers: {
      take: (input) => {
        tokens.push((input as { token: string }).token);
        return 'taken';
      },
      large: () => 'x'.repeat(300_000),
    },
  });
});
afterEach(() => harness.stop());

const awaiting = (more: object = {}) => ({
  StartAt: 'Ask',
  States: {
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: { FunctionName: 'take', Payload: { token: '{% $states.context.Task.Token %}' } },
      End: true,
      ...more,
    },
  },
});

async function startAwaiting(more: object = {}): Promise<string> {
  const arn = await start(harness.client, await createMachine(harness.client, awaiting(more)));
  await expect.poll(async () => (await history(harness.client, arn)).at(-1)?.type).toBe('TaskSubmitted');
  return arn;
}

// The overloads of `send` do not unite; the tests look at the answers by matching.
const send = (command: object): Promise<unknown> => harness.client.send(command as never);
const token = () => tokens.at(-1) ?? '';

describe('a task that waits for its token', () => {
  it('goes on with the output of SendTaskSuccess', async () => {
    const arn = await startAwaiting();
    await send(new SendTaskSuccessCommand({ taskToken: token(), output: '{"answer":42}' }));
    expect((await end(harness, arn)).output).toBe('{"answer":42}');
    expect((await history(harness.client, arn)).map(({ type }) => type)).toEqual([
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

  it('fails with the error of SendTaskFailure', async () => {
    const arn = await startAwaiting();
    await send(
      new SendTaskFailureCommand({ taskToken: token(), error: 'Refused', cause: 'no jurisdiction' }),
    );
    expect(await end(harness, arn)).toMatchObject({
      status: 'FAILED',
      error: 'Refused',
      cause: 'no jurisdiction',
    });
  });

  it('refuses an error or a cause that is too long and goes on waiting', async () => {
    const arn = await startAwaiting();
    for (const fields of [{ error: 'x'.repeat(257) }, { cause: 'x'.repeat(32_769) }]) {
      const failure = send(new SendTaskFailureCommand({ taskToken: token(), ...fields }));
      await expect(failure).rejects.toMatchObject({ name: 'ValidationException' });
    }
    await send(new SendTaskSuccessCommand({ taskToken: token(), output: '1' }));
    expect((await end(harness, arn)).status).toBe('SUCCEEDED');
  });

  it('takes a token once only, and no other', async () => {
    await startAwaiting();
    await send(new SendTaskSuccessCommand({ taskToken: token(), output: '1' }));
    await expect(send(new SendTaskSuccessCommand({ taskToken: token(), output: '1' }))).rejects.toMatchObject(
      {
        name: 'TaskTimedOut',
        message: "Task Timed Out: 'Provided task does not exist anymore'",
      },
    );
    await expect(
      send(new SendTaskSuccessCommand({ taskToken: 'nonsense', output: '1' })),
    ).rejects.toMatchObject({
      name: 'InvalidToken',
    });
    const forged = Buffer.from('1.0.3.00000000000000000000000000000000').toString('base64');
    await expect(send(new SendTaskSuccessCommand({ taskToken: forged, output: '1' }))).rejects.toMatchObject({
      name: 'InvalidToken',
    });
  });

  it('refuses an output that is no JSON and goes on waiting', async () => {
    const arn = await startAwaiting();
    await expect(
      send(new SendTaskSuccessCommand({ taskToken: token(), output: '{no' })),
    ).rejects.toMatchObject({ name: 'InvalidOutput' });
    await send(new SendTaskSuccessCommand({ taskToken: token(), output: '{}' }));
    expect((await end(harness, arn)).status).toBe('SUCCEEDED');
  });

  it('times out after TimeoutSeconds, whatever heartbeats come', async () => {
    const arn = await startAwaiting({ TimeoutSeconds: '{% 60 * 60 %}', HeartbeatSeconds: 1800 });
    await clock.advance(1_700_000);
    await send(new SendTaskHeartbeatCommand({ taskToken: token() }));
    await clock.advance(1_700_000);
    await send(new SendTaskHeartbeatCommand({ taskToken: token() }));
    await clock.advance(199_000);
    expect(await send(new DescribeExecutionCommand({ executionArn: arn }))).toMatchObject({
      status: 'RUNNING',
    });
    await clock.advance(2_000);
    expect(await end(harness, arn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  });

  it('fails with States.Timeout when no heartbeat comes', async () => {
    const arn = await startAwaiting({ TimeoutSeconds: 3600, HeartbeatSeconds: 60 });
    await clock.advance(61_000);
    expect(await end(harness, arn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    await expect(send(new SendTaskHeartbeatCommand({ taskToken: token() }))).rejects.toMatchObject({
      name: 'TaskTimedOut',
    });
  });

  it('is of no use once the execution is stopped', async () => {
    const arn = await startAwaiting();
    await send(
      new StopExecutionCommand({ executionArn: arn, error: 'Withdrawn', cause: 'by the applicant' }),
    );
    expect(await end(harness, arn)).toMatchObject({ status: 'ABORTED', error: 'Withdrawn' });
    await expect(send(new SendTaskSuccessCommand({ taskToken: token(), output: '1' }))).rejects.toMatchObject(
      {
        name: 'TaskTimedOut',
      },
    );
  });
});

const largeFunction = 'arn:aws:lambda:us-east-1:000000000000:function:large';

describe('limits and timers', () => {
  it.each([
    [
      'lambda:invoke',
      'lambda',
      { Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName: 'large' } },
    ],
    ['a function', largeFunction, { Resource: largeFunction }],
  ])('catches by States.ALL that the result of %s is over 256 KiB', async (_, name, task) => {
    const States = {
      A: { Type: 'Task', ...task, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }], End: true },
      B: { Type: 'Succeed' },
    };
    expect((await run(harness, { StartAt: 'A', States })).output).toEqual({
      Error: 'States.DataLimitExceeded',
      Cause: `The state/task '${name}' returned a result with a size exceeding the maximum number of bytes service limit.`,
    });
  });

  it('waits for days on a virtual clock', async () => {
    const States = { W: { Type: 'Wait', Seconds: 86_400 * 30, End: true } };
    const arn = await start(harness.client, await createMachine(harness.client, { StartAt: 'W', States }));
    await clock.advance(86_400_000 * 29);
    expect((await history(harness.client, arn)).at(-1)?.type).toBe('WaitStateEntered');
    await clock.advance(86_400_000);
    expect((await end(harness, arn)).status).toBe('SUCCEEDED');
  });

  it('ends an execution after the machine TimeoutSeconds as TIMED_OUT', async () => {
    const States = { W: { Type: 'Wait', Seconds: 100, End: true } };
    const machine = await createMachine(harness.client, { StartAt: 'W', TimeoutSeconds: 10, States });
    const arn = await start(harness.client, machine);
    await clock.advance(10_000);
    expect((await end(harness, arn)).status).toBe('TIMED_OUT');
    expect((await history(harness.client, arn)).at(-1)?.type).toBe('ExecutionTimedOut');
  });

  it('ends an endless loop at 25,000 events', async () => {
    const again = { Condition: '{% true %}', Next: 'A' };
    const States = {
      A: { Type: 'Choice', Choices: [again], Default: 'B' },
      B: { Type: 'Succeed' },
    };
    const arn = await start(harness.client, await createMachine(harness.client, { StartAt: 'A', States }));
    const ended = await end(harness, arn);
    expect(ended).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  });
});
