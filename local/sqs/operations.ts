import * as z from 'zod';
import { type Operation, operation } from '../json-protocol.ts';
import type { Caller } from '../service.ts';
import { eachEntry } from './batch.ts';
import { describeMessage, md5, queueAttributes } from './describe.ts';
import { receiveOrWait } from './long-poll.ts';
import type { Queue } from './queue.ts';

/** The queue of a URL, when the caller may do the action on it. @throws ServiceError, AccessDenied */
export type QueueOf = (caller: Caller, action: string, queueUrl: string) => Queue;

type Operations = Readonly<Record<string, Operation>>;

const LONGEST_VISIBILITY_SECONDS = 43_200;
const LONGEST_DELAY_SECONDS = 900;
const LONGEST_WAIT_SECONDS = 20;

const seconds = (maximum: number) => z.number().int().min(0).max(maximum);
const names = z.array(z.string()).default([]);
const QueueInput = z.object({ QueueUrl: z.string() });
const batchOf = <T extends z.ZodRawShape>(entry: z.ZodObject<T>) =>
  QueueInput.extend({ Entries: z.array(entry.extend({ Id: z.string() })) });

const Message = z.object({
  MessageBody: z.string(),
  DelaySeconds: seconds(LONGEST_DELAY_SECONDS).optional(),
  MessageAttributes: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  MessageGroupId: z.string().optional(),
  MessageDeduplicationId: z.string().optional(),
});

export function sendOperations(queueOf: QueueOf): Operations {
  return {
    SendMessage: operation(QueueInput.extend(Message.shape), (input, caller) =>
      sendMessage(queueOf(caller, 'SendMessage', input.QueueUrl), input),
    ),
    SendMessageBatch: operation(batchOf(Message), ({ QueueUrl, Entries }, caller) => {
      const queue = queueOf(caller, 'SendMessage', QueueUrl);
      return eachEntry(Entries, (entry) => sendMessage(queue, entry));
    }),
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

const Receive = QueueInput.extend({
  MaxNumberOfMessages: z.number().int().min(1).max(10).default(1),
  VisibilityTimeout: seconds(LONGEST_VISIBILITY_SECONDS).optional(),
  WaitTimeSeconds: seconds(LONGEST_WAIT_SECONDS).optional(),
  AttributeNames: names,
  MessageSystemAttributeNames: names,
  MessageAttributeNames: names,
});
const Receipt = z.object({ ReceiptHandle: z.string() });

export function receiveOperations(queueOf: QueueOf): Operations {
  return {
    ReceiveMessage: operation(Receive, async (input, caller) => {
      const queue = queueOf(caller, 'ReceiveMessage', input.QueueUrl);
      const {
        MaxNumberOfMessages,
        VisibilityTimeout,
        WaitTimeSeconds = queue.spec.receiveWaitSeconds,
      } = input;
      const messages = await receiveOrWait(queue, MaxNumberOfMessages, WaitTimeSeconds, VisibilityTimeout);
      if (messages.length === 0) return {};
      const systemNames = [...input.AttributeNames, ...input.MessageSystemAttributeNames];
      const describe = (message: (typeof messages)[number]) =>
        describeMessage(message, systemNames, input.MessageAttributeNames);
      return { Messages: messages.map(describe) };
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
  };
}

const Visibility = Receipt.extend({ VisibilityTimeout: seconds(LONGEST_VISIBILITY_SECONDS) });

export function visibilityOperations(queueOf: QueueOf): Operations {
  return {
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
  };
}

export function queueOperations(queueOf: QueueOf): Operations {
  return {
    GetQueueUrl: operation(z.object({ QueueName: z.string() }), ({ QueueName }, caller) => ({
      QueueUrl: queueOf(caller, 'GetQueueUrl', QueueName).spec.url,
    })),
    GetQueueAttributes: operation(
      QueueInput.extend({ AttributeNames: names }),
      ({ QueueUrl, AttributeNames }, caller) => ({
        Attributes: queueAttributes(queueOf(caller, 'GetQueueAttributes', QueueUrl), AttributeNames),
      }),
    ),
    PurgeQueue: operation(QueueInput, ({ QueueUrl }, caller) => {
      queueOf(caller, 'PurgeQueue', QueueUrl).purge();
    }),
  };
}
