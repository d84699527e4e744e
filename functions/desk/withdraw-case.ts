import { type Case, CaseSummary } from '../../workflows/shared/case.ts';
import { WithdrawCase } from '../../workflows/shared/case-routes.ts';
import { mayHappen } from '../../workflows/shared/desk-transitions.ts';
import { procedureOf } from '../../workflows/shared/procedures.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError } from '../shared/errors.ts';
import { personOf } from '../shared/person-of.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { type ServicesWithMachines, servicesWithMachines } from '../shared/services-with-machines.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { closing, endTasks } from './relay/end-tasks.ts';

type Contract = typeof WithdrawCase;

/** As many as one transaction takes beside the case; what a larger case has more is closed right after it. */
const CLOSED_AT_ONCE = 20;

/**
 * Ends a case by its applicant's will, any time before the result: the case and its open tasks in one transaction, so that no
 * desk shows a task of a withdrawn case for a moment; then the machine is told. 409 with the present state once it is issued or
 * withdrawn. Decisions, planning and issue have the case's state in the condition of their own writes, so that exactly one of
 * them and the withdrawal wins.
 */
export async function withdrawCase(
  input: RouteInput<Contract>,
  services: ServicesWithMachines,
): Promise<RouteReply<Contract>> {
  const reply = await untilFresh(() => store(input, services));
  await endTasks(input.case.caseId, services);
  return reply;
}

async function store(
  { case: { caseId }, actor, idempotency }: RouteInput<Contract>,
  { cases, desk, outbox, commit, idempotency: markers, now }: ServicesWithMachines,
): Promise<RouteReply<Contract>> {
  const found = await cases.read(caseId);
  if (!found) throw new Error(`case ${caseId} is gone`);
  refuseOwnEnding(found);
  await refuseTooLate(found, { cases });
  const tasks = await desk.ofCase(caseId);
  const open = tasks.filter((task) => mayHappen('withdraw', task));
  const departmentIds = tasks.map(({ departmentId }) => departmentId);
  const at = localInstant(now());
  const withdrawn = cases.change(
    found,
    { status: 'WITHDRAWN', ...machineToEnd(found) },
    { kind: 'case-withdrawn', at, actor: personOf(actor) },
  );
  const reply: RouteReply<Contract> = {
    body: { ...CaseSummary.strip().parse(found), status: 'WITHDRAWN' },
    version: found.version + 1,
  };
  await commit([
    markers.remember(idempotency, reply, now()),
    ...withdrawn,
    ...(await closing(open.slice(0, CLOSED_AT_ONCE), { desk })),
    desk.markClosing(caseId),
    ...outbox.notify('case-withdrawn', found, at, { departmentIds }),
  ]);
  return reply;
}

/** @throws RefusedError 409 where the procedure ends its cases by a route of its own */
function refuseOwnEnding({ caseId, workflow, status }: Case): void {
  const { ownEnding } = procedureOf(workflow);
  if (!ownEnding) return;
  throw new RefusedError({ status: 409, code: 'ended-otherwise', ...ownEnding, present: { caseId, status } });
}

/** Its procedure may say that it is too late; the case's version holds what was read until the withdrawal is written. */
async function refuseTooLate(
  { caseId, workflow, status, version }: Case,
  { cases }: Pick<ServicesWithMachines, 'cases'>,
): Promise<void> {
  const { withdrawable } = procedureOf(workflow);
  if (!withdrawable || withdrawable(await cases.readDetail(caseId))) return;
  throw new RefusedError({
    status: 409,
    code: 'too-late-to-withdraw',
    zh: '办件目前所处的环节不允许撤回',
    en: 'The case is at a stage at which it cannot be withdrawn',
    present: { caseId, status, version },
  });
}

/** A case that failed has no machine that could undo what its procedure began: another attempt meets the withdrawal and does. */
const machineToEnd = ({ status, attempt }: Case) => (status === 'FAILED' ? { attempt: attempt + 1 } : {});

export const handler = route(WithdrawCase, withdrawCase, servicesWithMachines);
