import { found } from '../../demo/expectation.ts';
import { portfolioOf } from '../../demo/patents/portfolio.ts';
import type { CaseSummary } from '../../workflows/shared/case.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import { answer, readFunding } from '../scenarios/patent-funding/money-steps.ts';
import { application, apply, review } from '../scenarios/patent-funding/steps.ts';
import type { TestPlatform } from '../scenarios/platform.ts';
import { letPass } from './played-cases.ts';

const RECORDS = '/v1/patent-register/records';

/** A grant that was paid after its notice; one of its patents was found abnormal, and what was paid for it is asked back. */
export async function playedRecovery(platform: TestPlatform) {
  const { records, patents } = portfolioOf(application().applicant.name, 9_000_000, 3);
  await (await platform.signIn('ip-officer')).post(RECORDS, { records });
  const { caseId } = await apply(platform, await platform.signIn('qiyuan'), { patents });
  await review(platform, { caseId }, { outcome: 'approved', excluded: [] });
  // The notice lasts five working days.
  await letPass(platform, 'P11D');
  await pay(platform, caseId);
  const record = found('a record', records[0]);
  const officer = await platform.signIn('ip-officer');
  const abnormal = { listedOn: today(platform), list: '演示名单（虚构）' };
  await officer.post(RECORDS, { records: [{ ...record, abnormal }] });
  const { body } = await officer.post<CaseSummary>(`/v1/cases/${caseId}/recoveries`, {
    numbers: [record.number],
    documentNumber: '演示认定〔2026〕1号',
    reason: '认定为非正常申请（演示）',
  });
  await platform.settle();
  return { paidId: caseId, recoveryId: body.caseId };
}

/** Finance confirms the order. */
async function pay(platform: TestPlatform, caseId: string): Promise<void> {
  const { detail } = await readFunding(await platform.signIn('qiyuan'), { caseId });
  const { orderNumber, amountFen, task } = found('an order', detail.progress?.payment);
  const paidOn = today(platform);
  const paid = { outcome: 'confirmed', orderNumber, amountFen, paidOn, bankReference: '演示凭证1' };
  await answer(platform, 'finance-officer', task.taskId, paid);
}

const today = ({ runtime }: TestPlatform) => localDateOf(new Date(runtime.clock.now()));
