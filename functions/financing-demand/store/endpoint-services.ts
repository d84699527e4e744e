import { dynamoDb } from '../../shared/aws/dynamo-db.ts';
import { setting } from '../../shared/config.ts';
import { extended, type Services } from '../../shared/services.ts';
import { type DeliveryStore, deliveryStore } from './delivery-store.ts';
import { type EndpointStore, endpointStore } from './endpoint-store.ts';
import { listStore } from './list-store.ts';

interface EndpointStores {
  readonly endpoints: EndpointStore;
  readonly deliveries: DeliveryStore;
}

export interface ServicesWithEndpoints extends Services, EndpointStores {}

/** Besides, how many lists there are to be delivered. */
export interface ServicesWithListNumbers extends ServicesWithEndpoints {
  /** Number of an institution's last list; 0 before the first. */
  readonly lastNumber: (institutionId: string) => Promise<number>;
}

export function endpointStores(): EndpointStores {
  const db = dynamoDb();
  const table = setting('DELIVERY_TABLE');
  return {
    endpoints: endpointStore(db, table, () => setting('CASE_TABLE')),
    deliveries: deliveryStore(db, table),
  };
}

export function servicesWithEndpoints(): ServicesWithEndpoints {
  return extended(endpointStores());
}

export function listNumbers(): Pick<ServicesWithListNumbers, 'lastNumber'> {
  return {
    lastNumber: async (institutionId) =>
      (await listStore(dynamoDb(), setting('FINANCING_TABLE')).head(institutionId)).number,
  };
}
