import { found } from '../../demo/expectation.ts';
import { portfolioOf } from '../../demo/patents/portfolio.ts';
import type { CaseSummary } from '../../workflows/shared/case.ts';
import { submit } from '../scenarios/listing-certificate/steps.ts';
import { application, apply, review } from '../scenarios/patent-funding/steps.ts';
import { demonstration, type TestPlatform } from '../scenarios/platform.ts';
import { noticeNumberOf } from './played-money.ts';

interface Enterprises {
  readonly enterprises: readonly { readonly id: string; readonly uscc: string; readonly name: string }[];
}

/** A grant under notice, to be paid when it has ended. */
export async function playedGrant(platform: TestPlatform): Promise<{ orderedId: string }> {
  const submitted = await applied(platform, 'yunhe', 7_200_000, 3);
  await review(platform, submitted, { outcome: 'approved', excluded: [] });
  return { orderedId: submitted.caseId };
}

/** A grant under notice now: anybody may object still. */
export async function playedNotice(platform: TestPlatform): Promise<{ openNoticeNumber: string }> {
  const submitted = await applied(platform, 'yunhe', 7_600_000, 3);
  await review(platform, submitted, { outcome: 'approved', excluded: [] });
  return { openNoticeNumber: await noticeNumberOf(platform, submitted) };
}

/** What lies on desks: an application to review, a filing to examine, a question to which the register knows something. */
export async function playedDesks(platform: TestPlatform) {
  const inReview = await applied(platform, 'qingfeng', 7_400_000, 5);
  const examinationId = await registered(platform);
  const purpose = { kind: 'refinancing', board: 'sse-star' } as const;
  const known = await submit(platform, await platform.signIn('qiyuan'), { purpose });
  return { inReviewId: inReview.caseId, examinationId, knownTaskId: `${known.caseId}.tax` };
}

function enterpriseOf(id: string) {
  const { enterprises } = demonstration<Enterprises>('enterprises.json');
  const { uscc, name } = found(
    id,
    enterprises.find((one) => one.id === id),
  );
  return { uscc, name };
}

/** Patents that the registry knows; the fourth as somebody else's. */
async function applied(platform: TestPlatform, id: string, from: number, count: number) {
  const applicant = enterpriseOf(id);
  const { patents, records } = portfolioOf(applicant.name, from, count);
  const known = records.map((record, index) =>
    index === 3 ? { ...record, patentees: ['上海示范企业（虚构）'] } : record,
  );
  await (await platform.signIn('ip-officer')).post('/v1/patent-register/records', { records: known });
  const account = { ...application().account, holder: applicant.name };
  return apply(platform, await platform.signIn(id), { applicant, account, patents });
}

/** A filing that waits for its examination. */
async function registered(platform: TestPlatform): Promise<string> {
  const { body } = await (await platform.signIn('lanxin')).post<CaseSummary>('/v1/pre-examinations', {
    applicant: enterpriseOf('lanxin'),
    contact: application().contact,
    title: '一种示范芯片封装方法（虚构）',
    kind: 'invention',
    industryId: 'integrated-circuits',
    ipc: ['H01L21/02'],
  });
  await platform.settle();
  return body.caseId;
}
