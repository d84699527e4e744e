import type { DemandDetail, DemandSubmission } from '../../workflows/financing-demand/contract.ts';
import { SubmitFinancingDemand } from '../../workflows/financing-demand/routes.ts';
import { judgeDemand } from '../../workflows/financing-demand/rules/demand-faults.ts';
import type { FinancingRules } from '../../workflows/financing-demand/rules/financing-rules.ts';
import { localDateOf, localInstant } from '../../workflows/shared/working-days.ts';
import { beginExecution } from '../shared/begin-execution.ts';
import { caseIdOf } from '../shared/case-id.ts';
import type { RouteInput } from '../shared/door.ts';
import { refusedForFaults } from '../shared/errors.ts';
import { newCase } from '../shared/new-case.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { type ServicesWithMachines, servicesWithMachines } from '../shared/services-with-machines.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { financingRules } from './store/financing-rules.ts';

const WORKFLOW = 'financing-demand';
type Contract = typeof SubmitFinancingDemand;

/**
 * Accepts a demand, or refuses it with everything that is wrong. Nothing leaves yet: the machine, which starts after the transaction,
 * chooses the institutions. @throws RefusedError 422 faults
 */
export async function submitFinancingDemand(
  input: RouteInput<Contract>,
  services: ServicesWithMachines,
): Promise<RouteReply<Contract>> {
  const now = services.now();
  const todayOn = localDateOf(now);
  const rules = financingRules(now);
  const caller = { uscc: input.actor.organisationId, name: input.actor.organisationName };
  const judged = judgeDemand(input.body, { caller, todayOn, now, rules });
  if (!judged.ok) throw refusedForFaults(judged.faults);
  const caseId = caseIdOf('fd', input.idempotency, todayOn);
  const detail = detailOf(judged.value, rules, localInstant(now));
  const reply = await untilFresh(() => store(input, caseId, detail, services));
  await beginExecution({ caseId, workflow: WORKFLOW, attempt: 1 }, services);
  return reply;
}

async function store(
  { actor, idempotency }: RouteInput<Contract>,
  caseId: string,
  detail: DemandDetail,
  services: ServicesWithMachines,
): Promise<RouteReply<Contract>> {
  const { commit, outbox, idempotency: markers, now } = services;
  const at = localInstant(now());
  const { applicant } = detail;
  const details = { grants: detail.grants.length, disclosure: detail.disclosure };
  const opening = { caseId, workflow: WORKFLOW, prefix: 'FD', applicant, actor, at, detail, details };
  const { summary, writes } = await newCase(opening, services);
  const reply: RouteReply<Contract> = { body: summary, location: `/v1/cases/${caseId}`, version: 1 };
  await commit([
    markers.remember(idempotency, reply, now()),
    ...writes,
    ...outbox.notify('case-accepted', summary, at, {}),
  ]);
  return reply;
}

function detailOf(
  { consent, ...submission }: DemandSubmission,
  { catalogue, matching }: FinancingRules,
  givenAt: string,
): DemandDetail {
  const { grants, signature } = consent;
  return {
    ...submission,
    version: 1,
    grants: grants.map((grant, index) => ({ ...grant, grantId: index + 1, signature, givenAt })),
    madeUnder: { catalogueVersion: catalogue.version, matchingVersion: matching.version },
    recipients: [],
    identityRequests: [],
  };
}

export const handler = route(SubmitFinancingDemand, submitFinancingDemand, servicesWithMachines);
