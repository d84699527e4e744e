import {
  type FinancingRules,
  financingRulesOn,
} from '../../../workflows/financing-demand/rules/financing-rules.ts';
import { dynamoDb } from '../../shared/aws.ts';
import { setting } from '../../shared/config.ts';
import { extended, type Services } from '../../shared/services.ts';
import { type ListStore, listStore } from './list-store.ts';
import { type ProductStore, productStore } from './product-store.ts';
import { financingRuleVersions } from './financing-rules.ts';

export interface ServicesWithLists extends Services {
  readonly lists: ListStore;
  readonly products: ProductStore;
  /** Catalogue, matching and institutions in effect on a local date. */
  readonly rulesOn: (on: string) => FinancingRules;
}

export function servicesWithLists(): ServicesWithLists {
  return extended({
    rulesOn: (on: string) => financingRulesOn(financingRuleVersions(), on),
    get lists() {
      return listStore(dynamoDb(), setting('FINANCING_TABLE'));
    },
    get products() {
      return productStore(dynamoDb(), setting('FINANCING_TABLE'));
    },
  });
}
