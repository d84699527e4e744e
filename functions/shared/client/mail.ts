import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import MailComposer from 'nodemailer/lib/mail-composer';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for every attempt, so that a reader's program shows a mail that came twice once. */
  readonly messageId: string;
  readonly date: Date;
}

/** The platform's own mail. */
export interface Mailer {
  /** Answers the id under which SES took it. */
  send(mail: Mail): Promise<string>;
}

export function mailer(client: SESv2Client, sender: string): Mailer {
  return {
    async send(mail) {
      const { MessageId } = await client.send(
        new SendEmailCommand({
          FromEmailAddress: sender,
          Destination: { ToAddresses: [mail.to] },
          Content: { Raw: { Data: await mimeOf(mail, sender) } },
        }),
      );
      if (MessageId === undefined) throw new Error('SES answered without a message id');
      return MessageId;
    },
  };
}

/**
 * The mail as RFC 5322 text. SES puts a Message-ID of its own in place of ours, therefore the id stands in a header of our own too.
 * Auto-Submitted (RFC 3834) keeps absence notes away.
 */
export function mimeOf({ to, subject, text, messageId, date }: Mail, sender: string): Promise<Buffer> {
  const host = sender.slice(sender.lastIndexOf('@') + 1);
  return new MailComposer({
    from: sender,
    to: { name: '', address: to },
    subject,
    text,
    date,
    textEncoding: 'base64',
    messageId: `<${messageId}@${host}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Liangjiang-Message-Id': messageId },
  })
    .compile()
    .build();
}
