import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createVirtualClock } from '../../../local/clock.ts';
import { AccessDenied } from '../../../local/service.ts';
import { createSqs, type SqsOptions } from '../../../local/sqs/index.ts';
import { serve } from '../services/serve.ts';
import { loadTemplates } from '../template/write-assembly.ts';

let folder: string;
const closing: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sqs-'));
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  await rm(folder, { recursive: true });
});

const queue = (Properties: object) => ({ Type: 'AWS::SQS::Queue', Properties });
const assembly = loadTemplates({
  Service: {
    Resources: {
      Work: queue({
        QueueName: 'work',
        RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 2 },
      }),
      Dead: queue({ QueueName: 'dead' }),
      Fifo: queue({ QueueName: 'work.fifo', FifoQueue: true, ContentBasedDeduplication: true }),
    },
  },
});

async function start(options: Partial<SqsOptions> = {}) {
  const clock = createVirtualClock(Date.parse('2026-03-12T00:00:00Z'));
  const sqs = createSqs({ assembly, file: join(folder, 'sqs.db'), clock, authorize: () => {}, ...options });
  const { settings, close } = await serve(sqs);
  closing.push(close, () => sqs.close());
  // The SDK sends to the queue's URL; on this machine that is the services' listener, here the test's.
  const client = new SQSClient({ ...settings, useQueueUrlAsEndpoint: false });
  const urlOf = (name: string) => `${settings.endpoint}/000000000000/${name}`;
  const send = (name: string, MessageBody: string, more: object = {}) =>
    client.send(new SendMessageCommand({ QueueUrl: urlOf(name), MessageBody, ...more }));
  const receive = async (name: string, more: object = {}) => {
    const command = new ReceiveMessageCommand({ QueueUrl: urlOf(name), MaxNumberOfMessages: 10, ...more });
    return (await client.send(command)).Messages ?? [];
  };
  const remove = (name: string, ReceiptHandle: string | undefined) =>
    client.send(new DeleteMessageCommand({ QueueUrl: urlOf(name), ReceiptHandle }));
  const counts = async (name: string) => {
    const all = new GetQueueAttributesCommand({ QueueUrl: urlOf(name), AttributeNames: ['All'] });
    return (await client.send(all)).Attributes;
  };
  return { client, clock, urlOf, send, receive, remove, counts };
}

const bodies = (messages: readonly { Body?: string | undefined }[]) => messages.map(({ Body }) => Body);

test('a message is there until it is deleted, also after a restart', async () => {
  const first = await start();
  await first.send('work', '案件 1', {
    MessageAttributes: { kind: { DataType: 'String', StringValue: 'case' } },
  });

  const second = await start();
  const [message] = await second.receive('work', {
    MessageSystemAttributeNames: ['All'],
    MessageAttributeNames: ['All'],
  });
  await second.remove('work', message?.ReceiptHandle);

  expect(message).toMatchObject({
    Body: '案件 1',
    Attributes: { ApproximateReceiveCount: '1', SentTimestamp: String(Date.parse('2026-03-12T00:00:00Z')) },
    MessageAttributes: { kind: { DataType: 'String', StringValue: 'case' } },
  });
  await second.clock.advance(60_000);
  expect(await second.receive('work')).toEqual([]);
});

test('a message that is not deleted comes back after its visibility timeout, and then goes to the dead letters', async () => {
  const { send, receive, clock } = await start();
  await send('work', 'hard');

  const rounds = [];
  for (const _ of [1, 2, 3]) {
    rounds.push(bodies(await receive('work')), bodies(await receive('work')));
    await clock.advance(30_000);
  }

  expect(rounds).toEqual([['hard'], [], ['hard'], [], [], []]);
  const [dead] = await receive('dead', { MessageSystemAttributeNames: ['All'] });
  expect(dead).toMatchObject({
    Body: 'hard',
    Attributes: { DeadLetterQueueSourceArn: 'arn:aws:sqs:ap-east-1:000000000000:work' },
  });
});

test('a delayed message is not given out before its time', async () => {
  const { send, receive, clock } = await start();
  await send('dead', 'later', { DelaySeconds: 10 });

  expect(await receive('dead')).toEqual([]);
  await clock.advance(10_000);
  expect(bodies(await receive('dead'))).toEqual(['later']);
});

test('a long poll ends as soon as a message is sent, or becomes visible', async () => {
  const { send, receive, clock } = await start();
  const bySending = receive('dead', { WaitTimeSeconds: 20 });
  await send('dead', 'now');
  expect(bodies(await bySending)).toEqual(['now']);

  const byTimeout = receive('dead', { WaitTimeSeconds: 20 });
  // The poll must have reached the queue before the clock moves.
  await receive('dead');
  await clock.advance(30_000);

  expect(bodies(await byTimeout)).toEqual(['now']);
});

test('visibility can be given back and prolonged, but only while the message is in flight', async () => {
  const { client, urlOf, send, receive, remove } = await start();
  await send('dead', 'one');
  const [message] = await receive('dead');
  const change = (VisibilityTimeout: number) =>
    client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: urlOf('dead'),
        ReceiptHandle: message?.ReceiptHandle,
        VisibilityTimeout,
      }),
    );

  await change(0);
  const [again] = await receive('dead');
  await remove('dead', again?.ReceiptHandle);

  expect(again?.Body).toBe('one');
  await expect(change(10)).rejects.toMatchObject({ name: 'MessageNotInflight' });
});

test('a FIFO queue gives a group in order, one flight at a time, and drops what was sent twice', async () => {
  const { send, receive, remove, clock } = await start();
  for (const [body, MessageGroupId] of [
    ['a1', 'a'],
    ['a2', 'a'],
    ['b1', 'b'],
    ['a1', 'a'],
  ]) {
    await send('work.fifo', body ?? '', { MessageGroupId });
  }

  const first = await receive('work.fifo', { MaxNumberOfMessages: 1 });
  const second = await receive('work.fifo');
  await remove('work.fifo', first[0]?.ReceiptHandle);
  const third = await receive('work.fifo');
  await clock.advance(5 * 60_000);
  await send('work.fifo', 'a1', { MessageGroupId: 'c' });

  expect([bodies(first), bodies(second), bodies(third)]).toEqual([['a1'], ['b1'], ['a2']]);
  expect(bodies(await receive('work.fifo'))).toContain('a1');
});

test('a batch is answered entry by entry', async () => {
  const { client, urlOf, receive } = await start();
  const sent = await client.send(
    new SendMessageBatchCommand({
      QueueUrl: urlOf('work.fifo'),
      Entries: [
        { Id: '1', MessageBody: 'one', MessageGroupId: 'g' },
        { Id: '2', MessageBody: 'two' },
      ],
    }),
  );
  const [message] = await receive('work.fifo');
  const deleted = await client.send(
    new DeleteMessageBatchCommand({
      QueueUrl: urlOf('work.fifo'),
      Entries: [
        { Id: '1', ReceiptHandle: message?.ReceiptHandle },
        { Id: '2', ReceiptHandle: 'nonsense' },
      ],
    }),
  );

  expect(sent).toMatchObject({ Successful: [{ Id: '1' }], Failed: [{ Id: '2', Code: 'MissingParameter' }] });
  expect(deleted).toMatchObject({
    Successful: [{ Id: '1' }],
    Failed: [{ Id: '2', Code: 'ReceiptHandleIsInvalid' }],
  });
});

test('the queue counts what is visible, in flight and delayed', async () => {
  const { client, urlOf, send, receive, counts } = await start();
  for (const body of ['one', 'two']) await send('dead', body);
  await send('dead', 'three', { DelaySeconds: 60 });
  await receive('dead', { MaxNumberOfMessages: 1 });

  const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: 'dead' }));

  expect(QueueUrl?.endsWith(new URL(urlOf('dead')).pathname)).toBe(true);
  expect(await counts('dead')).toMatchObject({
    QueueArn: 'arn:aws:sqs:ap-east-1:000000000000:dead',
    ApproximateNumberOfMessages: '1',
    ApproximateNumberOfMessagesNotVisible: '1',
    ApproximateNumberOfMessagesDelayed: '1',
  });
});

test('messages are forgotten after the retention period', async () => {
  const { send, receive, clock } = await start();
  await send('dead', 'old');

  await clock.advance(4 * 86_400_000 + 1);

  expect(await receive('dead')).toEqual([]);
});

test('an unknown queue and a message over the limit are refused', async () => {
  const { send } = await start();

  await expect(send('none', 'x')).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
  await expect(send('work', 'x'.repeat(1_048_577))).rejects.toMatchObject({ name: 'InvalidParameterValue' });
});

test('every call is checked against the queue', async () => {
  const { send } = await start({
    authorize: (_, action, resource) => {
      throw new AccessDenied(`not authorized to perform: ${action} on resource: ${resource}`);
    },
  });

  await expect(send('work', 'x')).rejects.toThrow(
    'sqs:SendMessage on resource: arn:aws:sqs:ap-east-1:000000000000:work',
  );
});
