import { createHash } from 'node:crypto';
import type { Queue, ReceivedMessage } from './queue.ts';

/** A message as ReceiveMessage answers it, with the attributes that were asked for. */
export function describeMessage(
  message: ReceivedMessage,
  systemNames: readonly string[],
  ownNames: readonly string[],
) {
  const attributes = chosen(systemAttributes(message), systemNames);
  const own = chosen(message.attributes, ownNames);
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

/** What GetQueueAttributes tells. */
export function queueAttributes(queue: Queue, names: readonly string[]): Record<string, string> {
  const { spec } = queue;
  const { visible, inFlight, delayed } = queue.count();
  const all = {
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
  return chosen(all, names);
}

export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

/** The named ones; `All`, `.*` and `prefix.*` stand for several. */
function chosen<V>(all: Readonly<Record<string, V>>, names: readonly string[]): Record<string, V> {
  const stands = (pattern: string, name: string) =>
    pattern === 'All' ||
    pattern === name ||
    (pattern.endsWith('.*') && name.startsWith(pattern.slice(0, -2)));
  const wanted = Object.entries(all).filter(([name]) => names.some((pattern) => stands(pattern, name)));
  return Object.fromEntries(wanted);
}
