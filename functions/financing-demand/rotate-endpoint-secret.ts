import { RotateEndpointSecret } from '../../workflows/financing-demand/endpoint/routes.ts';
import { rotated } from '../../workflows/financing-demand/endpoint/rules/signing-secrets.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { changeEndpoint } from './endpoint/change-endpoint.ts';
import { newSecret } from './endpoint/new-secret.ts';
import { endpointAt } from './endpoint/read-endpoint.ts';
import { deliveryRulesAt } from './store/delivery-rules.ts';
import { type ServicesWithEndpoints, servicesWithEndpoints } from './store/endpoint-services.ts';

type Contract = typeof RotateEndpointSecret;

const HOUR_MS = 60 * 60 * 1000;

/** Another key. The present one signs beside it for a while, so that the institution changes over in its own time. */
export async function rotateEndpointSecret(
  { params: { institutionId }, actor, body, ifMatch, idempotency }: RouteInput<Contract>,
  services: ServicesWithEndpoints,
): Promise<RouteReply<Contract>> {
  const read = await endpointAt(services.endpoints, institutionId, ifMatch);
  const at = services.now();
  const hours = body.previousHours ?? deliveryRulesAt(at).previousSecretHours;
  const endsAt = localInstant(new Date(at.getTime() + hours * HOUR_MS));
  const secrets = rotated(read.secrets, newSecret(localInstant(at)), endsAt);
  const change = { kind: 'endpoint-secret-rotated', actor, next: { secrets }, idempotency } as const;
  return changeEndpoint(read, change, services);
}

export const handler = route(RotateEndpointSecret, rotateEndpointSecret, servicesWithEndpoints);
