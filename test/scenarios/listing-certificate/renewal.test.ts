import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../../../demo/person.ts';
import type { ListingDetail } from '../../../workflows/listing-certificate/contract.ts';
import type { Renewal } from '../../../workflows/listing-certificate/renewal/routes.ts';
import type { CaseSummary, CaseView } from '../../../workflows/shared/case.ts';
import { startPlatform, type TestPlatform } from '../platform.ts';
import { credentialOf, issuedWithRecords, seenByThePublic, timelineKinds } from './after-issue.ts';
import { decideAll, readCase } from './steps.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

let platform: TestPlatform;
let enterprise: Person;
let issued: CaseView;

beforeAll(async () => {
  platform = await startPlatform({ schedules: false });
  enterprise = await platform.signIn('qiyuan');
  issued = await issuedWithRecords(platform, enterprise, []);
});
afterAll(() => platform.stop());

it('brings a report up to today by a new case, which is examined as any other; the first stays valid', async () => {
  await platform.pass(90 * DAY_MS);
  enterprise = await platform.signIn('qiyuan');
  const { body: shown } = await enterprise.get<Renewal>(`/v1/cases/${issued.caseId}/renewal`);
  const { body: renewed } = await enterprise.post<CaseSummary & Renewal>(
    `/v1/cases/${issued.caseId}/renewal`,
    {},
  );
  expect(renewed).toMatchObject(shown);
  await platform.settle();

  const first = issued.detail as ListingDetail;
  const { detail, tasks } = await readCase(enterprise, renewed);
  expect(shown.period.toOn > first.period.toOn).toBe(true);
  expect(detail).toMatchObject({
    period: shown.period,
    entities: first.entities,
    fields: first.fields,
    renews: { caseId: issued.caseId, number: issued.resultNumber },
  });
  expect(tasks).toHaveLength(issued.tasks.length);

  await decideAll(platform, enterprise, renewed);
  const done = await readCase(enterprise, renewed);
  expect(done.status).toBe('ISSUED');
  for (const one of [issued, done]) {
    const seen = await seenByThePublic(
      platform,
      String(one.resultNumber),
      await credentialOf(enterprise, one),
    );
    expect(seen).toMatchObject({
      certificate: { status: 'valid' },
      list: { revoked: false, message: 'valid' },
    });
  }
  expect((await readCase(enterprise, issued)).detail).toMatchObject({
    renewedBy: [{ caseId: renewed.caseId, caseNumber: renewed.caseNumber }],
  });
  expect((await timelineKinds(enterprise, issued)).at(-1)).toBe('case-renewed');
});
