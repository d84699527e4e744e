import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../demo/person.ts';
import { verifyCredential } from '../../../demo/verification.ts';
import type { FundingDetail } from '../../../workflows/patent-funding/contract.ts';
import type { CaseSummary, CaseView } from '../../../workflows/shared/case.ts';
import { startPlatform, type TestPlatform } from '../platform.ts';
import { application, apply, loadRegister, patentsOf, review } from './steps.ts';

let platform: TestPlatform;
let enterprise: Person;

beforeAll(async () => {
  platform = await startPlatform({ schedules: false });
  enterprise = await platform.signIn('qiyuan');
  await loadRegister(platform);
});
afterAll(() => platform.stop());

const read = async ({ caseId }: CaseSummary) => {
  const { body } = await enterprise.get<CaseView>(`/v1/cases/${caseId}`);
  return { ...body, detail: body.detail as FundingDetail };
};

describe('an application for the funding of patents', () => {
  let submitted: CaseSummary;

  it('goes on with the good patents and tells every failed rule of the others', async () => {
    submitted = await apply(platform, enterprise);
    const failed = (await patentsOf(enterprise, submitted)).map(({ failed: rules }) =>
      rules?.map(({ ruleId }) => ruleId),
    );
    expect(failed).toEqual([
      [],
      [],
      ['co-owners-waive'],
      ['granted-in-window'],
      ['address-in-area'],
      ['not-abnormal'],
      ['kind-funded'],
    ]);
  });

  it('is in the fast lane with its reason, and put to the IP centre', async () => {
    const { status, detail, tasks } = await read(submitted);
    expect(status).toBe('IN_REVIEW');
    expect(detail.lane).toMatchObject({ lane: 'fast', promisedWorkingDays: 3 });
    // 2,200 yuan: 3,500 yuan of fees by half are 1,750, and half of 1,000.01 yuan is rounded down to 500.00.
    expect(detail.grant?.patents.map(({ amountFen }) => amountFen)).toEqual([175_000, 50_000]);
    expect(tasks.map(({ departmentId, status: state }) => [departmentId, state])).toEqual([
      ['ip-centre', 'OPEN'],
    ]);
  });

  it('cannot be claimed by a second one while the first is under way', async () => {
    const second = await apply(platform, enterprise, { patents: application().patents.slice(0, 1) });
    expect(await read(second)).toMatchObject({
      status: 'DECIDED',
      detail: { outcome: { end: 'not-accepted' } },
    });
    const [patent] = await patentsOf(enterprise, second);
    expect(patent?.failed).toMatchObject([
      { ruleId: 'not-funded-before', zh: expect.stringContaining('重庆＊＊') },
    ]);
  });

  it('is given back whole when the review refuses it, and may come again', async () => {
    await review(platform, submitted, { outcome: 'refused', reason: '材料不符' });
    expect(await read(submitted)).toMatchObject({
      status: 'DECIDED',
      detail: { outcome: { end: 'refused' } },
    });
    const again = await apply(platform, enterprise);
    expect((await read(again)).detail.grant?.amountFen).toBe(225_000);
    await enterprise.post(`/v1/cases/${again.caseId}/withdrawal`, {});
    await platform.settle();
    const third = await apply(platform, enterprise);
    const [, fixture] = (await read(third)).detail.grant?.patents ?? [];
    await review(platform, third, {
      outcome: 'approved',
      excluded: [{ number: fixture?.number ?? '', reason: '与另一专利重复' }],
    });
    expect((await read(third)).detail).toMatchObject({ outcome: { end: 'approved' }, amountFen: 175_000 });
  });
});

it('a filing is examined beforehand, on a machine of its own, and ends with a pass certificate', async () => {
  const { applicant, contact } = application();
  const { body: registered } = await enterprise.post<CaseSummary>('/v1/pre-examinations', {
    applicant,
    contact,
    title: '一种示范关节（虚构）',
    kind: 'invention',
    industryId: 'robots',
    ipc: ['B25J17/00'],
  });
  await platform.settle();
  const officer = await platform.signIn('ip-officer');
  const taskPath = `/v1/desk/tasks/${registered.caseId}.examination`;
  const { etag } = await officer.get(taskPath);
  await officer.post(`${taskPath}/decision`, { answer: { outcome: 'passed' } }, { etag });
  await platform.settle();
  const { body } = await enterprise.get<CaseView>(`/v1/cases/${registered.caseId}`);
  expect(body).toMatchObject({ status: 'ISSUED', resultNumber: expect.stringMatching(/^LJYS-/) });
  const path = `/v1/cases/${registered.caseId}/pass-certificate/credential`;
  const credential = (await enterprise.download(path)).content.toString();
  expect((await verifyCredential(platform.origin, credential)).header).toMatchObject({ cty: 'vc' });
  for (const reader of [officer, await platform.signIn('office')])
    expect((await reader.download(path)).content.toString()).toBe(credential);
  await expect((await platform.signIn('lanxin')).download(path)).rejects.toThrow('403');
});
