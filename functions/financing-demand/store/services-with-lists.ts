import type { FinancingRules } from '../../../workflows/financing-demand/rules/financing-rules.ts';
import { dynamoDb } from '../../shared/aws/dynamo-db.ts';
import { mayStart, setting } from '../../shared/config.ts';
import { extended, type Services } from '../../shared/services.ts';
import { wakeDelivery } from '../delivery/wake-delivery.ts';
import { financingRules } from './financing-rules.ts';
import { type ListStore, listStore } from './list-store.ts';
import { type OpenDemandStore, openDemandStore } from './open-demand-store.ts';
import { type ProductChanges, productChanges } from './product-changes.ts';
import { type ProductStore, productStore } from './product-store.ts';
import { servicesWithDelivery } from './wake-services.ts';

export interface ServicesWithLists extends Services {
  readonly lists: ListStore;
  readonly products: ProductStore;
  readonly openDemands: OpenDemandStore;
  readonly productChanges: ProductChanges;
  /** Catalogue, matching and institutions in effect at an instant. */
  readonly financingRules: (at: Date) => FinancingRules;
  /** Has a new list pushed at once; without it relay-deliveries does within a minute. */
  readonly wakeDelivery?: (institutionId: string) => Promise<unknown>;
}

export function servicesWithLists(): ServicesWithLists {
  return extended(listServices());
}

/** What {@link ServicesWithLists} has beside the services of every function. */
export function listServices(): Pick<
  ServicesWithLists,
  'lists' | 'products' | 'openDemands' | 'productChanges' | 'financingRules' | 'wakeDelivery'
> {
  return {
    financingRules,
    ...(mayStart('list-delivery') && {
      wakeDelivery: (institutionId: string) => wakeDelivery(institutionId, servicesWithDelivery()),
    }),
    get lists() {
      return listStore(dynamoDb(), setting('FINANCING_TABLE'));
    },
    get openDemands() {
      return openDemandStore(dynamoDb(), setting('FINANCING_TABLE'));
    },
    get productChanges() {
      return productChanges(dynamoDb(), setting('FINANCING_TABLE'));
    },
    get products() {
      return productStore(dynamoDb(), setting('FINANCING_TABLE'));
    },
  };
}
