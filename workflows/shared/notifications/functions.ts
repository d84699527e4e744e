import type { FunctionSpec } from '../function-spec.ts';
import {
  CountInbox,
  ListCaseNotifications,
  ListInbox,
  ListNotifications,
  MarkInboxRead,
  RetryNotification,
  RetryOrganisationNotification,
} from './routes.ts';

/** What tells people: the relay of the outbox, everybody's inbox, the office's view of what was sent. */
export const NOTIFICATION_FUNCTIONS: readonly FunctionSpec[] = [
  {
    slice: 'notifications',
    name: 'relay-notifications',
    // The applicant's address stands in the detail of its case.
    tables: { CaseTable: ['GetItem'], MessageTable: ['GetItem', 'Query', 'PutItem', 'UpdateItem'] },
    mail: true,
    everyMinutes: 1,
    timeoutSeconds: 55,
  },
  {
    slice: 'notifications',
    name: 'list-inbox',
    routes: [ListInbox],
    tables: { MessageTable: ['GetItem', 'Query'] },
  },
  {
    slice: 'notifications',
    name: 'count-inbox',
    routes: [CountInbox],
    tables: { MessageTable: ['GetItem'] },
  },
  {
    slice: 'notifications',
    name: 'mark-inbox-read',
    routes: [MarkInboxRead],
    tables: { MessageTable: ['GetItem', 'PutItem'] },
  },
  {
    slice: 'notifications',
    name: 'list-notifications',
    routes: [ListNotifications],
    tables: { MessageTable: ['Query'] },
  },
  {
    slice: 'notifications',
    name: 'list-case-notifications',
    routes: [ListCaseNotifications],
    tables: { CaseTable: ['GetItem'], MessageTable: ['Query'] },
  },
  {
    slice: 'notifications',
    name: 'retry-notification',
    routes: [RetryNotification],
    tables: {
      CaseTable: ['GetItem', 'PutItem', 'UpdateItem'],
      MessageTable: ['GetItem', 'UpdateItem'],
    },
  },
  {
    slice: 'notifications',
    name: 'retry-organisation-notification',
    routes: [RetryOrganisationNotification],
    tables: {
      CaseTable: ['GetItem', 'PutItem'],
      MessageTable: ['GetItem', 'UpdateItem'],
    },
  },
];
