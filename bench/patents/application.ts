import { portfolioOf } from '../../demo/patents/portfolio.ts';
import { Person } from '../../demo/person.ts';
import { PlatformClock } from '../../demo/platform-clock.ts';
import { demonstrationData } from '../../demo/seed.ts';
import type { LocalRuntime } from '../../local/runtime.ts';
import type { FundingApplication, FundingDetail } from '../../workflows/patent-funding/contract.ts';
import type { CaseSummary, CaseView } from '../../workflows/shared/case.ts';
import type { DeskTask } from '../../workflows/shared/desk-task.ts';

/** Patents of every run are others: each is funded once for ever. */
let serial = Math.floor(Math.random() * 800_000) * 10;

/** So little that a hundred applications stay below the enterprise's cap of the year. */
const FEES_FEN = 400;

/** One application of so many patents from the submission to the confirmed payment, on a platform with a virtual clock. */
export async function playApplication(runtime: LocalRuntime, patentCount: number): Promise<void> {
  const clock = await PlatformClock.of(runtime.origin);
  const as = (username: string) => Person.signIn(runtime.origin, username);
  const sample = demonstrationData<FundingApplication>('patent-application.json');
  const { patents, records } = portfolioOf(sample.applicant.name, serial, patentCount);
  serial += patentCount;
  const load = await as('ip-officer');
  // The loader takes 2,000 records; a request holds 4 MB.
  await load.post('/v1/patent-register/records', { records });
  const { body } = await (await as('qiyuan')).post<CaseSummary>('/v1/patent-funding/applications', {
    ...sample,
    patents: patents.map((patent) => ({ ...patent, feesFen: FEES_FEN })),
  });
  await clock.settle();
  await answer(`${body.caseId}.review`, 'ip-officer', () => ({ outcome: 'approved', excluded: [] }));
  const read = async () => (await (await as('qiyuan')).get<CaseView>(`/v1/cases/${body.caseId}`)).body;
  const progress = async () => ((await read()).detail as FundingDetail).progress;
  const endsAt = (await progress())?.notice?.endsAt;
  if (endsAt === undefined) throw new Error(`${body.caseId} has no notice`);
  // What is scheduled every minute rests for the days of the notice; where schedules run, each is made up for once.
  await clock.until(new Date(Date.parse(endsAt) + 2000));
  const payment = (await progress())?.payment;
  if (payment === undefined) throw new Error(`${body.caseId} has no order`);
  const { orderNumber, amountFen, orderedAt } = payment;
  await answer(payment.task.taskId, 'finance-officer', () => ({
    outcome: 'confirmed',
    orderNumber,
    amountFen,
    paidOn: orderedAt.slice(0, 10),
    bankReference: '压测凭证',
  }));
  const { status } = await read();
  if (status !== 'DECIDED') throw new Error(`${body.caseId} is ${status}`);

  async function answer(taskId: string, username: string, given: () => unknown): Promise<void> {
    const officer = await as(username);
    const path = `/v1/desk/tasks/${taskId}`;
    const { etag } = await officer.get<DeskTask>(path);
    await officer.post(`${path}/decision`, { answer: given() }, { etag });
    await clock.settle();
  }
}
