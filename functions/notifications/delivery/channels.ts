import type { Channel, Delivery } from '../../../workflows/shared/notifications/outbox-row.ts';
import type { Template } from '../../../workflows/shared/notifications/rules.ts';
import type { Mailer } from '../../shared/client/mail.ts';

/** One message to one recipient, ready to go. */
export interface Letter extends Template {
  /** Stable over attempts: the id of the outbox row and the recipient's number in it. */
  readonly id: string;
  readonly at: Date;
  readonly footer: Template['text'];
  readonly address: { readonly email?: string | undefined; readonly phone?: string | undefined };
}

/** What became of a letter; a fault that may pass is thrown. */
export type Outcome = Pick<Delivery, 'reference'> & {
  readonly state: 'DELIVERED' | 'NOT_CONFIGURED' | 'NO_ADDRESS';
};

/** A way to people outside the platform. The inbox is none: it is written with the outbox row itself. */
export type OutsideChannel = (letter: Letter) => Promise<Outcome>;
export type OutsideChannels = Readonly<Record<Exclude<Channel, 'inbox'>, OutsideChannel>>;

/** SMS and the city's own message service have no client yet: every row says so, and the office reads it there. */
export function outsideChannels(mailer: Mailer | undefined): OutsideChannels {
  return {
    mail: mailer ? byMail(mailer) : notConfigured,
    sms: notConfigured,
    'city-message': notConfigured,
  };
}

const notConfigured: OutsideChannel = async () => ({ state: 'NOT_CONFIGURED' });

function byMail(mailer: Mailer): OutsideChannel {
  return async ({ id, at, title, text, footer, address }) => {
    if (!address.email) return { state: 'NO_ADDRESS' };
    const reference = await mailer.send({
      to: address.email,
      subject: `${title.zh} / ${title.en}`,
      text: [text.zh, text.en, `${footer.zh}\n${footer.en}`].join('\n\n'),
      messageId: id,
      date: at,
    });
    return { state: 'DELIVERED', reference };
  };
}
