import type { FunctionSpec } from '../shared/function-spec.ts';
import { ANSWER_FUNCTIONS } from './answer/functions.ts';
import { CHANGE_FUNCTIONS } from './change/functions.ts';
import { PRODUCT_FUNCTIONS } from './product/functions.ts';
import { ShowDemandCatalogue, SubmitFinancingDemand } from './routes.ts';

const slice = 'financing-demand';

/** Every Lambda of demands with exactly what it may touch; those of the lists are in list/functions.ts. */
export const FINANCING_DEMAND_FUNCTIONS: readonly FunctionSpec[] = [
  {
    slice,
    name: 'submit-financing-demand',
    routes: [SubmitFinancingDemand],
    // DeleteItem takes the mark of the pending start away.
    tables: { CaseTable: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'], MessageTable: ['PutItem'] },
    machine: ['StartExecution'],
  },
  { slice, name: 'show-demand-catalogue', routes: [ShowDemandCatalogue] },
  {
    slice,
    name: 'keep-demand',
    tables: {
      CaseTable: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'],
      FinancingTable: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
      CertificateTable: ['GetItem'],
      DeliveryTable: ['GetItem', 'PutItem'],
      MessageTable: ['PutItem'],
    },
    starts: ['list-delivery'],
    // Of an urgent demand it draws up the lists of all its institutions.
    timeoutSeconds: 60,
  },
  ...CHANGE_FUNCTIONS,
  ...PRODUCT_FUNCTIONS,
  ...ANSWER_FUNCTIONS,
];
