import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVirtualClock } from '../../../local/clock.ts';
import { AccessDenied, type Service } from '../../../local/service.ts';
import { createSes } from '../../../local/ses/index.ts';

const ALLOWED = 'arn:aws-cn:ses:cn-north-1:000000000000:identity/liangjiang.example';
const MAIL = {
  FromEmailAddress: 'no-reply@liangjiang.example',
  Destination: { ToAddresses: ['contact@qiyuan.example'] },
  Content: { Raw: { Data: Buffer.from('Subject: x\r\n\r\ntext').toString('base64') } },
};

let folder = '';
let ses: Service;
const asked: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ses-'));
  asked.length = 0;
  ses = createSes({
    assembly: { place: { partition: 'aws-cn', region: 'cn-north-1', accountId: '000000000000' } as never },
    folder,
    clock: createVirtualClock(Date.parse('2026-11-25T01:30:00Z')),
    authorize: (_caller, action, resource, context) => {
      asked.push(`${action} ${resource} ${context?.['ses:FromAddress']}`);
      if (resource !== ALLOWED) throw new AccessDenied(`not ${resource}`);
    },
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function post(body: unknown, path = '/v2/email/outbound-emails') {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const reply = await ses.handle({
    caller: { kind: 'engineer' },
    method: 'POST',
    path,
    query: new URLSearchParams(),
    headers: {},
    body: Buffer.from(text),
  });
  return {
    status: reply.status,
    code: reply.headers?.['x-amzn-errortype'],
    json: JSON.parse(String(reply.body)) as Record<string, string>,
  };
}

describe('SES on one machine', () => {
  it('writes a mail as it came into a file that sorts by time', async () => {
    const { status, json } = await post(MAIL);

    expect(status).toBe(200);
    const files = readdirSync(folder);
    expect(files).toEqual([`20261125T013000000Z-${json.MessageId}.eml`]);
    expect(readFileSync(join(folder, files[0] ?? ''), 'utf8')).toBe('Subject: x\r\n\r\ntext');
  });

  it('asks for the permission on the address, then on its domain', async () => {
    await post({ ...MAIL, FromEmailAddress: 'Platform <no-reply@liangjiang.example>' });
    expect(asked).toEqual([
      'ses:SendEmail arn:aws-cn:ses:cn-north-1:000000000000:identity/no-reply@liangjiang.example no-reply@liangjiang.example',
      `ses:SendEmail ${ALLOWED} no-reply@liangjiang.example`,
    ]);
  });

  it('refuses a sender whose identity the caller may not use, and keeps nothing', async () => {
    const refused = await post({ ...MAIL, FromEmailAddress: 'x@elsewhere.example' });
    expect(refused).toMatchObject({ status: 403, code: 'AccessDeniedException' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['not JSON', '{', 'SerializationException'],
    ['no recipient', { ...MAIL, Destination: {} }, 'BadRequestException'],
    ['an address that is none', { ...MAIL, Destination: { ToAddresses: ['a b@c'] } }, 'BadRequestException'],
    ['templated content', { ...MAIL, Content: { Template: { TemplateName: 't' } } }, 'BadRequestException'],
    ['a member it does not know', { ...MAIL, ConfigurationSetName: 'c' }, 'BadRequestException'],
  ])('refuses %s', async (_what, body, code) => {
    expect(await post(body)).toMatchObject({ status: 400, code });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('names the calls it does not answer', async () => {
    const { status, json } = await post({}, '/v2/email/identities');
    expect(status).toBe(501);
    expect(json.message).toContain('/v2/email/identities');
  });
});
