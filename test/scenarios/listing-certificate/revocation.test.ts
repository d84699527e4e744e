import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../../../demo/person.ts';
import type { CaseView } from '../../../workflows/shared/case.ts';
import { startPlatform, type TestPlatform } from '../platform.ts';
import { credentialOf, issuedWithRecords, objectTo, seenByThePublic, timelineKinds } from './after-issue.ts';
import { decide, readCase } from './steps.ts';

const TAX = { uscc: '91500112LJDEM0017W', fieldId: 'tax' };
const GROUNDS = { reason: '申请材料不实（演示）', legalBasis: '演示条款' };

let platform: TestPlatform;
let enterprise: Person;
let office: Person;
let issued: CaseView;
let number: string;
let credential: string;

beforeAll(async () => {
  platform = await startPlatform({ schedules: false });
  enterprise = await platform.signIn('qiyuan');
  office = await platform.signIn('office');
  issued = await issuedWithRecords(platform, enterprise, ['tax']);
  number = String(issued.resultNumber);
  credential = await credentialOf(enterprise, issued);
});
afterAll(() => platform.stop());

it('takes a report back for everybody at once, even while it is disputed; the objection then changes nothing', async () => {
  const objection = await objectTo(platform, enterprise, { caseId: issued.caseId, number, ...TAX });

  await office.post(`/v1/cases/${issued.caseId}/revocation`, { number, ...GROUNDS });
  const seen = await seenByThePublic(platform, number, credential);
  expect(seen).toMatchObject({
    certificate: { status: 'revoked', revocation: { legalBasis: GROUNDS.legalBasis } },
    list: { revoked: true, message: 'revoked' },
  });
  expect(seen.page).toContain('已撤销');

  await decide(platform, { taskId: `${objection.caseId}.tax`, departmentId: 'tax' }, () => ({
    decisions: [{ ...TAX, outcome: 'upheld', reason: '演示', corrected: { finding: 'no-record' } }],
  }));
  await platform.settle();
  expect(await readCase(enterprise, objection)).toMatchObject({
    status: 'DECIDED',
    detail: { outcome: { verdict: 'upheld' } },
  });
  expect((await readCase(enterprise, issued)).resultNumber).toBe(number);
  expect((await seenByThePublic(platform, number, credential)).certificate.status).toBe('revoked');
  expect((await timelineKinds(enterprise, issued)).slice(-3)).toEqual([
    'objection-raised',
    'result-revoked',
    'objection-upheld',
  ]);
});

it('is no way back: nobody revokes, disputes or revives what is revoked', async () => {
  await expect(
    office.post(`/v1/cases/${issued.caseId}/revocation`, { number, ...GROUNDS }),
  ).rejects.toMatchObject({ problem: { status: 409, present: { status: 'revoked' } } });
  await expect(
    objectTo(platform, enterprise, { caseId: issued.caseId, number, ...TAX }),
  ).rejects.toMatchObject({ problem: { status: 409, present: { status: 'revoked' } } });
});
