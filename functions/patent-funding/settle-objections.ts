import type { CaseObjection } from '../../workflows/patent-funding/money/progress.ts';
import { SettleObjections } from '../../workflows/patent-funding/money/steps.ts';
import type { ObjectionOutcome } from '../../workflows/patent-funding/notice/contract.ts';
import {
  objectionOutcomes,
  struckByObjections,
} from '../../workflows/patent-funding/notice/rules/objection-outcomes.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { task } from '../shared/task.ts';
import { releaseStruck } from './money/release-struck.ts';
import { strikeOut } from './money/strike-out.ts';
import { noticeOf } from './notice/notice-of.ts';
import { type FundingCase, readFundingUnderWay } from './store/funding-case.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';

type Next = { caseId: string; next: 'order' | 'end' };

const ACTOR = { by: 'platform', step: 'SettleObjections' } as const;

/**
 * What came of the objections: patents for which one was upheld leave the grant, the rest goes on. One that the office closed
 * unanswered counts as upheld: nothing is paid over an objection that nobody refuted. A second run finds the same.
 */
export async function settleObjections(
  { caseId }: { readonly caseId: string },
  services: MoneyServices,
): Promise<Next> {
  const next = await untilFresh(() => settleOnce(caseId, services));
  await releaseStruck(caseId, services);
  return { caseId, next };
}

async function settleOnce(caseId: string, services: MoneyServices): Promise<Next['next']> {
  const funding = await readFundingUnderWay(caseId, services);
  const notice = await noticeOf(funding, services);
  if (Object.keys(notice.outcomes).length > 0) {
    return funding.detail.outcome?.end === 'objection-upheld' ? 'end' : 'order';
  }
  const { objections, outcomes } = await decided(funding, services);
  const struck = struckByObjections(objections, outcomes, funding.detail.grant?.patents ?? []);
  const at = localInstant(services.now());
  const left = await strikeOut(
    funding,
    struck,
    { at, actor: ACTOR, reason: '异议成立 / Objection upheld' },
    services,
  );
  const outcome = { end: 'objection-upheld' as const, reasons: [...struck.values()] };
  await services.commit([
    ...services.cases.change(
      funding.case,
      { detail: { ...left.detail, ...(left.nothingLeft && { outcome }) } },
      {
        kind: struck.size > 0 ? 'notice-objection-upheld' : 'notice-objection-rejected',
        at,
        actor: ACTOR,
        details: {
          noticeNumber: notice.noticeNumber,
          outcomes: verdicts(outcomes),
          struckOut: [...struck.keys()],
        },
      },
    ),
    ...left.writes,
    services.notices.change(notice, { outcomes, struckOut: [...notice.struckOut, ...struck.keys()] }),
  ]);
  return left.nothingLeft ? 'end' : 'order';
}

interface Decided {
  readonly objections: readonly CaseObjection[];
  readonly outcomes: Record<string, ObjectionOutcome>;
}

async function decided({ case: { caseId }, detail }: FundingCase, { desk }: MoneyServices): Promise<Decided> {
  const { objections = [], objectionTask } = detail.progress ?? {};
  const read = objectionTask && (await desk.read(objectionTask.taskId));
  if (read === undefined) throw new Error(`the objections to ${caseId} were never put`);
  return { objections, outcomes: objectionOutcomes(read, objections) };
}

function verdicts(outcomes: Decided['outcomes']): Record<string, string> {
  return Object.fromEntries(Object.entries(outcomes).map(([id, { outcome }]) => [id, outcome]));
}

export const handler = task(SettleObjections, settleObjections, moneyServices);
