import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { outsideChannels } from '../../../functions/notifications/delivery/channels.ts';
import type { RelayServices } from '../../../functions/notifications/delivery/deliver-message.ts';
import { relayNotifications } from '../../../functions/notifications/relay-notifications.ts';
import { inboxStore } from '../../../functions/notifications/store/inbox-store.ts';
import { outboxRows } from '../../../functions/notifications/store/outbox-rows.ts';
import type { Mail } from '../../../functions/shared/client/mail.ts';
import type { Case } from '../../../workflows/shared/case.ts';
import type { OutboxRow } from '../../../workflows/shared/notifications/outbox-row.ts';
import { caseInReview } from '../support/sample-case.ts';
import { NOW, world } from '../support/world.ts';

/** The messages on a real database; mails are kept to be looked at, and fail when told to. */
export interface NotificationWorld {
  readonly services: RelayServices;
  readonly mails: Mail[];
  /** Called before a mail is taken. */
  onMail(act: (mail: Mail) => void | Promise<void>): void;
  pass(seconds: number): void;
  relay(): ReturnType<typeof relayNotifications>;
  newCase(): Promise<Case>;
  only(caseId: string): Promise<OutboxRow>;
}

export function notificationWorld(db: DynamoDBDocumentClient): NotificationWorld {
  let now = Date.parse(NOW);
  let act: (mail: Mail) => void | Promise<void> = () => {};
  const mails: Mail[] = [];
  const base = world(db);
  const services: RelayServices = {
    ...base,
    now: () => new Date(now),
    outboxRows: outboxRows(db, 'MessageTable', () => 'CaseTable'),
    inbox: inboxStore(db, 'MessageTable'),
    channels: outsideChannels({
      async send(mail) {
        await act(mail);
        mails.push(mail);
        return `ses-${mails.length}`;
      },
    }),
  };
  return {
    services,
    mails,
    onMail: (next) => {
      act = next;
    },
    pass: (seconds) => {
      now += seconds * 1000;
    },
    relay: () => relayNotifications(undefined, services),
    async newCase() {
      const { caseId } = await caseInReview(base);
      const read = await base.cases.read(caseId);
      if (!read) throw new Error('the case was just written');
      return read;
    },
    async only(caseId) {
      const { items } = await services.outboxRows.ofCase(caseId, { limit: 10 });
      const [row, ...others] = items;
      if (!row || others.length > 0) throw new Error(`${items.length} rows`);
      return row;
    },
  };
}
