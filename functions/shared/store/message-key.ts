import type { OutboxRow, OutboxState } from '../../../workflows/shared/notifications/outbox-row.ts';
import { localDateOf } from '../../../workflows/shared/working-days.ts';

interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Whose inbox: an organisation's, or with `personId` that of one person in it. */
export interface InboxOwner {
  readonly organisationKind: 'enterprise' | 'department' | 'office' | 'bank';
  readonly organisationId: string;
  readonly personId?: string | undefined;
}

const inboxPartition = ({ organisationKind, organisationId, personId }: InboxOwner) =>
  ['inbox', organisationKind, organisationId, ...(personId === undefined ? [] : [personId])].join('#');

/** What an event is of: a case, or what an organisation keeps beside its cases. */
export type Topic = { readonly caseId: string } | { readonly organisationId: string };

/** Keys of MessageTable (docs/access-patterns.md). The rows of a case lie together, by time; so do the messages of an inbox. */
export const MESSAGE_KEY = {
  /** `case#<caseId>` or `organisation#<organisationId>` */
  topic: (of: Topic) => ('caseId' in of ? `case#${of.caseId}` : `organisation#${of.organisationId}`),
  outbox: (topic: string, messageId: string): Key => ({ pk: topic, sk: messageId }),
  inbox: inboxPartition,
  /** How many messages an inbox received. */
  received: (owner: InboxOwner): Key => ({ pk: inboxPartition(owner), sk: 'received' }),
  /** Padded so that the order of keys is the order of arrival. */
  message: (owner: InboxOwner, sequence: number): Key => ({
    pk: inboxPartition(owner),
    sk: `${MESSAGE_PREFIX}${String(sequence).padStart(10, '0')}`,
  }),
  marks: (owner: InboxOwner, readerId: string): Key => ({
    pk: inboxPartition(owner),
    sk: `read#${readerId}`,
  }),
} as const;

export const MESSAGE_PREFIX = 'message#';

type Listed = Topic & Pick<OutboxRow, 'messageId' | 'state' | 'at' | 'nextAttemptAt'>;

/** Name of the list an outbox row stands in: what is done is listed by the month in Asia/Shanghai, as it only grows. */
export function outboxList(state: OutboxState, at: string): string {
  return state === 'DONE' ? `DONE#${localDateOf(new Date(at)).slice(0, 7)}` : state;
}

/** Where an outbox row stands in the lists: what is to be sent by its next attempt, the rest by when it happened. */
export function outboxPlace(row: Listed): { outboxState: string; outboxOrder: string } {
  const instant = row.state === 'PENDING' ? row.nextAttemptAt : row.at;
  return {
    outboxState: outboxList(row.state, row.at),
    outboxOrder: `${new Date(instant).toISOString()}#${MESSAGE_KEY.topic(row)}#${row.messageId}`,
  };
}
