import { demandSeen } from '../../../workflows/financing-demand/rules/demand-seen.ts';
import { institutionIn } from '../../../workflows/financing-demand/rules/financing-rules.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import type { RouteContract } from '../../../workflows/shared/route-contract.ts';
import { outOfReach, type Reached } from '../../shared/access.ts';
import { type Demand, readDemand } from '../../shared/demand.ts';
import { type RouteFunction, type RouteHandler, route } from '../../shared/route.ts';
import type { Services } from '../../shared/services.ts';
import { financingRules } from '../store/financing-rules.ts';

/** The Lambda of a route whose object is a demand. */
export function demandRoute<const C extends RouteContract, S extends Services>(
  contract: C,
  fn: RouteFunction<C, S>,
  connect: () => S,
): RouteHandler {
  return route(contract, fn, connect, reachDemand);
}

/** The enterprise whose demand it is, the office, and an institution for as long as the consent lets it see the demand. */
async function reachDemand(
  actor: Actor,
  { demandId = '' }: Readonly<Record<string, string | undefined>>,
  { cases, now }: Pick<Services, 'cases' | 'now'>,
): Promise<Reached> {
  const demand = await readDemand(demandId, { cases });
  if (demand && isOwnDemand(actor, demand, now())) return { demand };
  throw outOfReach(actor, 'demand');
}

function isOwnDemand({ organisationKind, organisationId }: Actor, found: Demand, at: Date): boolean {
  if (organisationKind === 'office') return true;
  if (organisationKind === 'enterprise') return found.case.applicant.uscc === organisationId;
  if (organisationKind !== 'bank') return false;
  const institution = institutionIn(financingRules(at).directory, organisationId);
  return institution !== undefined && demandSeen(found, institution, at) !== undefined;
}
