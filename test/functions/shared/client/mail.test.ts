import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { mailer, mimeOf } from '../../../../functions/shared/client/mail.ts';

const MAIL = {
  to: 'contact@qiyuan.example',
  subject: '请补正材料 / Supplement asked for',
  text: '重庆市两江新区\n\nSupplement',
  messageId: '20261125T013000000Z-00.0',
  date: new Date('2026-11-25T01:30:00Z'),
};
const SENDER = 'no-reply@liangjiang.example';

describe('a mail', () => {
  it('is RFC 5322 text whose Chinese comes back as it was, with an id that stays', async () => {
    const mime = (await mimeOf(MAIL, SENDER)).toString('ascii');
    const [head = '', body = ''] = mime.split('\r\n\r\n');
    expect(head).toContain(`Message-ID: <${MAIL.messageId}@liangjiang.example>`);
    expect(head).toContain('Auto-Submitted: auto-generated');
    expect(head).toContain('Date: Wed, 25 Nov 2026 01:30:00 +0000');
    expect(head).toMatch(/Content-Transfer-Encoding: base64/);
    expect(Buffer.from(body, 'base64').toString('utf8').replaceAll('\r\n', '\n').trim()).toBe(MAIL.text);
  });

  it('cannot be given another header by what a person wrote', async () => {
    const subject = 'x\r\nBcc: somebody@elsewhere.example';
    const to = 'a@b.example\r\nBcc: somebody@elsewhere.example';
    const mime = (await mimeOf({ ...MAIL, subject, to }, SENDER)).toString('ascii');
    expect(mime).not.toMatch(/^Bcc:/m);
  });

  it('goes to SES raw, to its one recipient, from the sender', async () => {
    const client = new SESv2Client({ region: 'local' });
    const stub = mockClient(client);
    stub.on(SendEmailCommand).resolves({ MessageId: 'ses-1' });

    expect(await mailer(client, SENDER).send(MAIL)).toBe('ses-1');

    const input = stub.commandCalls(SendEmailCommand)[0]?.args[0].input;
    expect(input).toMatchObject({
      FromEmailAddress: SENDER,
      Destination: { ToAddresses: ['contact@qiyuan.example'] },
    });
    expect(Object.keys(input?.Content ?? {})).toEqual(['Raw']);
  });
});
