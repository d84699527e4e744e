import type { Clock } from '../clock.ts';
import { jsonService, ServiceError } from '../json-protocol.ts';
import type { Authorize, Service } from '../service.ts';
import type { Assembly } from '../template/assembly.ts';
import {
  type QueueOf,
  queueOperations,
  receiveOperations,
  sendOperations,
  visibilityOperations,
} from './operations.ts';
import { createQueue, type Queue } from './queue.ts';
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

/** SQS, and its queues for the event sources of functions. */
export interface Sqs extends Service {
  queueByArn(arn: string): Queue | undefined;
  close(): Promise<void>;
}

/** Codes of the query protocol, which the SDK still names the errors by. */
const QUERY_ERROR_CODES = {
  QueueDoesNotExist: 'AWS.SimpleQueueService.NonExistentQueue',
  ReceiptHandleIsInvalid: 'ReceiptHandleIsInvalid',
  MessageNotInflight: 'AWS.SimpleQueueService.MessageNotInflight',
  EmptyBatchRequest: 'AWS.SimpleQueueService.EmptyBatchRequest',
  TooManyEntriesInBatchRequest: 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
  BatchEntryIdsNotDistinct: 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct',
};

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

  const queueOf: QueueOf = (caller, action, queueUrl) => {
    const queue = queues.get(queueUrl.split('/').at(-1) ?? '');
    if (!queue) throw new ServiceError('QueueDoesNotExist', 'The specified queue does not exist.');
    options.authorize(caller, `sqs:${action}`, queue.spec.arn);
    return queue;
  };

  return {
    ...jsonService({
      signingName: 'sqs',
      targetPrefix: 'AmazonSQS',
      version: '1.0',
      queryErrorCodes: QUERY_ERROR_CODES,
      ...(options.log && { log: options.log }),
      operations: {
        ...sendOperations(queueOf),
        ...receiveOperations(queueOf),
        ...visibilityOperations(queueOf),
        ...queueOperations(queueOf),
      },
    }),
    queueByArn: (arn) => queues.get(arn.split(':').at(-1) ?? ''),
    async close() {
      for (const queue of queues.values()) queue.close();
      store.close();
    },
  };
}
