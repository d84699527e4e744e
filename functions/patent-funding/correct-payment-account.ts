import { CorrectPaymentAccount } from '../../workflows/patent-funding/payment/routes.ts';
import { accountFaults } from '../../workflows/patent-funding/payment/rules/account-faults.ts';
import { type Case, CaseSummary } from '../../workflows/shared/case.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError, refusedForFaults } from '../shared/errors.ts';
import { personOf } from '../shared/person-of.ts';
import { changedMeanwhile } from '../shared/request-headers.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { StaleReadError } from '../shared/store/stale-read.ts';
import { wake } from '../shared/wake.ts';
import { CORRECTION_WAIT } from './payment/correction-wait.ts';
import { type FundingCase, findFundingCase } from './store/funding-case.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';

type Contract = typeof CorrectPaymentAccount;

/**
 * The applicant's other account, once for each order that finance returned and until its time is over; then the machine orders again.
 * @throws RefusedError 422 faults; 409 where nothing was returned or the time is over; 412
 */
export async function correctPaymentAccount(
  { case: reached, actor, body, ifMatch }: RouteInput<Contract>,
  services: MoneyServices,
): Promise<RouteReply<Contract>> {
  const { caseId } = reached;
  const funding = await findFundingCase(caseId, services);
  if (funding === undefined) throw nothingToCorrect(reached);
  const { case: read, detail } = funding;
  if (read.version !== ifMatch) throw changedMeanwhile({ caseId, version: read.version });
  const payment = detail.progress?.payment;
  const returned = openReturn(funding, services.now());
  if (payment === undefined || returned === undefined) throw nothingToCorrect(read);
  const faults = accountFaults(body.account, detail.applicant, detail.account);
  if (faults.length > 0) throw refusedForFaults(faults);
  const at = localInstant(services.now());
  const progress = {
    ...detail.progress,
    payment: { ...payment, returned: { ...returned, correctedAt: at } },
  };
  const { orderNumber } = payment;
  try {
    await services.commit([
      ...services.cases.change(
        read,
        { detail: { ...detail, account: body.account, progress } },
        { kind: 'payment-account-corrected', at, actor: personOf(actor), details: { orderNumber } },
      ),
      services.desk.waits.mark({ caseId, name: CORRECTION_WAIT }),
    ]);
  } catch (error) {
    if (error instanceof StaleReadError) throw changedMeanwhile({ caseId });
    throw error;
  }
  await wake({ caseId, name: CORRECTION_WAIT }, services);
  return { body: CaseSummary.strip().parse(read), version: read.version + 1 };
}

/** What finance returned, while the applicant may still correct it. */
function openReturn({ case: { status }, detail }: FundingCase, now: Date) {
  const { payment } = detail.progress ?? {};
  if (status !== 'IN_REVIEW' || payment?.state !== 'RETURNED') return undefined;
  const { returned } = payment;
  if (returned === undefined || returned.correctedAt !== undefined) return undefined;
  return now.getTime() < Date.parse(returned.correctBy) ? returned : undefined;
}

function nothingToCorrect({ caseId, status, version }: Case): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'nothing-to-correct',
    zh: '当前没有被退回待更正的账户，或更正期限已过',
    en: 'No account is waiting to be corrected, or the time for it is over',
    present: { caseId, status, version },
  });
}

export const handler = route(CorrectPaymentAccount, correctPaymentAccount, moneyServices);
