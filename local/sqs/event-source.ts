import * as z from 'zod';
import type { Clock } from '../clock.ts';
import type { Authorize, FunctionInvoker, FunctionResult } from '../service.ts';
import type { Assembly } from '../template/assembly.ts';
import { functionNameOf, lambdaEventSourceMapping, lambdaFunction } from '../template/resources/lambda.ts';
import { md5, systemAttributes } from './describe.ts';
import type { Queue, ReceivedMessage } from './queue.ts';
import type { Sqs } from './sqs.ts';

export interface EventSourcesOptions {
  readonly assembly: Pick<Assembly, 'of' | 'place'>;
  readonly sqs: Pick<Sqs, 'queueByArn'>;
  readonly invoker: FunctionInvoker;
  readonly clock: Clock;
  readonly authorize: Authorize;
  readonly log?: (message: string) => void;
}

interface Mapping {
  readonly name: string;
  readonly queue: Queue;
  readonly functionName: string;
  readonly batchSize: number;
  readonly windowSeconds: number;
  readonly maximumConcurrency: number;
  readonly reportsItemFailures: boolean;
}

/** Lambda starts with five pollers per mapping. */
const POLLERS = 5;
const NEEDED_ACTIONS = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

/**
 * Feeds functions from queues as Lambda's event source mappings do
 * (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html): a batch that fails becomes visible again after its
 * visibility timeout, and goes to the dead-letter queue when it has failed often enough.
 *
 * @throws Error for a mapping whose source is no queue of the templates, and AccessDenied when the function's role may not poll it
 */
export function startEventSources(options: EventSourcesOptions): { close(): Promise<void> } {
  const mappings = readMappings(options);
  const pollers = mappings.map((mapping) => startPoller(mapping, options));
  return {
    async close() {
      await Promise.all(pollers.map((stop) => stop()));
    },
  };
}

function readMappings({ assembly, sqs, authorize }: EventSourcesOptions): readonly Mapping[] {
  const roleOf = new Map(assembly.of(lambdaFunction).map(({ ref, properties }) => [ref, properties.Role]));
  const enabled = assembly
    .of(lambdaEventSourceMapping)
    .filter(({ properties }) => properties.Enabled !== false);
  return enabled.map(({ properties, stackName, logicalId }) => {
    const name = `${stackName}/${logicalId}`;
    const queue = sqs.queueByArn(properties.EventSourceArn);
    const roleArn = roleOf.get(functionNameOf(properties.FunctionName));
    if (!queue) throw new Error(`${name}: ${properties.EventSourceArn} is no queue of the templates`);
    if (roleArn === undefined)
      throw new Error(`${name}: ${properties.FunctionName} is no function of the templates`);
    for (const action of NEEDED_ACTIONS) authorize({ kind: 'role', roleArn }, action, queue.spec.arn);
    return {
      name,
      queue,
      functionName: properties.FunctionName,
      batchSize: properties.BatchSize ?? 10,
      windowSeconds: properties.MaximumBatchingWindowInSeconds ?? 0,
      maximumConcurrency: properties.ScalingConfig?.MaximumConcurrency ?? POLLERS,
      reportsItemFailures: properties.FunctionResponseTypes?.includes('ReportBatchItemFailures') ?? false,
    };
  });
}

/** Takes batches whenever there are messages and room; the returned function stops and waits for those under way. */
function startPoller(mapping: Mapping, options: EventSourcesOptions): () => Promise<void> {
  const { queue, batchSize, windowSeconds, maximumConcurrency, name } = mapping;
  const running = new Set<Promise<void>>();
  let stopped = false;
  let gathering = false;

  function poll(): void {
    while (!stopped && running.size < maximumConcurrency) {
      const messages = queue.receive(batchSize);
      if (messages.length === 0) return;
      const batch = runBatch(mapping, messages, options)
        .catch((error: unknown) =>
          options.log?.(`${name}: ${error instanceof Error ? error.message : error}`),
        )
        .finally(() => {
          running.delete(batch);
          poll();
        });
      running.add(batch);
    }
  }

  /** With a batching window, waits for more as long as the first batch is not full. */
  function gather(): void {
    const { visible } = queue.count();
    if (windowSeconds === 0 || visible >= batchSize) poll();
    else if (visible > 0 && !gathering) waitForMore();
  }

  function waitForMore(): void {
    gathering = true;
    options.clock.at(options.clock.now() + windowSeconds * 1000, () => {
      gathering = false;
      poll();
    });
  }

  const soon = () => setImmediate(() => !stopped && gather());
  const stopListening = queue.onChange(soon);
  soon();
  return async () => {
    stopped = true;
    stopListening();
    await Promise.all(running);
  };
}

async function runBatch(
  mapping: Mapping,
  messages: readonly ReceivedMessage[],
  { assembly, invoker, log }: EventSourcesOptions,
): Promise<void> {
  const { queue, functionName, name } = mapping;
  const records = messages.map((message) => recordOf(message, queue.spec.arn, assembly.place.region));
  // A mapping needs no permission to invoke: it belongs to the function.
  const result = await invoker.invoke({
    caller: { kind: 'engineer' },
    functionName,
    payload: JSON.stringify({ Records: records }),
  });
  const failed = failedIds(result, messages, mapping.reportsItemFailures);
  if (failed.size > 0) log?.(`${name}: ${failed.size} of ${messages.length} messages failed`);
  for (const message of messages) if (!failed.has(message.messageId)) queue.delete(message.receiptHandle);
}

const BatchResponse = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish(),
});

/** https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting */
function failedIds(
  result: FunctionResult,
  messages: readonly ReceivedMessage[],
  reportsItemFailures: boolean,
): ReadonlySet<string> {
  const all = new Set(messages.map(({ messageId }) => messageId));
  if (!result.ok) return all;
  if (!reportsItemFailures || result.payload === '' || result.payload === 'null') return new Set();
  const response = BatchResponse.safeParse(JSON.parse(result.payload));
  // A response that cannot be understood is a failure of the whole batch.
  if (!response.success) return all;
  const named = (response.data.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  return named.every((id) => all.has(id)) ? new Set(named) : all;
}

function recordOf(message: ReceivedMessage, eventSourceARN: string, awsRegion: string) {
  return {
    messageId: message.messageId,
    receiptHandle: message.receiptHandle,
    body: message.body,
    attributes: systemAttributes(message),
    messageAttributes: lowerFirst(message.attributes),
    md5OfBody: md5(message.body),
    eventSource: 'aws:sqs',
    eventSourceARN,
    awsRegion,
  };
}

/** `StringValue` of the API is `stringValue` in the event. */
function lowerFirst(attributes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      Object.fromEntries(
        Object.entries(value ?? {}).map(([key, part]) => [key.charAt(0).toLowerCase() + key.slice(1), part]),
      ),
    ]),
  );
}
