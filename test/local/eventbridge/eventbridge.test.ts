import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createVirtualClock } from '../../../local/clock.ts';
import {
  createEventBridge,
  type EventBridgeOptions,
  type TargetPorts,
} from '../../../local/eventbridge/index.ts';
import { AccessDenied, type Caller } from '../../../local/service.ts';
import { serve } from '../services/serve.ts';
import { loadTemplates } from '../template/write-assembly.ts';

let folder: string;
const closing: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'events-'));
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  await rm(folder, { recursive: true });
});

const START_MS = Date.parse('2026-03-12T00:00:00Z');
const FUNCTION = 'arn:aws:lambda:ap-east-1:000000000000:function:notify';
const QUEUE = 'arn:aws:sqs:ap-east-1:000000000000:letters';
const MACHINE = 'arn:aws:states:ap-east-1:000000000000:stateMachine:follow-up';
const ROLE = 'arn:aws:iam::000000000000:role/events';
const rule = (Properties: object) => ({ Type: 'AWS::Events::Rule', Properties });
const decided = { source: ['cases'], detail: { state: ['DECIDED'] } };
const toFunction = { Targets: [{ Id: 'f', Arn: FUNCTION }] };

interface Sent {
  readonly to: string;
  readonly caller: Caller;
  readonly input: unknown;
}

async function start(
  Resources: Record<string, object>,
  {
    fail,
    options = {},
    clock = createVirtualClock(START_MS),
  }: {
    fail?: (attempt: number) => Error | undefined;
    options?: Partial<EventBridgeOptions>;
    clock?: ReturnType<typeof createVirtualClock>;
  } = {},
) {
  const sent: Sent[] = [];
  const logged: string[] = [];
  let attempts = 0;
  const failMaybe = () => {
    attempts++;
    const error = fail?.(attempts);
    if (error) throw error;
  };
  const ports: TargetPorts = {
    invokeAsync(caller, functionArn, payload) {
      failMaybe();
      sent.push({ to: functionArn, caller, input: JSON.parse(payload) });
    },
    async call({ caller, service, input }) {
      if (service === 'states') failMaybe();
      sent.push({ to: service, caller, input });
    },
  };
  const events = createEventBridge({
    assembly: loadTemplates({ Service: { Resources } }),
    file: join(folder, 'events.db'),
    clock,
    authorize: () => {},
    ports,
    log: (message) => void logged.push(message),
    ...options,
  });
  const { settings, close } = await serve(events);
  let stopped = false;
  const stop = async () => {
    if (stopped) return;
    stopped = true;
    await close();
    await events.close();
  };
  closing.push(stop);
  const client = new EventBridgeClient(settings);
  const put = (...entries: Partial<PutEventsRequestEntry>[]) =>
    client.send(
      new PutEventsCommand({
        Entries: entries.map((entry) => ({
          Source: 'cases',
          DetailType: 'CaseDecided',
          Detail: JSON.stringify({ state: 'DECIDED', caseId: 'C1' }),
          ...entry,
        })),
      }),
    );
  return { events, put, sent, logged, clock, stop, attempts: () => attempts };
}

test('an event goes to the targets of the rules that match, as AWS shapes it', async () => {
  const { events, put, sent, clock } = await start({
    Decided: rule({ EventPattern: decided, ...toFunction }),
    Other: rule({ EventPattern: { source: ['other'] }, ...toFunction }),
    Off: rule({ EventPattern: decided, State: 'DISABLED', ...toFunction }),
  });
  events.start();

  const output = await put({ Resources: ['arn:a'] });
  await clock.advance(0);

  expect(output).toMatchObject({ FailedEntryCount: 0, Entries: [{ EventId: expect.any(String) }] });
  expect(sent).toEqual([
    {
      to: FUNCTION,
      caller: {
        kind: 'service',
        principal: 'events.amazonaws.com',
        sourceArn: expect.stringMatching(/^arn:aws:events:ap-east-1:000000000000:rule\/Service-Decided-/),
      },
      input: {
        version: '0',
        id: output.Entries?.[0]?.EventId,
        'detail-type': 'CaseDecided',
        source: 'cases',
        account: '000000000000',
        time: '2026-03-12T00:00:00Z',
        region: 'ap-east-1',
        resources: ['arn:a'],
        detail: { state: 'DECIDED', caseId: 'C1' },
      },
    },
  ]);
});

test('a queue and a state machine get what the rule makes of the event', async () => {
  const { events, put, sent, clock } = await start({
    Decided: rule({
      EventPattern: decided,
      Targets: [
        { Id: 'q', Arn: QUEUE, InputPath: '$.detail.caseId' },
        {
          Id: 'm',
          Arn: MACHINE,
          RoleArn: ROLE,
          InputTransformer: { InputPathsMap: { id: '$.detail.caseId' }, InputTemplate: '{"caseId": <id>}' },
        },
      ],
    }),
  });
  events.start();

  const { Entries } = await put({});
  await clock.advance(0);

  expect(sent).toMatchObject([
    { to: 'sqs', caller: { kind: 'service' }, input: { QueueUrl: 'letters', MessageBody: '"C1"' } },
    {
      to: 'states',
      caller: { kind: 'role', roleArn: ROLE },
      input: {
        stateMachineArn: MACHINE,
        input: '{"caseId": "C1"}',
        name: expect.stringMatching(new RegExp(`^${Entries?.[0]?.EventId}_[0-9a-f]{32}$`)),
      },
    },
  ]);
});

test('buses keep events apart', async () => {
  const { events, put, sent, clock } = await start({
    Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'cases' } },
    OnBus: rule({
      EventBusName: { Ref: 'Bus' },
      EventPattern: decided,
      Targets: [{ Id: 'f', Arn: `${FUNCTION}:on-bus` }],
    }),
    OnDefault: rule({ EventPattern: decided, ...toFunction }),
  });
  events.start();

  await put({ EventBusName: 'arn:aws:events:ap-east-1:000000000000:event-bus/cases' });
  await clock.advance(0);

  expect(sent.map(({ to }) => to)).toEqual([`${FUNCTION}:on-bus`]);
});

test('a bad entry is told and the others go on', async () => {
  const { events, put, sent, clock } = await start({
    Decided: rule({ EventPattern: decided, ...toFunction }),
  });
  events.start();

  const output = await put(
    { Detail: 'no JSON' },
    { Detail: '[]' },
    { Source: '' },
    { Source: 'aws.s3' },
    { EventBusName: 'none' },
    {},
  );
  await clock.advance(0);

  expect(output.FailedEntryCount).toBe(5);
  expect(output.Entries?.map(({ ErrorCode }) => ErrorCode)).toEqual([
    'MalformedDetail',
    'MalformedDetail',
    'InvalidArgument',
    'NotAuthorizedForSourceException',
    'ResourceNotFoundException',
    undefined,
  ]);
  expect(sent).toHaveLength(1);
});

test('a delivery that fails is tried again later and later', async () => {
  const { events, put, sent, clock, attempts } = await start(
    { Decided: rule({ EventPattern: decided, ...toFunction }) },
    { fail: (attempt) => (attempt <= 3 ? new Error('busy') : undefined) },
  );
  events.start();
  await put({});

  const seen = [];
  for (const ms of [0, 999, 1, 2000, 4000]) {
    await clock.advance(ms);
    seen.push(attempts());
  }

  expect(seen).toEqual([1, 1, 2, 3, 4]);
  expect(sent).toHaveLength(1);
});

test('what cannot be delivered goes to the dead-letter queue: at once when it is forbidden, else when the retries are used up', async () => {
  const target = {
    Id: 'f',
    Arn: FUNCTION,
    DeadLetterConfig: { Arn: QUEUE },
    RetryPolicy: { MaximumRetryAttempts: 2 },
  };
  const resources = { Decided: rule({ EventPattern: decided, Targets: [target] }) };
  const busy = await start(resources, { fail: () => new Error('busy') });
  busy.events.start();
  await busy.put({});
  await busy.clock.advance(60_000);
  await busy.stop();
  const forbidden = await start(resources, { fail: () => new AccessDenied('not authorized') });
  forbidden.events.start();
  await forbidden.put({});
  await forbidden.clock.advance(0);

  expect([busy.attempts(), forbidden.attempts()]).toEqual([3, 1]);
  expect(busy.sent).toMatchObject([
    {
      to: 'sqs',
      input: { QueueUrl: 'letters', MessageAttributes: { ERROR_MESSAGE: { StringValue: 'busy' } } },
    },
  ]);
  expect(forbidden.sent).toMatchObject([
    { input: { MessageAttributes: { ERROR_CODE: { StringValue: 'AccessDeniedException' } } } },
  ]);
  expect(forbidden.logged).toEqual([expect.stringContaining('did not take the event')]);
});

test('an event that was accepted before a kill is delivered after the restart', async () => {
  const resources = { Decided: rule({ EventPattern: decided, ...toFunction }) };
  const first = await start(resources, { fail: () => new Error('down') });
  first.events.start();
  await first.put({});
  await first.clock.advance(0);
  await first.stop();

  const second = await start(resources, { clock: createVirtualClock(START_MS + 60_000) });
  second.events.start();
  await second.clock.advance(0);

  expect([first.sent.length, second.sent.length]).toEqual([0, 1]);
});

test('PutEvents is checked against the bus, with source and detail type', async () => {
  const asked: unknown[] = [];
  const authorize: EventBridgeOptions['authorize'] = (_, action, resource, context) => {
    asked.push([action, resource, context]);
    throw new AccessDenied('not authorized');
  };
  const { put } = await start({}, { options: { authorize } });

  await expect(put({})).rejects.toMatchObject({ name: 'AccessDeniedException' });
  expect(asked).toEqual([
    [
      'events:PutEvents',
      'arn:aws:events:ap-east-1:000000000000:event-bus/default',
      { 'events:source': 'cases', 'events:detail-type': 'CaseDecided' },
    ],
  ]);
});

const schedule = (Properties: object) => ({
  Type: 'AWS::Scheduler::Schedule',
  Properties: {
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Arn: FUNCTION, RoleArn: ROLE },
    ...Properties,
  },
});

test('a schedule fires at its times, in its zone', async () => {
  const { events, sent, clock } = await start({
    Morning: schedule({
      ScheduleExpression: 'cron(0 9 ? * MON-FRI *)',
      ScheduleExpressionTimezone: 'Asia/Shanghai',
      Target: { Arn: FUNCTION, RoleArn: ROLE, Input: '{"at": "<aws.scheduler.scheduled-time>"}' },
    }),
  });
  events.start();

  await clock.advance(7 * 86_400_000);

  expect(sent.map(({ input }) => input)).toEqual(
    ['12', '13', '16', '17', '18'].map((day) => ({ at: `2026-03-${day}T01:00:00Z` })),
  );
  expect(sent[0]?.caller).toEqual({ kind: 'role', roleArn: ROLE });
});

test('schedules that rest while months pass make up for it once', async () => {
  const { events, sent, clock } = await start({
    Relay: rule({ ScheduleExpression: 'rate(1 minute)', ...toFunction }),
  });
  events.start();

  await events.withoutSchedules(() => clock.advance(60 * 86_400_000));
  await clock.advance(0);
  expect(sent).toHaveLength(1);
  await clock.advance(60_000);
  expect(sent).toHaveLength(2);
});

test('a rule with a rate sends the scheduled event', async () => {
  const { events, sent, clock } = await start({
    Relay: rule({ ScheduleExpression: 'rate(1 minute)', ...toFunction }),
  });
  events.start();

  await clock.advance(150_000);

  expect(sent).toMatchObject(
    ['00:01:00', '00:02:00'].map((time) => ({
      caller: { kind: 'service', principal: 'events.amazonaws.com' },
      input: {
        source: 'aws.events',
        'detail-type': 'Scheduled Event',
        time: `2026-03-12T${time}Z`,
        detail: {},
      },
    })),
  );
});

test('what was missed while nothing ran is made up for once, and the rhythm stays', async () => {
  const resources = { Relay: rule({ ScheduleExpression: 'rate(1 hour)', ...toFunction }) };
  const first = await start(resources);
  first.events.start();
  await first.clock.advance(3_600_000);
  await first.stop();

  const second = await start(resources, { clock: createVirtualClock(START_MS + 5.5 * 3_600_000) });
  second.events.start();
  await second.clock.advance(0);
  const atOnce = second.sent.length;
  await second.clock.advance(3_600_000);

  expect([first.sent.length, atOnce]).toEqual([1, 1]);
  expect(second.sent.map(({ input }) => input)).toMatchObject([
    { time: '2026-03-12T05:00:00Z' },
    { time: '2026-03-12T06:00:00Z' },
  ]);
});

test('a schedule fires once, and not before its start or after its end', async () => {
  const { events, sent, clock } = await start({
    Once: schedule({ ScheduleExpression: 'at(2026-03-12T10:00:00)' }),
    Daily: schedule({
      ScheduleExpression: 'cron(0 0 * * ? *)',
      StartDate: '2026-03-14T00:00:00Z',
      EndDate: '2026-03-16T00:00:00Z',
    }),
  });
  events.start();

  await clock.advance(10 * 86_400_000);

  expect(sent.map(({ input }) => (input as { time: string }).time)).toEqual([
    '2026-03-12T10:00:00Z',
    '2026-03-14T00:00:00Z',
    '2026-03-15T00:00:00Z',
  ]);
});

test.each([
  ['an unknown operator', rule({ EventPattern: { source: [{ like: 'x' }] }, ...toFunction })],
  [
    'a target that nothing delivers to',
    rule({ EventPattern: decided, Targets: [{ Id: 'x', Arn: 'arn:aws:logs:r:a:log-group:x' }] }),
  ],
  ['a state machine without a role', rule({ EventPattern: decided, Targets: [{ Id: 'x', Arn: MACHINE }] })],
  ['a bus that is not there', rule({ EventBusName: 'none', EventPattern: decided })],
  ['a bad schedule', schedule({ ScheduleExpression: 'rate(5 minute)' })],
  [
    'an unknown zone',
    schedule({ ScheduleExpression: 'rate(1 day)', ScheduleExpressionTimezone: 'Mars/Olympus' }),
  ],
  [
    'a universal target',
    schedule({
      ScheduleExpression: 'rate(1 day)',
      Target: { Arn: 'arn:aws:scheduler:::aws-sdk:s3:putObject', RoleArn: ROLE },
    }),
  ],
])('%s is refused at start by name', async (_, Odd) => {
  await expect(start({ Odd })).rejects.toThrow(/^Service\/Odd: /);
});
