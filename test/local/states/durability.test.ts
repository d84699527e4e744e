import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVirtualClock } from '../../../local/clock.ts';
import { startStates } from './harness.ts';
import { createMachine, end, history, start } from './run.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'states-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const store = () => join(folder, 'states.db');

const asking = {
  StartAt: 'Ask',
  States: {
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
      Next: 'Wait',
    },
    Wait: { Type: 'Wait', Seconds: 1, End: true },
  },
};

describe('the store', () => {
  it('keeps waiting executions, their tokens and their timers over a restart', async () => {
    const tokens: string[] = [];
    const handlers = { ask: (input: unknown) => void tokens.push((input as { token: string }).token) };
    const first = await startStates({ file: store(), handlers });
    const arn = await start(first.client, await createMachine(first.client, asking));
    await expect.poll(async () => (await history(first.client, arn)).at(-1)?.type).toBe('TaskSubmitted');
    await first.stop();

    const second = await startStates({ file: store(), handlers });
    await second.client.send(new SendTaskSuccessCommand({ taskToken: tokens[0], output: '{"ok":true}' }));
    await second.stop();

    const third = await startStates({ file: store(), handlers });
    expect((await end(third, arn)).output).toBe('{"ok":true}');
    expect(tokens).toHaveLength(1);
    await third.stop();
  });

  it('says what to do when its file is damaged', async () => {
    writeFileSync(store(), 'this is no database '.repeat(1000));
    await expect(startStates({ file: store() })).rejects.toThrow(
      /states\.db is damaged .* Restore it from a backup/,
    );
  });

  it('refuses a second process', async () => {
    const first = await startStates({ file: store() });
    await expect(startStates({ file: store() })).rejects.toThrow(/in use by another process/);
    await first.stop();
  });

  it('acknowledges nothing on a full disk, and goes on when there is room again', async () => {
    const logged: string[] = [];
    const harness = await startStates({
      file: store(),
      handlers: { echo: (input) => input },
      log: (message) => logged.push(message),
    });
    const { database } = harness.states.engine.store;
    const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke' };
    const Arguments = { FunctionName: 'echo', Payload: 'x'.repeat(50_000) };
    const machine = await createMachine(harness.client, {
      StartAt: 'W',
      States: {
        W: { Type: 'Wait', Seconds: 1, Next: 'A' },
        A: { ...task, Arguments, Output: 'done', End: true },
      },
    });
    const arn = await start(harness.client, machine);
    const pages = Number(database.prepare('PRAGMA page_count').get()?.page_count);
    database.exec(`PRAGMA max_page_count = ${pages}`);
    await expect(start(harness.client, machine, { filler: 'y'.repeat(100_000) })).rejects.toMatchObject({
      message: expect.stringMatching(/could not be written: database or disk is full/),
    });
    await expect.poll(() => logged.length, { timeout: 5000 }).toBeGreaterThan(0);
    database.exec('PRAGMA max_page_count = 1000000');
    expect((await end(harness, arn)).output).toBe('"done"');
    await harness.stop();
  });
});

interface Running {
  readonly child: ChildProcess;
  readonly client: SFNClient;
}

function launch(): Promise<Running> {
  const script = new URL('./crash/process.ts', import.meta.url);
  const child = fork(script, [store(), join(folder, 'calls')], { execArgv: [] });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the engine ended with ${code}`)));
    child.once('message', ({ port }: { port: number }) => {
      const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
      const endpoint = `http://127.0.0.1:${port}`;
      resolve({
        child,
        client: new SFNClient({ endpoint, region: 'ap-east-1', credentials, maxAttempts: 1 }),
      });
    });
  });
}

function kill({ child, client }: Running): Promise<void> {
  client.destroy();
  child.removeAllListeners('exit');
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

describe('a process that is killed', () => {
  const steps = ['A', 'B', 'C', 'D', 'E', 'F'];
  const definition = {
    StartAt: 'A',
    States: Object.fromEntries(
      steps.map((name, index) => [
        name,
        {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Arguments: {
            FunctionName: 'step',
            Payload: { step: name, execution: '{% $states.context.Execution.Name %}' },
          },
          Output: '{% $append($states.input, $states.result.Payload.step) %}',
          ...(index === steps.length - 1 ? { End: true } : { Next: steps[index + 1] }),
        },
      ]),
    ),
  };

  it('loses no acknowledged start and repeats no finished step', async () => {
    let running = await launch();
    const stateMachineArn = await createMachine(running.client, definition);
    const acknowledged: string[] = [];
    let count = 0;
    for (const killAfterStarts of [3, 12, 20, 7, 1]) {
      const { client } = running;
      const known = acknowledged.length;
      const burst = Array.from({ length: 40 }, async () => {
        const name = `execution-${count++}`;
        const started = await client.send(new StartExecutionCommand({ stateMachineArn, name, input: '[]' }));
        if (started.executionArn !== undefined) acknowledged.push(started.executionArn);
      });
      const settled = Promise.allSettled(burst);
      await expect
        .poll(() => acknowledged.length, { interval: 1, timeout: 20_000 })
        .toBeGreaterThanOrEqual(known + killAfterStarts);
      await kill(running);
      await settled;
      running = await launch();
    }
    for (const executionArn of acknowledged) {
      const describe = () => running.client.send(new DescribeExecutionCommand({ executionArn }));
      await expect.poll(async () => (await describe()).status, { timeout: 20_000 }).toBe('SUCCEEDED');
      expect(JSON.parse((await describe()).output ?? '')).toEqual(steps);
      const events = await history(running.client, executionArn);
      expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
    }
    expect(acknowledged.length).toBeGreaterThan(20);
    expectStepsInOrder(readFileSync(join(folder, 'calls'), 'utf8'));
    await kill(running);
  }, 60_000);

  /** A step may run again until its result is kept; once a later one has begun, never. */
  function expectStepsInOrder(calls: string): void {
    const latest = new Map<string, string>();
    for (const line of calls.split('\n').filter((text) => text.endsWith('}'))) {
      const { execution, step } = JSON.parse(line) as { execution: string; step: string };
      expect(
        step >= (latest.get(execution) ?? 'A'),
        `${execution}: ${step} after ${latest.get(execution)}`,
      ).toBe(true);
      latest.set(execution, step);
    }
  }
});

describe('an execution that ended', () => {
  it('is forgotten after 90 days, with its history', async () => {
    const clock = createVirtualClock(Date.parse('2026-01-01T00:00:00Z'));
    const harness = await startStates({ clock });
    const { database } = harness.states.engine.store;
    const count = (table: string) => Number(database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n);
    const done = { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } };
    const arn = await start(harness.client, await createMachine(harness.client, done));
    await end(harness, arn);
    await clock.advance(89 * 86_400_000);
    expect(count('executions')).toBe(1);
    await clock.advance(2 * 86_400_000);
    await expect(
      harness.client.send(new DescribeExecutionCommand({ executionArn: arn })),
    ).rejects.toMatchObject({
      name: 'ExecutionDoesNotExist',
    });
    expect([count('executions'), count('batches')]).toEqual([0, 0]);
    await harness.stop();
  });
});

describe('an Express execution', () => {
  it('goes on after a restart and is forgotten at its end', async () => {
    const calls: string[] = [];
    const handlers = { work: () => void calls.push('work') };
    const first = await startStates({ file: store(), handlers });
    const task = {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: 'work' },
      End: true,
    };
    const created = await first.client.send(
      new CreateStateMachineCommand({
        name: 'express',
        type: 'EXPRESS',
        roleArn: 'arn:aws:iam::000000000000:role/machine',
        definition: JSON.stringify({
          QueryLanguage: 'JSONata',
          StartAt: 'Wait',
          States: { Wait: { Type: 'Wait', Seconds: 1, Next: 'Work' }, Work: task },
        }),
      }),
    );
    const arn = await start(first.client, created.stateMachineArn ?? '');
    expect(arn).toMatch(/:express:express:[0-9a-f-]{36}:[0-9a-f-]{36}$/);
    await first.stop();
    const second = await startStates({ file: store(), handlers });
    await expect.poll(() => calls, { timeout: 5000 }).toEqual(['work']);
    const { database } = second.states.engine.store;
    const rows = () =>
      database.prepare('SELECT (SELECT count(*) FROM executions) + (SELECT count(*) FROM batches) AS n').get()
        ?.n;
    await expect.poll(rows).toBe(0);
    await second.stop();
  });
});
