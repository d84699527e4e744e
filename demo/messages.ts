import type { InboxMessage } from '../workflows/shared/notifications/inbox.ts';
import type { Person } from './person.ts';
import { printTable, step } from './table.ts';
import { waitFor } from './wait.ts';

/** The relay runs every minute; a busy machine takes its time. */
const PATIENCE_MS = 150_000;

/** What the applicant was told of the case. This may have to be waited for. */
export async function showMessages(person: Person, caseId: string): Promise<void> {
  step('waits for the notifications, which are told every minute');
  const told = await waitFor(
    'the notification of the report',
    async () => {
      const { body } = await person.get<{ items: InboxMessage[] }>('/v1/inbox?limit=100');
      const own = body.items.filter((message) => message.caseId === caseId);
      return own.some(({ kind }) => kind === 'case-issued') ? own.reverse() : undefined;
    },
    PATIENCE_MS,
  );
  printTable(
    'The applicant’s inbox (and mail)',
    ['when', '通知', 'message'],
    told.map(({ at, title }) => [at, title.zh, title.en]),
  );
}
