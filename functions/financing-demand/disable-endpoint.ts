import { DisableEndpoint } from '../../workflows/financing-demand/endpoint/routes.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { changeEndpoint } from './endpoint/change-endpoint.ts';
import { endpointAt, shown } from './endpoint/read-endpoint.ts';
import { type ServicesWithEndpoints, servicesWithEndpoints } from './store/endpoint-services.ts';

type Contract = typeof DisableEndpoint;

/** Nothing more is pushed; lists are still made and can be pulled. A verification enables the endpoint again. */
export async function disableEndpoint(
  { params: { institutionId }, actor, ifMatch, idempotency }: RouteInput<Contract>,
  services: ServicesWithEndpoints,
): Promise<RouteReply<Contract>> {
  const read = await endpointAt(services.endpoints, institutionId, ifMatch);
  if (read.status === 'DISABLED') return { body: shown(read), version: read.version };
  const because = actor.organisationKind === 'office' ? 'by-office' : 'by-institution';
  const disabled = { because, at: localInstant(services.now()) } as const;
  const change = {
    kind: 'endpoint-disabled',
    actor,
    next: { status: 'DISABLED', disabled },
    idempotency,
  } as const;
  return changeEndpoint(read, change, services);
}

export const handler = route(DisableEndpoint, disableEndpoint, servicesWithEndpoints);
