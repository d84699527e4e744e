import { VerifyEndpoint } from '../../workflows/financing-demand/endpoint/routes.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import { setting } from '../shared/config.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { extended } from '../shared/services.ts';
import { configuredWebhookClient } from './client/configured-targets.ts';
import { wakeDelivery } from './delivery/wake-delivery.ts';
import { changeEndpoint } from './endpoint/change-endpoint.ts';
import { type HandshakeServices, shakeHands } from './endpoint/handshake.ts';
import { endpointAt } from './endpoint/read-endpoint.ts';
import { deliveryServices, type ServicesWithDelivery } from './store/wake-services.ts';

type Contract = typeof VerifyEndpoint;

/**
 * Asks the endpoint for the proof that it holds the key. From then on lists are pushed to it, those first that it missed.
 * @throws RefusedError 422 where it does not prove it; nothing is changed then
 */
export async function verifyEndpoint(
  { params: { institutionId }, actor, ifMatch, idempotency }: RouteInput<Contract>,
  services: ServicesWithDelivery & HandshakeServices,
): Promise<RouteReply<Contract>> {
  const read = await endpointAt(services.endpoints, institutionId, ifMatch);
  const failure = await shakeHands(read, services);
  if (failure !== undefined) throw notVerified(failure);
  const { disabled: _, ...enabled } = read;
  const reply = await changeEndpoint(
    enabled,
    {
      kind: 'endpoint-verified',
      actor,
      next: { status: 'ACTIVE', verifiedAt: localInstant(services.now()) },
      idempotency,
      also: [services.pushMarks.awaiting(institutionId)],
    },
    services,
  );
  await wakeDelivery(institutionId, services);
  return reply;
}

function notVerified(failure: string): RefusedError {
  return new RefusedError({
    status: 422,
    code: 'endpoint-not-verified',
    zh: `接收地址未通过验证：${failure}`,
    en: `The endpoint was not verified: ${failure}`,
    present: { failure },
  });
}

export const handler = route(VerifyEndpoint, verifyEndpoint, () =>
  extended({
    ...deliveryServices(),
    webhooks: configuredWebhookClient(),
    publicBaseUrl: setting('PUBLIC_BASE_URL'),
  }),
);
