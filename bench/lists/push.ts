import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { deliverList } from '../../functions/financing-demand/deliver-list.ts';
import { demandLists } from '../../functions/financing-demand/delivery/demand-lists.ts';
import { nextRun } from '../../functions/financing-demand/delivery/wake-delivery.ts';
import { newSecret } from '../../functions/financing-demand/endpoint/new-secret.ts';
import { deliveryStore } from '../../functions/financing-demand/store/delivery-store.ts';
import { endpointStore } from '../../functions/financing-demand/store/endpoint-store.ts';
import type { FinancingWorld } from '../../test/functions/financing-demand/financing-world.ts';
import type { Institution } from '../../workflows/financing-demand/institution.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';

/** Pushes to endpoints that take everything at once, without a network: what pushing asks of the store, and how large messages are. */
export function pusher(db: DynamoDBDocumentClient, world: FinancingWorld) {
  const sizes: number[] = [];
  const services = {
    ...world,
    endpoints: endpointStore(db, 'DeliveryTable', () => 'CaseTable'),
    deliveries: deliveryStore(db, 'DeliveryTable'),
    lists: demandLists(world),
    publicBaseUrl: 'https://platform.example',
    webhooks: {
      async post(_url: string, _headers: unknown, body: string) {
        sizes.push(Buffer.byteLength(body));
        return { status: 204, body: '', durationMs: 0 };
      },
    },
  };
  return {
    /** Every institution has an active endpoint, to which everything up to its last list was delivered. */
    async connect(institutions: readonly Institution[]): Promise<void> {
      const at = localInstant(world.now());
      for (const { institutionId, name } of institutions) {
        const { number } = await world.lists.head(institutionId);
        const url = 'https://bank.example/';
        const endpoint = {
          institutionId,
          institutionName: name.zh,
          url,
          status: 'ACTIVE',
          changedAt: at,
        } as const;
        const deed = { kind: 'endpoint-verified', at, actor: { by: 'platform', step: 'bench' } } as const;
        const state = { ...nextRun(institutionId, undefined), delivered: number };
        await world.commit([
          ...services.endpoints.put(undefined, { ...endpoint, secrets: [newSecret(at)] }, deed),
          services.deliveries.putState(state),
        ]);
      }
    },
    /** What the machine of each institution does until nothing is left; the sizes of the messages. */
    async push(institutions: readonly Institution[]): Promise<readonly number[]> {
      sizes.length = 0;
      for (const { institutionId } of institutions) {
        for (;;) {
          const { verdict } = await deliverList({ institutionId, run: 1 }, services);
          if (verdict === 'rest') break;
        }
      }
      return sizes;
    },
    largestMessageBytes: () => Math.max(0, ...sizes),
  };
}
