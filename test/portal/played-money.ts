import { portfolioOf } from '../../demo/patents/portfolio.ts';
import { connectInstitution } from '../../tools/bank-simulator/institution.ts';
import type { Programme } from '../../workflows/patent-funding/programme.ts';
import type { CaseSummary } from '../../workflows/shared/case.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import { product } from '../functions/financing-demand/financing-world.ts';
import { demandOf } from '../scenarios/financing-demand/demand-of.ts';
import { answer, readFunding } from '../scenarios/patent-funding/money-steps.ts';
import { application, apply, review } from '../scenarios/patent-funding/steps.ts';
import type { TestPlatform } from '../scenarios/platform.ts';
import { playedRecovery } from './played-recovery.ts';

const PRODUCTS = '/v1/institutions/me/products';
const PROGRAMME = '/v1/patent-funding/programmes/patent-grant-support';

/** Money in every place worth looking at: a grant under notice with an objection, one paid and asked back, demands with and without offers. */
export async function playedMoney(platform: TestPlatform) {
  const recovery = await playedRecovery(platform);
  const funding = await noticedFunding(platform);
  const noticeNumber = await noticeNumberOf(platform, funding);
  await objected(platform, noticeNumber);
  await draftedProgramme(platform);
  const endpoint = await connectInstitution(await platform.signIn('bank-one'), {
    now: () => new Date(platform.runtime.clock.now()),
  });
  const demand = await offeredDemand(platform);
  const freshDemandId = await anonymousDemand(platform);
  const preExaminationId = await passedPreExamination(platform);
  await endpoint.stop();
  return {
    ...recovery,
    fundingId: funding.caseId,
    noticeNumber,
    demandId: demand.caseId,
    freshDemandId,
    preExaminationId,
    month: localDateOf(new Date(platform.runtime.clock.now())).slice(0, 7),
  };
}

/** Applied for and approved: three patents, which the public reads of now. */
export async function noticedFunding(platform: TestPlatform): Promise<CaseSummary> {
  const portfolio = portfolioOf(application().applicant.name, 7_000_000, 3);
  const officer = await platform.signIn('ip-officer');
  await officer.post('/v1/patent-register/records', { records: portfolio.records });
  const submitted = await apply(platform, await platform.signIn('qiyuan'), { patents: portfolio.patents });
  await review(platform, submitted, { outcome: 'approved', excluded: [] });
  return submitted;
}

/** The number of the notice of a case. */
export async function noticeNumberOf(platform: TestPlatform, submitted: CaseSummary): Promise<string> {
  const { detail } = await readFunding(await platform.signIn('office'), submitted);
  return detail.progress?.notice?.noticeNumber ?? '';
}

/** Anybody objects to a notice. */
async function objected(platform: TestPlatform, number: string): Promise<void> {
  const reply = await fetch(`${platform.origin}/v1/notices/${number}/objections`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `objection-to-${number}` },
    body: JSON.stringify({
      contact: { name: '王五（虚构）', phone: '023-61111111' },
      ground: 'false-statement',
      text: '票据与实际缴费不符（演示）',
      evidence: [{ title: '缴费记录（演示）', excerpt: '登记缴费低于申报（演示）' }],
    }),
  });
  if (!reply.ok) throw new Error(await reply.text());
}

/** A second version of the programme, which gives more and begins in a month. */
async function draftedProgramme(platform: TestPlatform): Promise<void> {
  const office = await platform.signIn('office');
  const { body } = await office.get<{ items: Programme[] }>('/v1/patent-funding/programmes');
  const [present] = body.items;
  const effectiveOn = new Date(platform.runtime.clock.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await office.put(`${PROGRAMME}/versions/draft-2`, {
    ...present,
    version: 'draft-2',
    effectiveOn,
    source: '演示草稿（虚构）',
    enterpriseYearCapFen: 20_000_000,
    amounts: [
      { kind: 'invention', amountFen: 600_000 },
      { kind: 'utility-model', amountFen: 80_000 },
    ],
  });
}

/** An urgent demand to which two banks have answered with offers. */
export async function offeredDemand(platform: TestPlatform): Promise<CaseSummary> {
  const bankers = await Promise.all(['bank-one', 'bank-two'].map((name) => platform.signIn(name)));
  for (const banker of bankers) {
    const { etag } = await banker.get(PRODUCTS);
    await banker.put(PRODUCTS, { products: [product()] }, { etag });
  }
  const enterprise = await platform.signIn('qiyuan');
  const wanted = demandOf(platform, { urgent: true });
  const { body } = await enterprise.post<CaseSummary>('/v1/financing-demands', {
    ...wanted,
    consent: {
      ...wanted.consent,
      grants: wanted.consent.grants.map((grant) => ({
        ...grant,
        grantee: { kind: 'class', class: 'bank' },
      })),
    },
  });
  await platform.settle();
  const validUntilOn = new Date(platform.runtime.clock.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  for (const [index, banker] of bankers.entries()) {
    await banker.post(`/v1/institutions/me/answers/${body.caseId}`, {
      kind: 'offer',
      amountFen: 300_000_000,
      termMonths: 12,
      validUntilOn,
      rateBasisPoints: 395 + 25 * index,
    });
  }
  await platform.settle();
  return body;
}

/** A demand whose enterprise shows its name to nobody yet; a bank asks for it. */
async function anonymousDemand(platform: TestPlatform): Promise<string> {
  const wanted = demandOf(platform, { urgent: true, purpose: '购置检测设备（演示）' });
  const { body } = await (await platform.signIn('qiyuan')).post<CaseSummary>('/v1/financing-demands', {
    ...wanted,
    disclosure: 'anonymous-first',
    consent: {
      ...wanted.consent,
      grants: wanted.consent.grants.map((grant) => ({ ...grant, dataGroups: ['identity', 'tax', 'ladder'] })),
    },
  });
  await platform.settle();
  const banker = await platform.signIn('bank-one');
  await banker.post(`/v1/institutions/me/demands/${body.caseId}/identity-requests`, {});
  return body.caseId;
}

/** A filing that passed before it was made, with its certificate. */
async function passedPreExamination(platform: TestPlatform): Promise<string> {
  const { applicant, contact } = application();
  const { body } = await (await platform.signIn('qiyuan')).post<CaseSummary>('/v1/pre-examinations', {
    applicant,
    contact,
    title: '一种示范关节（虚构）',
    kind: 'invention',
    industryId: 'robots',
    ipc: ['B25J17/00'],
  });
  await platform.settle();
  await answer(platform, 'ip-officer', `${body.caseId}.examination`, { outcome: 'passed' });
  return body.caseId;
}
