import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVirtualClock } from '../../../local/clock.ts';
import { clockPage, openFront } from '../../../local/gateway/index.ts';
import { readCommandLine } from '../../../local/inspect/command-line.ts';
import { executionPages } from '../../../local/inspect/page/execution-pages.ts';
import { layOut } from '../../../local/inspect/page/layout.ts';
import { findExecution, latestExecutions, readHistory } from '../../../local/inspect/read-executions.ts';
import { describeReport, executionsReport, historyReport } from '../../../local/inspect/reports.ts';
import { runtimeTime } from '../../../local/inspect/runtime-time.ts';
import { stateVisits } from '../../../local/inspect/state-visits.ts';
import { Tail } from '../../../local/inspect/tail.ts';
import { durationText } from '../../../local/inspect/text.ts';
import { type Harness, startStates } from '../states/harness.ts';
import { end } from '../states/run.ts';

const functionArn = 'arn:aws:lambda:ap-east-1:000000000000:function:check';
const definition = {
  QueryLanguage: 'JSONata',
  StartAt: '受理',
  States: {
    受理: { Type: 'Pass', Output: { note: '<b>&"' }, Next: 'Check' },
    Check: {
      Type: 'Task',
      Resource: functionArn,
      Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 1, MaxAttempts: 1, BackoffRate: 1 }],
      Catch: [{ ErrorEquals: ['Busy'], Next: 'Refuse' }],
      Next: 'Done',
    },
    Done: { Type: 'Succeed' },
    Refuse: { Type: 'Fail', Error: 'Refused', Cause: 'too busy' },
  },
};

let harness: Harness;
let executionArn: string;

beforeAll(async () => {
  const busy = () => {
    throw Object.assign(new Error('busy'), { name: 'Busy' });
  };
  harness = await startStates({ handlers: { check: busy } });
  const roleArn = 'arn:aws:iam::000000000000:role/machine';
  const created = await harness.client.send(
    new CreateStateMachineCommand({ name: 'inspected', definition: JSON.stringify(definition), roleArn }),
  );
  const started = await harness.client.send(
    new StartExecutionCommand({ stateMachineArn: created.stateMachineArn, name: 'first-case', input: '{}' }),
  );
  executionArn = started.executionArn ?? '';
  await end(harness, executionArn);
});

afterAll(() => harness.stop());

function describeIt() {
  return harness.client.send(new DescribeExecutionCommand({ executionArn }));
}

describe('looking into a runtime', () => {
  it('finds an execution by the beginning of its name', async () => {
    expect(await findExecution(harness.client, 'first')).toBe(executionArn);
    await expect(findExecution(harness.client, 'second')).rejects.toThrow('no execution is called second');
  });

  it('lists executions, newest first, filtered by machine and status', async () => {
    const all = await latestExecutions(harness.client, {}, 10);
    expect(executionsReport(all, new Date())).toContain('first-case');
    expect(await latestExecutions(harness.client, { status: 'SUCCEEDED' }, 10)).toEqual([]);
    expect(await latestExecutions(harness.client, { machine: 'other' }, 10)).toEqual([]);
  });

  it('tells the stays in each state with tries and errors', async () => {
    const visits = stateVisits(await readHistory(harness.client, executionArn));
    expect(visits.map(({ state, attempts, error }) => [state, attempts, error])).toEqual([
      ['受理', 0, undefined],
      ['Check', 2, 'Busy'],
      ['Refuse', 0, 'Refused'],
    ]);
    const check = visits[1];
    expect((check?.exitedAt?.getTime() ?? 0) - (check?.enteredAt.getTime() ?? 0)).toBeGreaterThanOrEqual(
      1000,
    );
  });

  it('prints history and description', async () => {
    const events = await readHistory(harness.client, executionArn);
    expect(historyReport(events)).toContain('LambdaFunctionFailed');
    const report = describeReport(await describeIt(), events, new Date());
    expect(report).toContain('too busy');
    expect(report).toContain('受理');
  });

  it('follows what happens from now on', async () => {
    const tail = new Tail(harness.client);
    expect(await tail.look()).toEqual([]);
    const { stateMachineArn } = await describeIt();
    await harness.client.send(new StartExecutionCommand({ stateMachineArn, name: 'later-case' }));
    await expect
      .poll(async () => (await tail.look()).join('\n'), { timeout: 3000 })
      .toContain('later-case  #1 ExecutionStarted');
  });
});

describe('the page of an execution', () => {
  it('shows graph, states and events, with every text escaped', async () => {
    const server = createServer(executionPages(harness.client));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/local/executions`;
    const list = await (await fetch(origin)).text();
    const link = /href="(\/local\/executions\/[^"]+first-case)"/.exec(list)?.[1];
    const page = await (await fetch(new URL(link ?? '', origin))).text();
    const missing = await fetch(`${origin}/${encodeURIComponent(executionArn.replace('first', 'no'))}`);
    server.closeAllConnections();
    server.close();
    expect(page).toContain('<svg');
    expect(page).toContain('>受理</text>');
    expect(page).toContain('not entered');
    expect(page).toContain('ExecutionFailed');
    expect(page).toContain('&lt;b&gt;&amp;');
    expect(page).not.toContain('<b>');
    expect(missing.status).toBe(404);
  });

  it('lays states out by their distance from the start', () => {
    const { states, rows, columns } = layOut(definition as never);
    expect(states.map(({ name, row, column }) => [name, row, column])).toEqual([
      ['受理', 0, 0],
      ['Check', 1, 0],
      ['Done', 2, 0],
      ['Refuse', 2, 1],
    ]);
    expect([rows, columns]).toEqual([3, 2]);
  });
});

it('the time is that of the runtime, not of the machine', async () => {
  const front = await openFront({ port: 0 });
  front.route(
    '/local/clock',
    clockPage(createVirtualClock(86_400_000), (work) => work()),
  );
  const port = Number(new URL(front.origin).port);
  expect(await runtimeTime(port)).toEqual(new Date('1970-01-02T00:00:00Z'));
  await front.close();
  await expect(runtimeTime(port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

describe('the command line', () => {
  it.each([
    [['history', 'x'], { command: { name: 'history', id: 'x' }, port: 4700 }],
    [
      ['executions', '--machine', 'm', '--limit', '3', '--port', '9'],
      { command: { name: 'executions', machine: 'm', limit: 3 }, port: 9 },
    ],
  ])('%j', (args, expected) => {
    expect(readCommandLine(args)).toEqual(expected);
  });

  it.each([[[]], [['history']], [['fly']], [['tail', '--port', 'x']], [['describe', 'a', 'b']]])(
    '%j is refused',
    (args) => {
      expect(() => readCommandLine(args)).toThrow();
    },
  );
});

it.each([
  [12, '12 ms'],
  [1_500, '1.5 s'],
  [90_000, '1 min 30 s'],
  [3 * 86_400_000 + 4 * 3_600_000, '3 d 4 h'],
])('%d ms read as %s', (ms, text) => {
  expect(durationText(ms)).toBe(text);
});
