import { dynamoDb } from '../../shared/aws/dynamo-db.ts';
import { setting } from '../../shared/config.ts';
import { extended, type Services } from '../../shared/services.ts';
import { type InboxStore, inboxStore } from './inbox-store.ts';
import { type OutboxRows, outboxRows } from './outbox-rows.ts';

/** The messages: what is to be told, and what was told within the platform. */
export interface ServicesWithMessages extends Services {
  readonly outboxRows: OutboxRows;
  readonly inbox: InboxStore;
}

export function servicesWithMessages(): ServicesWithMessages {
  return extended({
    get outboxRows() {
      return outboxRows(dynamoDb(), setting('MESSAGE_TABLE'), () => setting('CASE_TABLE'));
    },
    get inbox() {
      return inboxStore(dynamoDb(), setting('MESSAGE_TABLE'));
    },
  });
}
