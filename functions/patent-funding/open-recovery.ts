import type { FundingDetail, PatentRow } from '../../workflows/patent-funding/contract.ts';
import type { RecoveryDetail, RecoveryRequest } from '../../workflows/patent-funding/recovery/contract.ts';
import { recoverable } from '../../workflows/patent-funding/recovery/recoverable.ts';
import { OpenRecovery } from '../../workflows/patent-funding/recovery/routes.ts';
import { localDateOf, localInstant } from '../../workflows/shared/working-days.ts';
import { beginExecution } from '../shared/begin-execution.ts';
import { caseIdOf } from '../shared/case-id.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError, refusedForFaults, TransientError } from '../shared/errors.ts';
import { newCase } from '../shared/new-case.ts';
import { personOf } from '../shared/person-of.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { programmeToday } from './money/account.ts';
import { plannedTask } from './money/planned-task.ts';
import { RegistryUnreachableError } from './registry/patent-registry.ts';
import { type FundingCase, readFundingCase } from './store/funding-case.ts';
import { moneyRulesOn } from './store/money-rules.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';

const WORKFLOW = 'patent-recovery';
type Contract = typeof OpenRecovery;
type Input = RouteInput<Contract>;

/**
 * Asks back what was paid for patents that the registry lists as abnormal now, each once. The recovery is a case of its own, linked with
 * the paid one in the same transaction; its machine starts after it.
 * @throws RefusedError 409 where nothing was paid; 403 for a department that does not review; 422 faults
 */
export async function openRecovery(input: Input, services: MoneyServices): Promise<RouteReply<Contract>> {
  const { idempotency, case: paid } = input;
  const recoveryId = caseIdOf('pr', idempotency, localDateOf(services.now()));
  const reply = await untilFresh(() => store(input, paid.caseId, recoveryId, services));
  await beginExecution({ caseId: recoveryId, workflow: WORKFLOW, attempt: 1 }, services);
  return reply;
}

async function store(input: Input, caseId: string, recoveryId: string, services: MoneyServices) {
  const { actor, body, idempotency } = input;
  const funding = await paidCase(caseId, services);
  const { case: read, detail } = funding;
  await refuseUnlessReviewer(input, detail, services);
  const rows = await services.applications.read(caseId);
  const registered = await asRegistered(rows, services);
  const taken = detail.progress?.recoveries?.flatMap(({ numbers }) => numbers) ?? [];
  const judged = recoverable(body.numbers, { rows, registered, taken });
  if (!judged.ok) throw refusedForFaults(judged.faults);

  const at = localInstant(services.now());
  const recovery = await recoveryDetail(recoveryId, funding, judged.value, body, services);
  const { applicant } = detail;
  const { documentNumber, amountFen } = recovery;
  const numbers = recovery.patents.map(({ number }) => number);
  const details = { funding: recovery.funding, documentNumber, amountFen, numbers };
  const opening = {
    caseId: recoveryId,
    workflow: WORKFLOW,
    prefix: 'PR',
    applicant,
    actor,
    at,
    detail: recovery,
  };
  const { summary, writes } = await newCase({ ...opening, details }, services);
  const reply: RouteReply<Contract> = { body: summary, location: `/v1/cases/${recoveryId}` };
  const link = { caseId: recoveryId, caseNumber: summary.caseNumber, numbers };
  const progress = { ...detail.progress, recoveries: [...(detail.progress?.recoveries ?? []), link] };
  await services.commit([
    services.idempotency.remember(idempotency, reply, services.now()),
    ...writes,
    ...services.cases.change(
      read,
      { detail: { ...detail, progress } },
      {
        kind: 'recovery-opened',
        at,
        actor: personOf(actor),
        details: {
          recovery: { caseId: recoveryId, caseNumber: summary.caseNumber },
          documentNumber,
          amountFen,
        },
      },
    ),
  ]);
  return reply;
}

/** @throws TransientError where the registry does not answer: nothing is asked back without it */
async function asRegistered(rows: readonly PatentRow[], { registry }: MoneyServices) {
  try {
    return await registry.find(rows.map(({ number }) => number));
  } catch (error) {
    if (!(error instanceof RegistryUnreachableError)) throw error;
    throw new TransientError('The registry of patents does not answer', { cause: error });
  }
}

async function recoveryDetail(
  recoveryId: string,
  { case: { caseId, caseNumber, resultNumber = '' }, detail }: FundingCase,
  paid: readonly PatentRow[],
  { documentNumber, reason }: RecoveryRequest,
  services: MoneyServices,
): Promise<RecoveryDetail> {
  const { programmeId, contact } = detail;
  const { paymentDepartmentId: departmentId } = await programmeToday(programmeId, services);
  const { repaymentWorkingDays: promisedWorkingDays } = moneyRulesOn(localDateOf(services.now())).recovery;
  const patents = paid.map(({ number, amountFen = 0 }) => ({ number, amountFen }));
  return {
    funding: { caseId, caseNumber, orderNumber: resultNumber },
    programmeId,
    contact,
    patents,
    amountFen: patents.reduce((sum, { amountFen }) => sum + amountFen, 0),
    documentNumber,
    reason,
    task: await plannedTask(
      { caseId: recoveryId, name: 'repayment', departmentId, promisedWorkingDays },
      services,
    ),
  };
}

async function paidCase(caseId: string, services: MoneyServices): Promise<FundingCase> {
  const found = await services.cases.read(caseId);
  const funding = found?.workflow === 'patent-funding' ? await readFundingCase(caseId, services) : undefined;
  if (funding?.detail.progress?.payment?.state === 'PAID') return funding;
  throw new RefusedError({
    status: 409,
    code: 'nothing-paid',
    zh: '该办件没有已拨付的资助',
    en: 'Nothing was paid for this case',
    present: { caseId, status: found?.status },
  });
}

async function refuseUnlessReviewer(
  { actor }: Input,
  { programmeId }: FundingDetail,
  services: MoneyServices,
) {
  const { reviewDepartmentId } = await programmeToday(programmeId, services);
  if (actor.organisationKind === 'office' || actor.organisationId === reviewDepartmentId) return;
  throw new RefusedError({
    status: 403,
    code: 'not-the-reviewer',
    zh: '追回由审核单位或办公室启动',
    en: 'A recovery is opened by the reviewing department or the office',
  });
}

export const handler = route(OpenRecovery, openRecovery, moneyServices);
