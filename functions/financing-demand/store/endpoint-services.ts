import { dynamoDb } from '../../shared/aws/dynamo-db.ts';
import { setting } from '../../shared/config.ts';
import { extended, type Services } from '../../shared/services.ts';
import { type DeliveryStore, deliveryStore } from './delivery-store.ts';
import { type EndpointStore, endpointStore } from './endpoint-store.ts';

interface EndpointStores {
  readonly endpoints: EndpointStore;
  readonly deliveries: DeliveryStore;
}

export interface ServicesWithEndpoints extends Services, EndpointStores {}

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
