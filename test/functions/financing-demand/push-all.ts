import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { webhookClient } from '../../../functions/financing-demand/client/webhook-client.ts';
import { deliverList } from '../../../functions/financing-demand/deliver-list.ts';
import { demandLists } from '../../../functions/financing-demand/delivery/demand-lists.ts';
import { nextRun } from '../../../functions/financing-demand/delivery/wake-delivery.ts';
import { newSecret } from '../../../functions/financing-demand/endpoint/new-secret.ts';
import { deliveryStore } from '../../../functions/financing-demand/store/delivery-store.ts';
import { endpointStore } from '../../../functions/financing-demand/store/endpoint-store.ts';
import type { SimulatedEndpoint } from '../../../tools/bank-simulator/endpoint.ts';
import type { Delivery } from '../../../workflows/financing-demand/list/contract.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { NOW } from '../support/world.ts';
import type { FinancingWorld } from './financing-world.ts';

/** Pushes to a simulated endpoint as the machine does, over HTTP; what it got is read from the bodies that were posted. */
export function pushing(db: DynamoDBDocumentClient, world: FinancingWorld) {
  const services = {
    ...world,
    endpoints: endpointStore(db, 'DeliveryTable', () => 'CaseTable'),
    deliveries: deliveryStore(db, 'DeliveryTable'),
    lists: demandLists(world),
    webhooks: webhookClient('public-and-loopback', { timeoutMs: 20_000, answerLimitBytes: 16_384 }),
    publicBaseUrl: 'https://platform.example',
  };
  return {
    /** Gives an institution an active endpoint. */
    async connect({ organisationId, organisationName }: Actor, endpoint: SimulatedEndpoint): Promise<void> {
      const secret = newSecret(NOW);
      endpoint.trust([secret.secret]);
      const deed = { kind: 'endpoint-verified', at: NOW, actor: { by: 'platform', step: 'test' } } as const;
      const kept = {
        institutionId: organisationId,
        institutionName: organisationName,
        url: endpoint.url,
        status: 'ACTIVE',
        changedAt: NOW,
        secrets: [secret],
      } as const;
      await world.commit(services.endpoints.put(undefined, { ...kept, secrets: [secret] }, deed));
    },
    /** Sends the lists from a number on (again); all rows, in the order of their coming. */
    async all(institutionId: string, fromNumber: number, endpoint: SimulatedEndpoint): Promise<Delivery[]> {
      const state = nextRun(institutionId, await services.deliveries.state(institutionId));
      await world.commit([services.deliveries.putState({ ...state, delivered: fromNumber - 1 })]);
      const before = endpoint.received.length;
      for (;;) {
        const { verdict } = await deliverList({ institutionId, run: state.run }, services);
        if (verdict === 'rest') break;
        if (verdict === 'wait') throw new Error('a message did not arrive');
      }
      return endpoint.received.slice(before).flatMap(({ genuine, body }) => {
        if (!genuine) throw new Error('a message was not genuine');
        return (JSON.parse(body) as { data: { items: Delivery[] } }).data.items;
      });
    },
  };
}
