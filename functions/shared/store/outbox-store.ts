import { randomBytes } from 'node:crypto';
import type { Case } from '../../../workflows/shared/case.ts';
import {
  NOTIFICATION,
  type NotificationFacts,
  type NotificationKind,
  type OrganisationEvent,
} from '../../../workflows/shared/notifications/event.ts';
import { type OutboxRow, RecordedFacts } from '../../../workflows/shared/notifications/outbox-row.ts';
import { recipientsOf } from '../../../workflows/shared/notifications/recipients.ts';
import { MESSAGE_CONDITION } from './message-condition.ts';
import { MESSAGE_KEY, outboxPlace } from './message-key.ts';
import type { GuardedWrite } from './write.ts';

/** The case an event is of. */
export type NotifiedCase = Pick<Case, 'caseId' | 'caseNumber' | 'workflow' | 'applicant'>;

/** What an event of a kind is of. */
export type NotifiedOf<K extends NotificationKind> = K extends OrganisationEvent
  ? { readonly organisationId: string }
  : NotifiedCase;

/** Telling people: put what this returns into the transaction that causes the event. */
export interface Outbox {
  /**
   * The outbox row of an event that a person should know of; nothing where it has no recipient. One write at the most. The
   * caller's function needs `MessageTable: ['PutItem']`.
   */
  notify<K extends NotificationKind>(
    kind: K,
    of: NotifiedOf<K>,
    at: string,
    facts: NotificationFacts<K>,
  ): GuardedWrite[];
}

export function outbox(tableName: () => string): Outbox {
  return {
    notify(kind, of, at, facts) {
      const row = newRow(kind, of, at, facts);
      if (row.recipients.length === 0) return [];
      const key = MESSAGE_KEY.outbox(MESSAGE_KEY.topic(row), row.messageId);
      return [
        {
          write: {
            Put: {
              TableName: tableName(),
              Item: { ...key, ...row, ...outboxPlace(row) },
              ConditionExpression: MESSAGE_CONDITION.absent,
            },
          },
        },
      ];
    },
  };
}

function newRow<K extends NotificationKind>(
  kind: K,
  of: NotifiedOf<K>,
  at: string,
  facts: NotificationFacts<K>,
): OutboxRow {
  const kept = RecordedFacts.parse(present(NOTIFICATION[kind].facts.parse(facts)));
  return {
    messageId: messageIdAt(at),
    ...subjectOf(of),
    kind,
    at,
    facts: kept,
    recipients: recipientsOf(kind, 'caseId' in of ? of.applicant.uscc : undefined, kept),
    deliveries: [],
    state: 'PENDING',
    attempts: 0,
    nextAttemptAt: at,
    version: 1,
  };
}

function subjectOf(of: NotifiedCase | { readonly organisationId: string }) {
  if (!('caseId' in of)) return { organisationId: of.organisationId };
  const { caseId, caseNumber, workflow, applicant } = of;
  return { caseId, caseNumber, workflow, applicantName: applicant.name };
}

function present(facts: object): object {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** Ids sort by time: `20260601T020000000Z-9f86d081884c7d65`. */
function messageIdAt(at: string): string {
  return `${new Date(at).toISOString().replaceAll(/[-:.]/g, '')}-${randomBytes(8).toString('hex')}`;
}
