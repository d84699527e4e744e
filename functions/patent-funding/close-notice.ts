import type { FundingDetail } from '../../workflows/patent-funding/contract.ts';
import type { CaseNotice, CaseObjection } from '../../workflows/patent-funding/money/progress.ts';
import { CloseNotice } from '../../workflows/patent-funding/money/steps.ts';
import type { Notice, Objection } from '../../workflows/patent-funding/notice/contract.ts';
import { noticeEnd } from '../../workflows/patent-funding/notice/rules/notice-end.ts';
import type { AskedQuestion } from '../../workflows/shared/desk-steps.ts';
import { localDateOf, localInstant } from '../../workflows/shared/working-days.ts';
import type { Deed } from '../shared/store/case-write.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';
import { askedOf, plannedTask, secondsUntil } from './money/planned-task.ts';
import { noticeOf } from './notice/notice-of.ts';
import { type FundingCase, readFundingUnderWay } from './store/funding-case.ts';
import { moneyRulesOn } from './store/money-rules.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';

type Next =
  | { caseId: string; next: 'await'; seconds: number }
  | { caseId: string; next: 'order' }
  | { caseId: string; next: 'decide'; question: AskedQuestion };

const ACTOR = { by: 'platform', step: 'CloseNotice' } as const;

/**
 * Ends the notice once its last working day is over. The notice is closed on condition of its version, which every objection raises: an
 * objection comes before and is decided, or after and is refused. An end that rested on an unpublished year is computed anew first.
 */
export async function closeNotice(
  { caseId }: { readonly caseId: string },
  services: MoneyServices,
): Promise<Next> {
  return untilFresh(async () => {
    const funding = await readFundingUnderWay(caseId, services);
    const { notice, objectionTask } = funding.detail.progress ?? {};
    if (notice === undefined) throw new Error(`${caseId} was never noticed`);
    if (notice.closedAt !== undefined) return afterwards(caseId, objectionTask, services.now());
    const firm = await withFirmEnd(funding, notice, services);
    const { endsAt } = firm.notice;
    if (Date.parse(endsAt) > services.now().getTime()) {
      return { caseId, next: 'await', seconds: secondsUntil(endsAt, services.now()) };
    }
    return close(firm.funding, firm.notice, services);
  });
}

function afterwards(
  caseId: string,
  planned: NonNullable<FundingDetail['progress']>['objectionTask'],
  now: Date,
): Next {
  if (planned === undefined) return { caseId, next: 'order' };
  return { caseId, next: 'decide', question: askedOf(planned, now) };
}

interface Noticed {
  readonly funding: FundingCase;
  readonly notice: CaseNotice;
}

/** A firm end stays; a provisional one moves with the calendar that was published since, in the notice and in the case. */
async function withFirmEnd(
  funding: FundingCase,
  read: CaseNotice,
  services: MoneyServices,
): Promise<Noticed> {
  if (!read.endsProvisional) return { funding, notice: read };
  const published = await noticeOf(funding, services);
  const end = noticeEnd(await services.calendars.read(), published.publishedAt, published.workingDays);
  if (end.endsAt === read.endsAt && end.endsProvisional) return { funding, notice: read };
  const { case: found, detail } = funding;
  const notice = { ...read, ...end };
  const deed: Deed = { kind: 'due-date-recomputed', at: localInstant(services.now()), actor: ACTOR };
  await services.commit([
    ...services.cases.change(
      found,
      { detail: { ...detail, progress: { ...detail.progress, notice } } },
      deed,
    ),
    services.notices.change(published, end),
  ]);
  return { funding: await readFundingUnderWay(found.caseId, services), notice };
}

async function close(funding: FundingCase, read: CaseNotice, services: MoneyServices): Promise<Next> {
  const { case: found, detail } = funding;
  const { caseId } = found;
  const notice = await noticeOf(funding, services);
  const raised = (await services.notices.objections(notice.noticeNumber)).map(caseObjection);
  const at = localInstant(services.now());
  const objectionTask = raised.length === 0 ? undefined : await plannedFor(caseId, notice, services);
  const progress = {
    ...detail.progress,
    notice: { ...read, closedAt: at },
    ...(objectionTask && { objections: raised, objectionTask }),
  };
  const { noticeNumber } = notice;
  await services.commit([
    ...services.cases.change(
      found,
      { detail: { ...detail, progress } },
      { kind: 'notice-closed', at, actor: ACTOR, details: { noticeNumber, objections: raised.length } },
    ),
    services.notices.change(notice, { state: 'CLOSED' }),
  ]);
  return afterwards(caseId, objectionTask, services.now());
}

function plannedFor(caseId: string, { departmentId }: Notice, services: MoneyServices) {
  const { promisedWorkingDays } = moneyRulesOn(localDateOf(services.now())).objections;
  return plannedTask({ caseId, name: 'objections', departmentId, promisedWorkingDays }, services);
}

function caseObjection({ objectionId, ground, text, numbers, receivedAt }: Objection): CaseObjection {
  return { objectionId, ground, text, numbers, receivedAt };
}

export const handler = task(CloseNotice, closeNotice, moneyServices);
