import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Clock } from '../clock.ts';
import { jsonService, operation, ServiceError } from '../json-protocol.ts';
import type { Authorize, Caller, Service } from '../service.ts';
import type { Assembly } from '../template/assembly.ts';
import { receiveOrWait } from './long-poll.ts';
import { createQueue, type Queue, type ReceivedMessage, type SendInput } from './queue.ts';
import { readQueues } from './queue-spec.ts';
import { openQueueStore } from './queue-store.ts';

export interface SqsOptions {
  /** Declares the queues. */
  readonly assembly: Pick<Assembly, 'of'>;
  /** SQLite file with the messages, or ':memory:'. */
  readonly file: string;
  readonly clock: Clock;
  readonly authorize: Authorize;
  readonly log?: (message: string) => void;
}

/** SQS, and the way in for the other services of this machine. */
export interface Sqs extends Service {
  /** Sends for another service or a function's destination. @throws AccessDenied, or ServiceError as SQS answers */
  send(caller: Caller, queueArn: string, message: SendInput): void;
  queueByArn(arn: string): Queue | undefined;
  close(): Promise<void>;
}

const QUERY_ERROR_CODES = {
  QueueDoesNotExist: 'AWS.SimpleQueueService.NonExistentQueue',
  ReceiptHandleIsInvalid: 'ReceiptHandleIsInvalid',
  MessageNotInflight: 'AWS.SimpleQueueService.MessageNotInflight',
  EmptyBatchRequest: 'AWS.SimpleQueueService.EmptyBatchRequest',
  TooManyEntriesInBatchRequest: 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
  BatchEntryIdsNotDistinct: 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct',
};

const seconds = (maximum: number) => z.number().int().min(0).max(maximum);
const QueueInput = z.object({ QueueUrl: z.string() });
const Message = z.object({
  MessageBody: z.string(),
  DelaySeconds: seconds(900).optional(),
  MessageAttributes: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  MessageGroupId: z.string().optional(),
  MessageDeduplicationId: z.string().optional(),
});
const Receive = QueueInput.extend({
  MaxNumberOfMessages: z.number().int().min(1).max(10).default(1),
  VisibilityTimeout: seconds(43_200).optional(),
  WaitTimeSeconds: seconds(20).optional(),
  AttributeNames: z.array(z.string()).default([]),
  MessageSystemAttributeNames: z.array(z.string()).default([]),
  MessageAttributeNames: z.array(z.string()).default([]),
});
const Visibility = z.object({ ReceiptHandle: z.string(), VisibilityTimeout: seconds(43_200) });
const Receipt = z.object({ ReceiptHandle: z.string() });
const batchOf = <T extends z.ZodRawShape>(entry: z.ZodObject<T>) =>
  QueueInput.extend({ Entries: z.array(entry.extend({ Id: z.string() })) });

/**
 * SQS over the JSON protocol (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/Welcome.html): standard and
 * FIFO queues, long polls, delays, dead-letter queues. What creates or changes a queue belongs into the template.
 */
export function createSqs(options: SqsOptions): Sqs {
  const store = openQueueStore(options.file);
  const queues = new Map<string, Queue>();
  for (const spec of readQueues(options.assembly)) {
    queues.set(
      spec.name,
      createQueue(spec, store, options.clock, (name) => queues.get(name)),
    );
  }

  function queueOf(caller: Caller, action: string, queueUrl: string): Queue {
    const queue = queues.get(queueUrl.split('/').at(-1) ?? '');
    if (!queue) throw new ServiceError('QueueDoesNotExist', 'The specified queue does not exist.');
    options.authorize(caller, `sqs:${action}`, queue.spec.arn);
    return queue;
  }

  const service = jsonService({
    signingName: 'sqs',
    targetPrefix: 'AmazonSQS',
    version: '1.0',
    queryErrorCodes: QUERY_ERROR_CODES,
    ...(options.log && { log: options.log }),
    operations: {
      SendMessage: operation(QueueInput.extend(Message.shape), (input, caller) =>
        sendMessage(queueOf(caller, 'SendMessage', input.QueueUrl), input),
      ),
      SendMessageBatch: operation(batchOf(Message), ({ QueueUrl, Entries }, caller) => {
        const queue = queueOf(caller, 'SendMessage', QueueUrl);
        return eachEntry(Entries, (entry) => sendMessage(queue, entry));
      }),
      ReceiveMessage: operation(Receive, async (input, caller) => {
        const queue = queueOf(caller, 'ReceiveMessage', input.QueueUrl);
        const waitSeconds = input.WaitTimeSeconds ?? queue.spec.receiveWaitSeconds;
        const messages = await receiveOrWait(
          queue,
          input.MaxNumberOfMessages,
          waitSeconds,
          input.VisibilityTimeout,
        );
        return messages.length === 0
          ? {}
          : { Messages: messages.map((message) => describeMessage(message, input)) };
      }),
      DeleteMessage: operation(QueueInput.extend(Receipt.shape), (input, caller) => {
        queueOf(caller, 'DeleteMessage', input.QueueUrl).delete(input.ReceiptHandle);
      }),
      DeleteMessageBatch: operation(batchOf(Receipt), ({ QueueUrl, Entries }, caller) => {
        const queue = queueOf(caller, 'DeleteMessage', QueueUrl);
        return eachEntry(Entries, ({ ReceiptHandle }) => {
          queue.delete(ReceiptHandle);
          return undefined;
        });
      }),
      ChangeMessageVisibility: operation(QueueInput.extend(Visibility.shape), (input, caller) => {
        const queue = queueOf(caller, 'ChangeMessageVisibility', input.QueueUrl);
        queue.changeVisibility(input.ReceiptHandle, input.VisibilityTimeout);
      }),
      ChangeMessageVisibilityBatch: operation(batchOf(Visibility), ({ QueueUrl, Entries }, caller) => {
        const queue = queueOf(caller, 'ChangeMessageVisibility', QueueUrl);
        return eachEntry(Entries, ({ ReceiptHandle, VisibilityTimeout }) => {
          queue.changeVisibility(ReceiptHandle, VisibilityTimeout);
          return undefined;
        });
      }),
      GetQueueUrl: operation(z.object({ QueueName: z.string() }), ({ QueueName }, caller) => ({
        QueueUrl: queueOf(caller, 'GetQueueUrl', QueueName).spec.url,
      })),
      GetQueueAttributes: operation(
        QueueInput.extend({ AttributeNames: z.array(z.string()).default([]) }),
        ({ QueueUrl, AttributeNames }, caller) => ({
          Attributes: chosen(attributesOf(queueOf(caller, 'GetQueueAttributes', QueueUrl)), AttributeNames),
        }),
      ),
      PurgeQueue: operation(QueueInput, ({ QueueUrl }, caller) =>
        queueOf(caller, 'PurgeQueue', QueueUrl).purge(),
      ),
    },
  });

  return {
    ...service,
    send(caller, queueArn, message) {
      queueOf(caller, 'SendMessage', queueArn.split(':').at(-1) ?? '').send(message);
    },
    queueByArn: (arn) => queues.get(arn.split(':').at(-1) ?? ''),
    async close() {
      for (const queue of queues.values()) queue.close();
      store.close();
    },
  };
}

function sendMessage(queue: Queue, input: z.output<typeof Message>) {
  const { messageId, sequenceNumber } = queue.send({
    body: input.MessageBody,
    attributes: input.MessageAttributes ?? {},
    ...(input.DelaySeconds !== undefined && { delaySeconds: input.DelaySeconds }),
    ...(input.MessageGroupId !== undefined && { groupId: input.MessageGroupId }),
    ...(input.MessageDeduplicationId !== undefined && { deduplicationId: input.MessageDeduplicationId }),
  });
  return {
    MessageId: messageId,
    MD5OfMessageBody: md5(input.MessageBody),
    ...(sequenceNumber !== undefined && { SequenceNumber: sequenceNumber }),
  };
}

function describeMessage(message: ReceivedMessage, input: z.output<typeof Receive>) {
  const attributes = chosen(systemAttributes(message), [
    ...input.AttributeNames,
    ...input.MessageSystemAttributeNames,
  ]);
  const own = chosen(message.attributes, input.MessageAttributeNames);
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receiptHandle,
    Body: message.body,
    MD5OfBody: md5(message.body),
    ...(Object.keys(attributes).length > 0 && { Attributes: attributes }),
    ...(Object.keys(own).length > 0 && { MessageAttributes: own }),
  };
}

/** What SQS itself knows of a message; the same for ReceiveMessage and for a function's event. */
export function systemAttributes(message: ReceivedMessage): Record<string, string> {
  const { groupId, deduplicationId, deadLetterSourceArn } = message;
  return {
    SenderId: 'local',
    SentTimestamp: String(message.sentAtMs),
    ApproximateReceiveCount: String(message.receiveCount),
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAtMs),
    ...(groupId !== undefined && { MessageGroupId: groupId }),
    ...(deduplicationId !== undefined && {
      MessageDeduplicationId: deduplicationId,
      SequenceNumber: String(message.sequence).padStart(20, '0'),
    }),
    ...(deadLetterSourceArn !== undefined && { DeadLetterQueueSourceArn: deadLetterSourceArn }),
  };
}

function attributesOf(queue: Queue): Record<string, string> {
  const { spec } = queue;
  const { visible, inFlight, delayed } = queue.count();
  return {
    QueueArn: spec.arn,
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    VisibilityTimeout: String(spec.visibilityTimeoutSeconds),
    DelaySeconds: String(spec.delaySeconds),
    MessageRetentionPeriod: String(spec.retentionSeconds),
    MaximumMessageSize: String(spec.maximumMessageBytes),
    ReceiveMessageWaitTimeSeconds: String(spec.receiveWaitSeconds),
    ...(spec.fifo && {
      FifoQueue: 'true',
      ContentBasedDeduplication: String(spec.contentBasedDeduplication),
    }),
  };
}

/** The named ones; `All`, `.*` and `prefix.*` stand for several. */
function chosen<V>(all: Readonly<Record<string, V>>, names: readonly string[]): Record<string, V> {
  const wanted = (name: string) =>
    names.some(
      (one) => one === 'All' || one === name || (one.endsWith('.*') && name.startsWith(one.slice(0, -2))),
    );
  return Object.fromEntries(Object.entries(all).filter(([name]) => wanted(name)));
}

/** Runs a batch entry by entry; an entry that fails does not stop the others. */
function eachEntry<E extends { readonly Id: string }>(
  entries: readonly E[],
  run: (entry: E) => object | undefined | undefined,
) {
  if (entries.length === 0)
    throw new ServiceError('EmptyBatchRequest', 'The batch request does not contain any entries.');
  if (entries.length > 10) {
    throw new ServiceError(
      'TooManyEntriesInBatchRequest',
      'The batch request contains more than 10 entries.',
    );
  }
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length) {
    throw new ServiceError(
      'BatchEntryIdsNotDistinct',
      'Two or more batch entries in the request have the same Id.',
    );
  }
  const Successful: object[] = [];
  const Failed: object[] = [];
  for (const entry of entries) {
    try {
      Successful.push({ Id: entry.Id, ...run(entry) });
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      Failed.push({ Id: entry.Id, SenderFault: true, Code: error.code, Message: error.message });
    }
  }
  return { Successful, Failed };
}

export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
