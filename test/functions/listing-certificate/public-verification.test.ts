import { beforeAll, describe, expect, it } from 'vitest';
import { showCertificate } from '../../../functions/listing-certificate/show-certificate.ts';
import { route } from '../../../functions/shared/route.ts';
import { extended } from '../../../functions/shared/services.ts';
import type { CertificateFacts } from '../../../workflows/listing-certificate/certificate.ts';
import { ShowCertificate } from '../../../workflows/listing-certificate/certificate-routes.ts';
import { useDatabase } from '../support/database.ts';
import { send } from '../support/http.ts';
import { certificateWorld } from './certificate-world.ts';

describe('public verification', () => {
  const database = useDatabase();
  let world: ReturnType<typeof certificateWorld>;
  let issued: CertificateFacts;
  beforeAll(async () => {
    world = certificateWorld(database.db());
    issued = await world.issued();
  });
  const ask = (number: string, code?: string) =>
    send(
      route(ShowCertificate, showCertificate, () => extended({ certificates: world.services.certificates })),
      { path: { number }, ...(code === undefined ? {} : { query: { code } }) },
    );

  it('tells by number alone to whom it was issued with name and code partly masked', async () => {
    const { status, json } = await ask(issued.number);

    expect(status).toBe(200);
    expect(json).toMatchObject({
      number: issued.number,
      status: 'valid',
      masked: true,
      applicant: { name: '重庆＊＊＊＊＊＊＊＊有限公司', uscc: '9150**********000X' },
      period: issued.period,
      issuedAt: issued.issuedAt,
    });
  });

  it('tells nothing by number alone that the masks hide', async () => {
    const { json } = await ask(issued.number);

    const text = JSON.stringify(json);
    for (const entity of issued.entities) {
      expect(text).not.toContain(entity.name);
      expect(text).not.toContain(entity.uscc);
    }
    expect(text).not.toContain(issued.verificationCode);
  });

  it('shows with the code what the paper says: names, entities and findings', async () => {
    const { json } = await ask(issued.number, issued.verificationCode);

    expect(json).toMatchObject({ masked: false, applicant: issued.applicant });
    expect(json.entities).toHaveLength(issued.entities.length);
    expect(json.pdfSha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('takes the code as people type it', async () => {
    const typed = ` ${issued.verificationCode.toLowerCase().replaceAll('-', ' ')} `;

    expect((await ask(issued.number, typed)).json.masked).toBe(false);
  });

  it('answers a wrong code as a number that does not exist, but for the request it names', async () => {
    const wrongCode = await ask(issued.number, 'AAAA-AAAA-AAAA');
    const wrongNumber = await ask('LJHG-2026-999999', issued.verificationCode);

    expect(wrongCode).toEqual(wrongNumber);
    expect(wrongCode.status).toBe(404);
  });

  it('does not find what is not published', async () => {
    const { number, verificationCode } = await world.numbered();

    expect((await ask(number)).status).toBe(404);
    expect((await ask(number, verificationCode)).status).toBe(404);
  });

  it('is never cached, because a status may change', async () => {
    expect((await ask(issued.number)).headers['cache-control']).toBe('no-store');
  });
});
