import { ChangeFinancingDemand } from '../../workflows/financing-demand/change/routes.ts';
import { judgeAmendment } from '../../workflows/financing-demand/rules/amendment-faults.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { refusedForFaults } from '../shared/errors.ts';
import { personOf } from '../shared/person-of.ts';
import { changedMeanwhile } from '../shared/request-headers.ts';
import type { RouteReply } from '../shared/route.ts';
import { changeDemand } from './change/change-demand.ts';
import { mayRematch, ownView } from './change/own-demand.ts';
import { demandRoute } from './demand/demand-route.ts';
import { type ChangeServices, changeServices } from './store/change-services.ts';

type Contract = typeof ChangeFinancingDemand;

/**
 * New terms, contact and declared figures take the place of the old ones, whole, or all faults are told. Who was sent the demand is told of
 * the change; who is eligible now and was not before is sent it. @throws RefusedError 422, 412, 409
 */
export async function changeFinancingDemand(
  { demand: { demandId }, body, actor, ifMatch, idempotency }: RouteInput<Contract>,
  services: ChangeServices,
): Promise<RouteReply<Contract>> {
  const now = services.now();
  const { catalogue } = services.financingRules(now);
  const judged = judgeAmendment(body, { catalogue, todayOn: localDateOf(now) });
  if (!judged.ok) throw refusedForFaults(judged.faults);
  return changeDemand(
    {
      demandId,
      idempotency,
      change(standing) {
        const { version } = standing.case;
        if (version !== ifMatch) throw changedMeanwhile({ demandId, version });
        return {
          detail: { ...standing.detail, ...judged.value },
          deed: { kind: 'demand-changed', actor: personOf(actor) },
          rematch: mayRematch(standing),
        };
      },
      reply: ownView,
    },
    services,
  );
}

export const handler = demandRoute(ChangeFinancingDemand, changeFinancingDemand, changeServices);
