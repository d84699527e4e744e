import { type Case, CaseSummary, standingFailure } from '../../workflows/shared/case.ts';
import { ResumeCase } from '../../workflows/shared/case-routes.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import { beginExecution } from '../shared/begin-execution.ts';
import type { RouteInput } from '../shared/door.ts';
import { personOf } from '../shared/person-of.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { type ServicesWithMachines, servicesWithMachines } from '../shared/services-with-machines.ts';
import { untilFresh } from '../shared/store/stale-read.ts';

type Contract = typeof ResumeCase;

/**
 * Lets a case that failed go on by a new execution. Every step finds what it did before, so that answers given are kept and
 * nobody is asked twice. A withdrawn case whose machine broke stays withdrawn: its new execution undoes what is left. 409 unless
 * its present attempt failed.
 */
export async function resumeCase(
  input: RouteInput<Contract>,
  services: ServicesWithMachines,
): Promise<RouteReply<Contract>> {
  const { reply, start } = await untilFresh(() => store(input, services));
  await beginExecution(start, services);
  return reply;
}

async function store(
  { case: { caseId, workflow }, actor, idempotency }: RouteInput<Contract>,
  { cases, commit, idempotency: markers, now }: ServicesWithMachines,
) {
  const found = await cases.read(caseId);
  if (!found) throw new Error(`case ${caseId} is gone`);
  const attempt = found.attempt + 1;
  const status = followingStatus(found);
  const resumed = cases.change(
    found,
    { ...status, attempt },
    {
      kind: 'case-resumed',
      at: localInstant(now()),
      actor: personOf(actor),
      details: { attempt },
    },
  );
  const reply: RouteReply<Contract> = {
    body: { ...CaseSummary.strip().parse(found), ...status },
    version: found.version + 1,
  };
  await commit([markers.remember(idempotency, reply, now()), ...resumed]);
  return { reply, start: { caseId, workflow, attempt } };
}

/** None where it stays withdrawn; every other case goes back under review, if its status allows it. */
const followingStatus = (found: Case) =>
  found.status === 'WITHDRAWN' && standingFailure(found) ? {} : { status: 'IN_REVIEW' as const };

export const handler = route(ResumeCase, resumeCase, servicesWithMachines);
