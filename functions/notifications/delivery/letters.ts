import type { OutboxRow, Recipient } from '../../../workflows/shared/notifications/outbox-row.ts';
import { type Names, textFor } from '../../../workflows/shared/notifications/placeholders.ts';
import type { Template } from '../../../workflows/shared/notifications/rules.ts';
import { procedureOf } from '../../../workflows/shared/procedures.ts';
import type { Services } from '../../shared/services.ts';
import type { NotificationRules } from '../store/notification-rules.ts';
import type { Letter } from './channels.ts';

/** What a recipient is told of a row. */
export function textOf(row: OutboxRow, { audience }: Recipient, rules: NotificationRules): Template {
  return textFor(row, audience, rules.templates, namesOf(rules));
}

/** The letter to a recipient. Its address is looked up now and kept nowhere. */
export async function letterTo(
  row: OutboxRow,
  to: number,
  rules: NotificationRules,
  { cases }: Pick<Services, 'cases'>,
): Promise<Letter> {
  const recipient = row.recipients[to];
  if (!recipient) throw new Error(`message ${row.messageId} has no recipient ${to}`);
  const address =
    recipient.audience === 'applicant' && 'caseId' in row
      ? procedureOf(row.workflow).contactOf(await cases.readDetail(row.caseId))
      : { email: organisationOf(recipient.organisationId, rules)?.mailbox };
  return {
    ...textOf(row, recipient, rules),
    id: `${row.messageId}.${to}`,
    at: new Date(row.at),
    footer: rules.templates.footer,
    address,
  };
}

const organisationOf = (id: string, { organisations }: NotificationRules) =>
  organisations.organisations.find(({ organisationId }) => organisationId === id);

function namesOf(rules: NotificationRules): Names {
  return {
    procedure: (workflow) => procedureOf(workflow).title,
    // A new organisation without a line in seeds/notifications is named by its id.
    organisation: (id) => organisationOf(id, rules)?.name ?? { zh: id, en: id },
  };
}
