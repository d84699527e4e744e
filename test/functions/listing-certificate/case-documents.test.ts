import type { Context } from 'aws-lambda';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCertificate } from '../../../functions/listing-certificate/read-certificate.ts';
import { readReport } from '../../../functions/listing-certificate/read-report.ts';
import type { HttpEvent } from '../../../functions/shared/http-event.ts';
import { type RouteHandler, route } from '../../../functions/shared/route.ts';
import { ReadCertificate, ReadReport } from '../../../workflows/listing-certificate/certificate-routes.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { ACTOR_CLAIM } from '../../../workflows/shared/actor.ts';
import { BANK, ENTERPRISE, OFFICE, OTHER_ENTERPRISE, TAX } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { caseInReview, type SampleCase } from '../support/sample-case.ts';
import { world as caseWorld } from '../support/world.ts';
import { certificateWorld } from './certificate-world.ts';

describe('what is handed out of a case', () => {
  const database = useDatabase();
  let certificates: ReturnType<typeof certificateWorld>;
  let credential: RouteHandler;
  let report: RouteHandler;
  let issued: SampleCase;
  beforeAll(async () => {
    certificates = certificateWorld(database.db());
    const services = { ...caseWorld(database.db()), ...certificates.services };
    credential = route(ReadCertificate, readCertificate, () => services);
    report = route(ReadReport, readReport, () => services);
    issued = await caseInReview(services);
    await certificates.issued({ caseId: issued.caseId });
  });

  it('is the signed credential for the applicant', async () => {
    const reply = await get(credential, issued.caseId, ENTERPRISE);

    expect(reply.statusCode).toBe(200);
    expect(reply.headers?.['content-type']).toBe('application/vc+jwt');
    expect(reply.body).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  });

  it('is the stored PDF, byte by byte, with a file name in Chinese', async () => {
    const reply = await get(report, issued.caseId, OFFICE);

    const bytes = Buffer.from(reply.body ?? '', reply.isBase64Encoded ? 'base64' : 'utf8');
    const [stored] = [...certificates.bucket.values()];
    expect(bytes.equals(Buffer.from(stored ?? []))).toBe(true);
    expect(reply.headers?.['content-type']).toBe('application/pdf');
    expect(reply.headers?.['content-disposition']).toMatch(
      /^attachment; filename="[\w.-]+\.pdf"; filename\*=UTF-8''[\w.%~-]+\.pdf$/,
    );
  });

  it.each([
    ['another enterprise', OTHER_ENTERPRISE],
    ['a department that was not asked', TAX],
    ['a bank', BANK],
  ])('is refused to %s', async (_, actor) => {
    expect((await get(credential, issued.caseId, actor)).statusCode).toBe(403);
    expect((await get(report, issued.caseId, actor)).statusCode).toBe(403);
  });

  it('is not there before the report is issued', async () => {
    const waiting = await caseInReview(caseWorld(database.db()));
    await certificates.numbered({ caseId: waiting.caseId });

    for (const handler of [credential, report]) {
      const reply = await get(handler, waiting.caseId, ENTERPRISE);
      expect(reply.statusCode).toBe(404);
      expect(JSON.parse(reply.body ?? '')).toMatchObject({ code: 'certificate-not-issued' });
    }
  });
});

function get(handler: RouteHandler, caseId: string, actor: Actor) {
  const claims = Object.fromEntries(
    Object.entries(ACTOR_CLAIM).map(([name, claim]) => [claim, String(actor[name as keyof Actor])]),
  );
  const event = {
    version: '2.0',
    headers: {},
    isBase64Encoded: false,
    pathParameters: { caseId },
    requestContext: { requestId: 'request-1', authorizer: { jwt: { claims, scopes: [] } } },
  };
  // The door reads nothing else of the event and of the context.
  return handler(event as unknown as HttpEvent, {} as Context);
}
