import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../../../demo/person.ts';
import { createVirtualClock } from '../../../local/clock.ts';
import { AuditVerifier } from '../../../workflows/shared/audit/audit-verifier.ts';
import type { AuditVerification } from '../../../workflows/shared/audit-routes.ts';
import type { CaseSummary } from '../../../workflows/shared/case.ts';
import { startPlatform, type TestPlatform } from '../platform.ts';
import { decideAll, submit } from './steps.ts';

/** Ten minutes before midnight in Asia/Shanghai. */
const LATE_EVENING = Date.parse('2026-11-25T15:50:00Z');
const MINUTE_MS = 60_000;

let platform: TestPlatform;
let office: Person;
let submitted: CaseSummary;

beforeAll(async () => {
  platform = await startPlatform({ clock: createVirtualClock(LATE_EVENING) });
  const enterprise = await platform.signIn('qiyuan');
  submitted = await submit(platform, enterprise);
  await decideAll(platform, enterprise, submitted);
  // Past half past midnight, when the day before is anchored.
  await platform.pass(45 * MINUTE_MS);
  office = await platform.signIn('office');
});
afterAll(() => platform.stop());

it('anchors the day that has ended, and an export of it is whole', async () => {
  const verifier = new AuditVerifier();
  for (let path: string | undefined = '/v1/audit/export?limit=3'; path; ) {
    const page = await office.page(path);
    for (const line of page.text.split('\n').filter((text) => text !== ''))
      expect(verifier.take(JSON.parse(line))).toBeUndefined();
    path = page.next;
  }
  expect(verifier.end()).toBeUndefined();
  expect(verifier.verdict(undefined)).toMatchObject({
    cases: 1,
    lastAnchor: { day: '2026-11-25', cases: 1 },
    entriesAfterLastAnchor: 0,
  });
});

it('lets the office check a day and a case', async () => {
  const check = async (path: string) => (await office.get<AuditVerification>(path)).body;
  expect(await check('/v1/audit/days/2026-11-25/verification')).toMatchObject({
    whole: true,
    anchor: { day: '2026-11-25' },
  });
  expect(await check(`/v1/cases/${submitted.caseId}/audit-verification`)).toMatchObject({ whole: true });
});
