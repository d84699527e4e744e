import { CloseFinancingDemand } from '../../workflows/financing-demand/change/routes.ts';
import type { DemandEnd } from '../../workflows/financing-demand/contract.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { personOf } from '../shared/person-of.ts';
import type { RouteReply } from '../shared/route.ts';
import { changeDemand } from './change/change-demand.ts';
import { ownView } from './change/own-demand.ts';
import { demandRoute } from './demand/demand-route.ts';
import { type ChangeServices, changeServices } from './store/change-services.ts';

type Contract = typeof CloseFinancingDemand;

/** The enterprise ends its demand: from now on nobody sees it, and who was told of it is told so at once. @throws RefusedError 409 */
export function closeFinancingDemand(
  { demand: { demandId }, body: { text }, actor, idempotency }: RouteInput<Contract>,
  services: ChangeServices,
): Promise<RouteReply<Contract>> {
  const at = localInstant(services.now());
  const ended: DemandEnd = { reason: 'closed-by-enterprise', at, ...(text !== undefined && { text }) };
  return changeDemand(
    {
      demandId,
      idempotency,
      change: ({ detail }) => ({
        detail: { ...detail, ended },
        status: 'WITHDRAWN',
        deed: { kind: 'demand-closed', actor: personOf(actor) },
        atOnce: true,
      }),
      reply: (standing, detail) => ownView(standing, detail, 'WITHDRAWN'),
    },
    services,
  );
}

export const handler = demandRoute(CloseFinancingDemand, closeFinancingDemand, changeServices);
