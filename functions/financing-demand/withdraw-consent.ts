import { WithdrawConsent } from '../../workflows/financing-demand/change/routes.ts';
import type { Grant } from '../../workflows/financing-demand/consent.ts';
import { demandFault } from '../../workflows/financing-demand/rules/demand-fault.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { refusedForFaults } from '../shared/errors.ts';
import { personOf } from '../shared/person-of.ts';
import type { RouteReply } from '../shared/route.ts';
import { changeDemand } from './change/change-demand.ts';
import { ownView } from './change/own-demand.ts';
import { demandRoute } from './demand/demand-route.ts';
import { type ChangeServices, changeServices } from './store/change-services.ts';

type Contract = typeof WithdrawConsent;

/**
 * Withdraws grants: from the moment this is written no read shows what they gave, and whoever may see nothing any more is told so at
 * once. A grant withdrawn is never given back; another is given.
 */
export function withdrawConsent(
  { demand: { demandId }, body: { grantIds }, actor, idempotency }: RouteInput<Contract>,
  services: ChangeServices,
): Promise<RouteReply<Contract>> {
  const withdrawnAt = localInstant(services.now());
  return changeDemand(
    {
      demandId,
      idempotency,
      change({ detail }) {
        refuseUnlessGiven(grantIds, detail.grants);
        const grants = detail.grants.map((grant) =>
          grantIds.includes(grant.grantId) ? { ...grant, withdrawnAt } : grant,
        );
        const deed = { kind: 'consent-withdrawn', actor: personOf(actor), details: { grantIds } } as const;
        return { detail: { ...detail, grants }, deed, atOnce: true };
      },
      reply: ownView,
    },
    services,
  );
}

/** @throws RefusedError 422 with each grant that there is none of, or that was withdrawn before */
function refuseUnlessGiven(grantIds: readonly number[], grants: readonly Grant[]): void {
  const faults = grantIds.flatMap((grantId, index) => {
    const grant = grants.find((one) => one.grantId === grantId);
    if (grant === undefined) return [demandFault(`/grantIds/${index}`, 'grant-unknown', grantId)];
    return grant.withdrawnAt === undefined ? [] : [demandFault(`/grantIds/${index}`, 'grant-withdrawn')];
  });
  if (faults.length > 0) throw refusedForFaults(faults);
}

export const handler = demandRoute(WithdrawConsent, withdrawConsent, changeServices);
