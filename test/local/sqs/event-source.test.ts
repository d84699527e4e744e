import { afterEach, expect, test } from 'vitest';
import { createVirtualClock } from '../../../local/clock.ts';
import type { FunctionResult } from '../../../local/service.ts';
import { createSqs, startEventSources } from '../../../local/sqs/index.ts';
import { loadTemplates } from '../template/write-assembly.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const queue = (Properties: object) => ({ Type: 'AWS::SQS::Queue', Properties });
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const assemblyWith = (mapping: object) =>
  loadTemplates({
    Service: {
      Resources: {
        Work: queue({
          QueueName: 'work',
          RedrivePolicy: { deadLetterTargetArn: arnOf('Dead'), maxReceiveCount: 2 },
        }),
        Dead: queue({ QueueName: 'dead' }),
        Function: {
          Type: 'AWS::Lambda::Function',
          Properties: {
            FunctionName: 'relay',
            Handler: 'index.handler',
            Runtime: 'nodejs24.x',
            Role: 'arn:aws:iam::000000000000:role/relay',
            Code: { S3Bucket: 'assets', S3Key: 'a.zip' },
          },
        },
        Mapping: {
          Type: 'AWS::Lambda::EventSourceMapping',
          Properties: { FunctionName: { Ref: 'Function' }, EventSourceArn: arnOf('Work'), ...mapping },
        },
      },
    },
  });

interface Batch {
  readonly Records: readonly { readonly messageId: string; readonly body: string }[];
}

function start(
  mapping: object,
  answer: (batch: Batch, attempt: number) => FunctionResult | Promise<FunctionResult>,
) {
  const assembly = assemblyWith(mapping);
  const clock = createVirtualClock(0);
  const sqs = createSqs({ assembly, file: ':memory:', clock, authorize: () => {} });
  const batches: Batch[] = [];
  const sources = startEventSources({
    assembly,
    sqs,
    clock,
    authorize: () => {},
    invoker: {
      async invoke({ payload }) {
        const release = clock.hold();
        const batch: Batch = JSON.parse(payload);
        batches.push(batch);
        try {
          return await answer(batch, batches.length);
        } finally {
          release();
        }
      },
    },
  });
  closing.push(sources.close, sqs.close);
  const send = (...bodies: string[]) => {
    const work = sqs.queueByArn('arn:aws:sqs:ap-east-1:000000000000:work');
    for (const body of bodies) work?.send({ body });
  };
  const left = (name: string) => sqs.queueByArn(`arn:aws:sqs:ap-east-1:000000000000:${name}`)?.count();
  const seen = () => batches.map(({ Records }) => Records.map(({ body }) => body));
  return { clock, send, left, seen, batches };
}

const ok = (payload: unknown = null): FunctionResult => ({
  ok: true,
  payload: JSON.stringify(payload),
  executedVersion: '$LATEST',
});
const failed: FunctionResult = { ok: false, errorType: 'Error', errorMessage: 'broken' };
const nothing = { visible: 0, inFlight: 0, delayed: 0 };

test('messages come to the function in batches and are deleted when it succeeds', async () => {
  const { clock, send, left, seen, batches } = start({ BatchSize: 2 }, () => ok());

  send('1', '2', '3');
  await clock.advance(0);

  expect(seen()).toEqual([['1', '2'], ['3']]);
  expect(left('work')).toEqual(nothing);
  expect(batches[0]?.Records[0]).toMatchObject({
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:ap-east-1:000000000000:work',
    awsRegion: 'ap-east-1',
    attributes: { ApproximateReceiveCount: '1' },
  });
});

test('a batch that fails comes again after the visibility timeout and ends among the dead letters', async () => {
  const { clock, send, left, seen } = start({}, () => failed);

  send('bad');
  await clock.advance(0);
  await clock.advance(120_000);

  expect(seen()).toEqual([['bad'], ['bad']]);
  expect([left('work'), left('dead')]).toEqual([nothing, { ...nothing, visible: 1 }]);
});

test('only the messages that the function names come again', async () => {
  const { clock, send, left, seen } = start(
    { FunctionResponseTypes: ['ReportBatchItemFailures'] },
    ({ Records }, attempt) =>
      ok({
        batchItemFailures:
          attempt === 1 ? [{ itemIdentifier: Records.find(({ body }) => body === '2')?.messageId }] : [],
      }),
  );

  send('1', '2', '3');
  await clock.advance(0);
  await clock.advance(30_000);

  expect(seen()).toEqual([['1', '2', '3'], ['2']]);
  expect(left('work')).toEqual(nothing);
});

test.each([
  ['an unknown message', { batchItemFailures: [{ itemIdentifier: 'nobody' }] }],
  ['an empty name', { batchItemFailures: [{ itemIdentifier: '' }] }],
  ['no list', { batchItemFailures: 'all' }],
])('a report with %s fails the whole batch', async (_, report) => {
  const { clock, send, left } = start({ FunctionResponseTypes: ['ReportBatchItemFailures'] }, () =>
    ok(report),
  );

  send('1', '2');
  await clock.advance(0);

  expect(left('work')).toEqual({ ...nothing, inFlight: 2 });
});

test('a batching window waits for more messages', async () => {
  const { clock, send, seen } = start({ MaximumBatchingWindowInSeconds: 5 }, () => ok());

  send('1');
  await clock.advance(4_000);
  send('2');
  expect(seen()).toEqual([]);
  await clock.advance(1_000);

  expect(seen()).toEqual([['1', '2']]);
});

test('no more batches run at once than the mapping allows', async () => {
  let running = 0;
  let most = 0;
  const { clock, send, seen } = start(
    { BatchSize: 1, ScalingConfig: { MaximumConcurrency: 2 } },
    async () => {
      running++;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      return ok();
    },
  );

  send('1', '2', '3', '4', '5');
  await clock.advance(0);

  expect([most, seen().length]).toEqual([2, 5]);
});
