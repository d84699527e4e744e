import { createLocalJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { revokeCertificate } from '../../../../functions/listing-certificate/revoke-certificate.ts';
import { showCertificate } from '../../../../functions/listing-certificate/show-certificate.ts';
import { showStatusList } from '../../../../functions/listing-certificate/show-status-list.ts';
import { showVerificationPage } from '../../../../functions/listing-certificate/show-verification-page.ts';
import { signedStatusLists } from '../../../../functions/listing-certificate/status-list/signed-status-lists.ts';
import { signingKey } from '../../../../functions/shared/client/signing-key.ts';
import { route } from '../../../../functions/shared/route.ts';
import type { CertificateFacts } from '../../../../workflows/listing-certificate/certificate.ts';
import { RevokeCertificate } from '../../../../workflows/listing-certificate/revocation-routes.ts';
import { decodedList } from '../../../../workflows/listing-certificate/rules/encoded-list.ts';
import { statusAt } from '../../../../workflows/listing-certificate/rules/status-list.ts';
import { kmsKey } from '../../shared/client/kms-key.ts';
import { startTestTables, type TestTables } from '../../shared/test-tables.ts';
import { ENTERPRISE, ENVIRONMENT, OFFICE } from '../../support/actors.ts';
import { send } from '../../support/http.ts';
import { type ListingWorld, listingWorld } from '../listing-world.ts';
import { auditKinds, certificate, issuedCase } from './issued-case.ts';

let tables: TestTables;
let world: ListingWorld;
let facts: CertificateFacts;
let key: ReturnType<typeof signingKey>;
let signatures: () => number;

beforeAll(async () => {
  tables = await startTestTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  world = listingWorld(tables);
  facts = await issuedCase(world);
  const { kms, asked } = kmsKey();
  key = signingKey(kms, 'a-key');
  signatures = () => asked.signatures;
});

const GROUNDS = { reason: '出具依据的材料系伪造（演示）', legalBasis: '演示条款' };

const revoke = (idempotencyKey = facts.number, body: object = {}, actor = OFFICE) =>
  send(
    route(RevokeCertificate, revokeCertificate, () => world.services),
    {
      actor,
      path: { caseId: facts.caseId },
      headers: { 'idempotency-key': idempotencyKey },
      body: { number: facts.number, ...GROUNDS, ...body },
    },
  );

const lists = () => signedStatusLists(key, 'http://localhost:4700');
async function statusList(purpose: 'revocation' | 'message', statusLists = lists()) {
  const params = { id: `${purpose}-${facts.statusPlace.list}` };
  const { body } = await showStatusList({ params }, { ...world.services, statusLists });
  return body;
}

async function verified(jwt: string) {
  const keys = createLocalJWKSet({ keys: [await key.publicJwk()] });
  const { payload } = await jwtVerify(jwt, keys, { typ: 'vc+jwt', algorithms: ['ES256'] });
  return payload as unknown as {
    type: string[];
    credentialSubject: { encodedList: string; statusPurpose: string };
  };
}

describe('revoke-certificate', () => {
  it('is seen at once by people, by programs and in both status lists, with its reasons', async () => {
    const before = decodedList((await verified(await statusList('message'))).credentialSubject.encodedList);
    expect(statusAt(before, facts.statusPlace.index)).toBe('valid');

    expect(await revoke()).toMatchObject({ status: 200, json: { number: facts.number, status: 'revoked' } });

    const query = { code: facts.verificationCode };
    const params = { number: facts.number };
    const { body } = await showCertificate({ params, query }, world.services);
    expect(body).toMatchObject({
      status: 'revoked',
      revocation: { revokedAt: '2026-06-01T10:00:00+08:00', legalBasis: GROUNDS.legalBasis },
      revocationReason: GROUNDS.reason,
    });
    const page = await showVerificationPage({ params, query: {} }, world.services);
    expect(page.body).toContain('已撤销');
    expect(page.body).toContain(GROUNDS.legalBasis);
    expect(page.body).not.toContain(GROUNDS.reason);
    const message = decodedList((await verified(await statusList('message'))).credentialSubject.encodedList);
    expect(statusAt(message, facts.statusPlace.index)).toBe('revoked');
    const bits = decodedList((await verified(await statusList('revocation'))).credentialSubject.encodedList);
    const { index } = facts.statusPlace;
    expect(((bits[index >> 3] ?? 0) >> (7 - (index % 8))) & 1).toBe(1);
    expect(await auditKinds(world, facts.caseId)).toContain('result-revoked');
  });

  it('answers the same request again alike, and a second revocation 409 with the present state', async () => {
    const first = await revoke();

    expect(await revoke()).toEqual(first);
    expect(await revoke('another')).toMatchObject({
      status: 409,
      json: { code: 'certificate-state', present: { number: facts.number, status: 'revoked' } },
    });
    expect((await auditKinds(world, facts.caseId)).filter((kind) => kind === 'result-revoked')).toHaveLength(
      1,
    );
  });

  it('lets one of two revocations of the same moment win', async () => {
    const replies = await Promise.all([revoke('one'), revoke('two')]);

    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it.each([
    ['the applicant', ENTERPRISE],
    ['a department', ENVIRONMENT],
  ])('is refused to %s and changes nothing', async (_who, actor) => {
    expect((await revoke('no', {}, actor)).status).toBe(403);
    expect((await certificate(world, facts.number)).standing.status).toBe('valid');
  });

  it('lists everything that is missing, and changes nothing', async () => {
    const reply = await revoke('faulty', { reason: ' ', legalBasis: '', number: undefined });

    expect(reply.status).toBe(422);
    expect((reply.json.faults as { pointer: string }[]).map(({ pointer }) => pointer).sort()).toEqual([
      '/legalBasis',
      '/number',
      '/reason',
    ]);
    expect((await certificate(world, facts.number)).standing.status).toBe('valid');
  });

  it('knows no certificate of another case', async () => {
    const other = await issuedCase(world);

    expect((await revoke('other', { number: other.number })).status).toBe(404);
    expect((await certificate(world, other.number)).standing.status).toBe('valid');
  });
});

describe('show-status-list', () => {
  it('has 131,072 entries and what the Bitstring Status List demands', async () => {
    const list = await verified(await statusList('revocation'));

    expect(list).toMatchObject({
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      id: `http://localhost:4700/v1/status-lists/revocation-${facts.statusPlace.list}`,
      issuer: { id: 'http://localhost:4700' },
      validFrom: '2026-06-01T02:00:00.000Z',
      credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation', ttl: 60_000 },
    });
    expect(decodedList(list.credentialSubject.encodedList)).toHaveLength(131_072 / 8);
    const message = await verified(await statusList('message'));
    expect(decodedList(message.credentialSubject.encodedList)).toHaveLength((131_072 * 2) / 8);
  });

  it('is signed once while nothing changes, and anew when something does or a minute has passed', async () => {
    const kept = lists();
    const first = await statusList('message', kept);
    expect(await statusList('message', kept)).toBe(first);
    expect(signatures()).toBe(1);

    await revoke();
    expect(await statusList('message', kept)).not.toBe(first);
    world.setNow('2026-06-01T10:01:00+08:00');
    await statusList('message', kept);
    expect(signatures()).toBe(3);
  });

  it.each(['message-2026-2', 'message-2031-1', 'refresh-2026-1', 'message', 'message-2026-0', ''])(
    'answers 404 to %s, where no certificate has a place',
    async (id) => {
      const asked = showStatusList({ params: { id } }, { ...world.services, statusLists: lists() });

      await expect(asked).rejects.toMatchObject({ status: 404 });
    },
  );
});
