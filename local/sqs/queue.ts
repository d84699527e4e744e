import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { ServiceError } from '../json-protocol.ts';
import type { QueueSpec } from './queue-spec.ts';
import type { MessageContent, QueueStore, StoredMessage } from './queue-store.ts';

export interface SendInput {
  readonly body: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly delaySeconds?: number;
  readonly groupId?: string;
  readonly deduplicationId?: string;
}

interface SentMessage {
  readonly messageId: string;
  /** FIFO queues only. */
  readonly sequenceNumber?: string;
}

/** A message that was given out. */
export interface ReceivedMessage extends StoredMessage {
  readonly receiptHandle: string;
}

/** One queue: what may be sent, what is given out when, and who is told that there is something. */
export interface Queue {
  readonly spec: QueueSpec;
  send(input: SendInput): SentMessage;
  receive(maximum: number, visibilityTimeoutSeconds?: number): readonly ReceivedMessage[];
  delete(receiptHandle: string): void;
  changeVisibility(receiptHandle: string, seconds: number): void;
  purge(): void;
  count(): { visible: number; inFlight: number; delayed: number };
  /** Calls back when a message may have become visible; the returned function ends that. */
  onChange(changed: () => void): () => void;
  /** For the queue whose dead letters come here. */
  noteChange(): void;
  close(): void;
}

const DEDUPLICATION_MS = 5 * 60_000;

export function createQueue(
  spec: QueueSpec,
  store: QueueStore,
  clock: Clock,
  queueNamed: (name: string) => Queue | undefined,
): Queue {
  const listeners = new Set<() => void>();
  let cancelTimer = () => {};

  /** One timer per queue, for the next message that is hidden now. */
  function arm(): void {
    cancelTimer();
    const nextAtMs = listeners.size > 0 ? store.nextVisibleAtMs(spec.name, clock.now()) : undefined;
    cancelTimer = nextAtMs === undefined ? () => {} : clock.at(nextAtMs, noteChange);
  }

  function noteChange(): void {
    arm();
    for (const listener of [...listeners]) listener();
  }

  function receivable(maximum: number): readonly StoredMessage[] {
    const nowMs = clock.now();
    const blocked = spec.fifo ? store.blockedGroups(spec.name, nowMs) : new Set<string>();
    const chosen: StoredMessage[] = [];
    for (const message of store.visible(spec.name, nowMs)) {
      if (chosen.length >= maximum) break;
      if (message.groupId !== undefined && blocked.has(message.groupId)) continue;
      if (!redrive(message, nowMs)) chosen.push(message);
    }
    return chosen;
  }

  /** Moves a message that was received often enough to the dead-letter queue. */
  function redrive(message: StoredMessage, nowMs: number): boolean {
    const { redrive: policy } = spec;
    if (!policy || message.receiveCount < policy.maxReceiveCount) return false;
    store.moveTo(policy.deadLetterQueue, message, spec.arn, nowMs);
    setImmediate(() => queueNamed(policy.deadLetterQueue)?.noteChange());
    return true;
  }

  return {
    spec,
    send(input) {
      const nowMs = clock.now();
      const content = contentOf(spec, input);
      const { deduplicationId } = content;
      const duplicate =
        deduplicationId === undefined
          ? undefined
          : store.duplicateOf(spec.name, deduplicationId, nowMs - DEDUPLICATION_MS);
      if (duplicate) return sent(spec, duplicate.messageId, duplicate.sequence);
      const messageId = randomUUID();
      const visibleAtMs = nowMs + (input.delaySeconds ?? spec.delaySeconds) * 1000;
      const sequence = store.transaction(() => store.add(spec.name, messageId, content, nowMs, visibleAtMs));
      noteChange();
      return sent(spec, messageId, sequence);
    },
    receive(maximum, visibilityTimeoutSeconds = spec.visibilityTimeoutSeconds) {
      const nowMs = clock.now();
      const messages = store.transaction(() => {
        store.expire(spec.name, nowMs - spec.retentionSeconds * 1000);
        return receivable(maximum).map((message): ReceivedMessage => {
          const receipt = randomBytes(18).toString('base64url');
          store.hide(message.sequence, nowMs + visibilityTimeoutSeconds * 1000, nowMs, receipt);
          const firstReceivedAtMs = message.firstReceivedAtMs ?? nowMs;
          const receiptHandle = `${message.sequence}.${receipt}`;
          return { ...message, receiveCount: message.receiveCount + 1, firstReceivedAtMs, receiptHandle };
        });
      });
      arm();
      return messages;
    },
    delete(receiptHandle) {
      const { sequence, receipt } = readReceipt(receiptHandle);
      store.remove(spec.name, sequence, receipt);
      noteChange(); // the next message of its group may go out
    },
    changeVisibility(receiptHandle, seconds) {
      const { sequence, receipt } = readReceipt(receiptHandle);
      const nowMs = clock.now();
      if (!store.setVisibility(spec.name, sequence, receipt, nowMs, nowMs + seconds * 1000)) {
        throw new ServiceError('MessageNotInflight', 'The specified message is not in flight.');
      }
      noteChange();
    },
    purge: () => store.purge(spec.name),
    count: () => store.count(spec.name, clock.now()),
    onChange(changed) {
      listeners.add(changed);
      arm();
      return () => listeners.delete(changed);
    },
    noteChange,
    close() {
      listeners.clear();
      cancelTimer();
    },
  };
}

function sent(spec: QueueSpec, messageId: string, sequence: number): SentMessage {
  return { messageId, ...(spec.fifo && { sequenceNumber: String(sequence).padStart(20, '0') }) };
}

/** Checks a message against the rules of its queue. */
function contentOf(spec: QueueSpec, input: SendInput): MessageContent {
  const { body, attributes = {}, groupId, delaySeconds } = input;
  const bytes =
    Buffer.byteLength(body) +
    (Object.keys(attributes).length > 0 ? Buffer.byteLength(JSON.stringify(attributes)) : 0);
  if (body === '') throw missing('MessageBody');
  if (bytes > spec.maximumMessageBytes) {
    const text = `One or more parameters are invalid. Reason: Message must be shorter than ${spec.maximumMessageBytes} bytes.`;
    throw new ServiceError('InvalidParameterValue', text);
  }
  if (!spec.fifo) return { body, attributes, ...(groupId !== undefined && { groupId }) };
  if (groupId === undefined) throw missing('MessageGroupId');
  if (delaySeconds !== undefined && delaySeconds !== spec.delaySeconds) {
    const text = `Value ${delaySeconds} for parameter DelaySeconds is invalid. Reason: The request include parameter that is not valid for this queue type.`;
    throw new ServiceError('InvalidParameterValue', text);
  }
  const hash = spec.contentBasedDeduplication ? createHash('sha256').update(body).digest('hex') : undefined;
  const deduplicationId = input.deduplicationId ?? hash;
  if (deduplicationId === undefined) {
    const text =
      'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly';
    throw new ServiceError('InvalidParameterValue', text);
  }
  return { body, attributes, groupId, deduplicationId };
}

function missing(parameter: string): ServiceError {
  return new ServiceError('MissingParameter', `The request must contain the parameter ${parameter}.`);
}

function readReceipt(receiptHandle: string): { sequence: number; receipt: string } {
  const [, sequence, receipt] = /^(\d+)\.([\w-]+)$/.exec(receiptHandle) ?? [];
  if (sequence === undefined || receipt === undefined) {
    throw new ServiceError(
      'ReceiptHandleIsInvalid',
      `The input receipt handle "${receiptHandle}" is not a valid receipt handle.`,
    );
  }
  return { sequence: Number(sequence), receipt };
}
