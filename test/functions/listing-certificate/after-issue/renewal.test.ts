import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { previewRenewal } from '../../../../functions/listing-certificate/preview-renewal.ts';
import { renewListingCase } from '../../../../functions/listing-certificate/renew-listing-case.ts';
import { readListingCase } from '../../../../functions/listing-certificate/store/listing-case.ts';
import { route } from '../../../../functions/shared/route.ts';
import application from '../../../../seeds/demonstration/group-application.json' with { type: 'json' };
import type { CertificateFacts } from '../../../../workflows/listing-certificate/certificate.ts';
import {
  PreviewRenewal,
  RenewListingCase,
} from '../../../../workflows/listing-certificate/renewal/routes.ts';
import { revoked } from '../../../../workflows/listing-certificate/rules/certificate-standing.ts';
import { startTestTables, type TestTables } from '../../shared/test-tables.ts';
import { ENTERPRISE, ENVIRONMENT, OFFICE, OTHER_ENTERPRISE } from '../../support/actors.ts';
import { send } from '../../support/http.ts';
import { type ListingWorld, listingWorld } from '../listing-world.ts';
import { auditKinds, certificate, issuedCase } from './issued-case.ts';

const NAMED = { ...ENTERPRISE, organisationName: application.applicant.name };

let tables: TestTables;
let world: ListingWorld;
let facts: CertificateFacts;

beforeAll(async () => {
  tables = await startTestTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  world = listingWorld(tables);
  facts = await issuedCase(world);
  world.setNow('2027-03-01T10:00:00+08:00');
});

const renew = (key = facts.number, actor = NAMED) =>
  send(
    route(RenewListingCase, renewListingCase, () => world.services),
    { actor, path: { caseId: facts.caseId }, headers: { 'idempotency-key': key }, body: {} },
  );
const preview = (actor = NAMED) =>
  send(
    route(PreviewRenewal, previewRenewal, () => world.services),
    { actor, path: { caseId: facts.caseId } },
  );
const detailOf = async (caseId: unknown) => (await readListingCase(String(caseId), world.services)).detail;

describe('a renewal', () => {
  it('shows the applicant its period before and after, and asks for that one', async () => {
    const { json: shown } = await preview();
    const { status, json } = await renew();

    expect(status).toBe(201);
    expect(json).toMatchObject(shown);
    expect(shown).toMatchObject({
      renews: { caseId: facts.caseId, number: facts.number },
      previousPeriod: facts.period,
      period: { toOn: '2027-03-01' },
      maximumPeriodYears: 5,
    });
    expect((await detailOf(json.caseId)).period).toEqual(shown.period);
  });

  it('is a new case with the application of the old one, linked both ways, and is begun', async () => {
    const { json } = await renew();

    const {
      period: _old,
      attachments: before,
      objections: _o,
      renewedBy: _r,
      ...old
    } = await detailOf(facts.caseId);
    const { period: _new, attachments, renews, ...made } = await detailOf(json.caseId);
    expect(made).toEqual(old);
    expect(attachments.map(({ name, sha256 }) => [name, sha256])).toEqual(
      before.map(({ name, sha256 }) => [name, sha256]),
    );
    const kept = await world.services.attachments.ofCase(String(json.caseId));
    expect(kept.map(({ attachmentId }) => attachmentId)).toEqual(
      before.map(({ attachmentId }) => attachmentId),
    );
    expect(renews).toEqual({ caseId: facts.caseId, caseNumber: facts.caseNumber, number: facts.number });
    expect((await detailOf(facts.caseId)).renewedBy).toEqual([
      { caseId: json.caseId, caseNumber: json.caseNumber },
    ]);
    expect((await auditKinds(world, facts.caseId)).at(-1)).toBe('case-renewed');
    expect(world.begun).toContain(`${json.caseId} 1`);
  });

  it('is made once by a request sent twice, and a second one of the day is refused', async () => {
    const replies = await Promise.all([renew(), renew()]);

    expect(new Set(replies.map(({ json }) => json.caseId)).size).toBe(1);
    expect(await renew(`another-${facts.number}`)).toMatchObject({
      status: 409,
      json: { code: 'same-purpose-today', present: { caseId: replies[0]?.json.caseId } },
    });
    expect((await detailOf(facts.caseId)).renewedBy).toHaveLength(1);
  });

  it('is refused where the report reaches today already', async () => {
    world.setNow(`${facts.period.toOn}T10:00:00+08:00`);

    for (const reply of [await preview(), await renew()]) {
      expect(reply).toMatchObject({ status: 409, json: { code: 'nothing-to-renew' } });
    }
  });

  it('is refused where the report is revoked', async () => {
    const read = await certificate(world, facts.number);
    const next = revoked(read.standing, { revokedAt: facts.issuedAt, reason: '演示', legalBasis: '演示' });
    await world.services.commit(await world.services.certificates.changeStandings([{ read, next }]));

    expect(await renew()).toMatchObject({ status: 409, json: { present: { status: 'revoked' } } });
  });

  it('lists what today no longer fits of the old application, and makes nothing', async () => {
    const reply = await renew(facts.number, { ...NAMED, organisationName: '改名后的企业（虚构）' });

    expect(reply).toMatchObject({ status: 422, json: { faults: [{ pointer: '/applicant/name' }] } });
    expect((await detailOf(facts.caseId)).renewedBy).toBeUndefined();
  });

  it.each([
    ['another enterprise', OTHER_ENTERPRISE],
    ['a department', ENVIRONMENT],
    ['the office', OFFICE],
  ])('is not for %s', async (_who, actor) => {
    expect([(await renew(facts.number, actor)).status, (await preview(actor)).status]).toEqual([403, 403]);
  });
});
