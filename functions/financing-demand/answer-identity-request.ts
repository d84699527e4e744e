import { AnswerIdentityRequest } from '../../workflows/financing-demand/change/routes.ts';
import type { DemandDetail } from '../../workflows/financing-demand/contract.ts';
import { demandFault } from '../../workflows/financing-demand/rules/demand-fault.ts';
import { groupsGiven } from '../../workflows/financing-demand/rules/demand-seen.ts';
import { institutionIn } from '../../workflows/financing-demand/rules/financing-rules.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { refusedForFaults } from '../shared/errors.ts';
import { personOf } from '../shared/person-of.ts';
import type { RouteReply } from '../shared/route.ts';
import { changeDemand } from './change/change-demand.ts';
import { ownView } from './change/own-demand.ts';
import { demandRoute } from './demand/demand-route.ts';
import { type ChangeServices, changeServices } from './store/change-services.ts';

type Contract = typeof AnswerIdentityRequest;

/**
 * Tells an institution that asked who one is, or not. The consent still has the last word: identity is shown only where a grant gives it,
 * so that agreeing without one is refused. The institution is told at once.
 */
export function answerIdentityRequest(
  { demand: { demandId }, body: { institutionId, granted }, actor, idempotency }: RouteInput<Contract>,
  services: ChangeServices,
): Promise<RouteReply<Contract>> {
  const answer = { granted, at: localInstant(services.now()) };
  return changeDemand(
    {
      demandId,
      idempotency,
      change({ detail }) {
        refuseUnlessAnswerable(detail, institutionId, granted, services);
        const identityRequests = detail.identityRequests.map((one) =>
          one.institutionId === institutionId ? { ...one, answer } : one,
        );
        const kind = granted ? 'identity-granted' : 'identity-refused';
        const deed = { kind, actor: personOf(actor), details: { institutionId } } as const;
        return { detail: { ...detail, identityRequests }, deed, atOnce: true };
      },
      reply: ownView,
    },
    services,
  );
}

/** @throws RefusedError 422 where nobody asked, or the consent does not give the institution the identity */
function refuseUnlessAnswerable(
  { identityRequests, grants }: DemandDetail,
  institutionId: string,
  granted: boolean,
  { financingRules, now }: ChangeServices,
): void {
  if (!identityRequests.some((one) => one.institutionId === institutionId)) {
    throw refusedForFaults([demandFault('/institutionId', 'identity-not-requested')]);
  }
  const institution = institutionIn(financingRules(now()).directory, institutionId);
  const given = institution && groupsGiven(grants, institution, now());
  if (granted && !given?.has('identity')) {
    throw refusedForFaults([demandFault('/granted', 'identity-not-in-consent')]);
  }
}

export const handler = demandRoute(AnswerIdentityRequest, answerIdentityRequest, changeServices);
