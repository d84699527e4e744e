import { createHash } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { beforeAll, describe, expect, it } from 'vitest';
import { withProblemPages } from '../../../functions/listing-certificate/page/problem-page.ts';
import { showVerificationForm } from '../../../functions/listing-certificate/show-verification-form.ts';
import { showVerificationPage } from '../../../functions/listing-certificate/show-verification-page.ts';
import type { HttpEvent } from '../../../functions/shared/http-event.ts';
import { route } from '../../../functions/shared/route.ts';
import { extended } from '../../../functions/shared/services.ts';
import type { CertificateFacts } from '../../../workflows/listing-certificate/certificate.ts';
import {
  ShowVerificationForm,
  ShowVerificationPage,
} from '../../../workflows/listing-certificate/certificate-routes.ts';
import { useDatabase } from '../support/database.ts';
import { certificateWorld } from './certificate-world.ts';

describe('the verification page', () => {
  const database = useDatabase();
  let world: ReturnType<typeof certificateWorld>;
  let issued: CertificateFacts;
  beforeAll(async () => {
    world = certificateWorld(database.db());
    const applicant = { name: '<script>alert("名")</script>有限公司', uscc: '91500000MA5U00000X' };
    issued = await world.issued({ applicant });
  });
  const services = () => extended({ certificates: world.services.certificates });
  const page = (number: string, query?: Record<string, string>) =>
    get(withProblemPages(route(ShowVerificationPage, showVerificationPage, services)), {
      pathParameters: { number },
      ...(query ? { queryStringParameters: query } : {}),
    });
  const form = (query?: Record<string, string>) =>
    get(withProblemPages(route(ShowVerificationForm, showVerificationForm, services)), {
      ...(query ? { queryStringParameters: query } : {}),
    });

  it('says the status in words and by a sign, not by colour alone', async () => {
    const { status, text } = await page(issued.number);

    expect(status).toBe(200);
    expect(text).toMatch(/role="status".*✔.*有效.*Valid/s);
  });

  it('shows the findings with the code, and the form to enter it without', async () => {
    const whole = await page(issued.number, { code: issued.verificationCode });
    const masked = await page(issued.number);

    expect(whole.text).toContain('<table>');
    expect(whole.text).toContain(issued.entities[1]?.name);
    expect(masked.text).not.toContain('<table>');
    expect(masked.text).toContain('<form');
  });

  it('shows names as text, whatever is in them', async () => {
    const { text } = await page(issued.number, { code: issued.verificationCode });

    expect(text).not.toContain('<script');
    expect(text).toContain('&lt;script&gt;alert(&quot;名&quot;)&lt;/script&gt;有限公司');
  });

  it('runs no script and loads nothing, by its policy and in fact', async () => {
    const { headers, text } = await page(issued.number);

    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+';/);
    expect(text).not.toMatch(/<(script|img|link|iframe)|style="|\son\w+=/);
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cache-control']).toBe('no-store');
  });

  it('allows its own style sheet, by the hash of what it really sends', async () => {
    const { headers, text } = await page(issued.number);

    const style = /<style>(.*)<\/style>/s.exec(text)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers['content-security-policy']).toContain(`style-src 'sha256-${hash}'`);
  });

  it('says in a page of status 404 that there is no such report, and keeps the number entered', async () => {
    const { status, headers, text } = await page('"><b>1');

    expect(status).toBe(404);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toContain('查无此报告');
    expect(text).toContain('value="&quot;&gt;&lt;b&gt;1"');
  });

  it('offers a form where there is no QR code to read', async () => {
    const { status, text } = await form();

    expect(status).toBe(200);
    expect(text).toMatch(/<form method="get" action="\/verify">/);
    for (const name of ['number', 'code']) expect(text).toMatch(new RegExp(`<label for="${name}">`));
  });

  it('answers the form with the certificate', async () => {
    const { text } = await form({ number: ` ${issued.number} `, code: issued.verificationCode });

    expect(text).toContain('<table>');
  });

  it('takes an empty code as none', async () => {
    const { status, text } = await form({ number: issued.number, code: '' });

    expect(status).toBe(200);
    expect(text).toContain('部分隐藏');
  });
});

async function get(handler: ReturnType<typeof withProblemPages>, request: Partial<HttpEvent>) {
  const event = {
    version: '2.0',
    headers: {},
    isBase64Encoded: false,
    requestContext: { requestId: 'request-1' },
    ...request,
  };
  // The door reads nothing else of the event and of the context.
  const reply = await handler(event as unknown as HttpEvent, {} as Context);
  return { status: reply.statusCode, headers: reply.headers ?? {}, text: reply.body ?? '' };
}
