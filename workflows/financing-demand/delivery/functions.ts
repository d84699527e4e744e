import type { FunctionSpec } from '../../shared/function-spec.ts';
import {
  DisableEndpoint,
  ListDeliveryAttempts,
  ListEndpoints,
  PutEndpoint,
  ReplayDeliveries,
  RotateEndpointSecret,
  ShowEndpoint,
  ShowEndpointSecrets,
  VerifyEndpoint,
} from '../endpoint/routes.ts';

const slice = 'financing-demand';
/** An endpoint and its audit entry. */
const CHANGES_ENDPOINT = {
  CaseTable: ['GetItem', 'PutItem'],
  DeliveryTable: ['GetItem', 'PutItem'],
} as const;
/** Wakes the machine, and takes the mark away that says so. */
const WAKES = {
  DeliveryTable: ['GetItem', 'PutItem'],
  FinancingTable: ['GetItem', 'Query', 'PutItem', 'DeleteItem'],
} as const;

/** Every Lambda of endpoints and of the machine that pushes lists to them. */
export const DELIVERY_FUNCTIONS: readonly FunctionSpec[] = [
  { slice, name: 'show-endpoint', routes: [ShowEndpoint], tables: { DeliveryTable: ['GetItem'] } },
  {
    slice,
    name: 'list-endpoints',
    routes: [ListEndpoints],
    tables: { DeliveryTable: ['GetItem', 'Query'], FinancingTable: ['GetItem'] },
  },
  {
    slice,
    name: 'put-endpoint',
    routes: [PutEndpoint],
    tables: { ...CHANGES_ENDPOINT, FinancingTable: ['GetItem'] },
    webhooks: true,
  },
  {
    slice,
    name: 'verify-endpoint',
    routes: [VerifyEndpoint],
    tables: { ...CHANGES_ENDPOINT, ...WAKES },
    machine: ['StartExecution'],
    webhooks: true,
    // The endpoint has ten seconds to answer.
    timeoutSeconds: 25,
  },
  {
    slice,
    name: 'show-endpoint-secrets',
    routes: [ShowEndpointSecrets],
    tables: { DeliveryTable: ['GetItem'] },
  },
  { slice, name: 'rotate-endpoint-secret', routes: [RotateEndpointSecret], tables: CHANGES_ENDPOINT },
  { slice, name: 'disable-endpoint', routes: [DisableEndpoint], tables: CHANGES_ENDPOINT },
  {
    slice,
    name: 'list-delivery-attempts',
    routes: [ListDeliveryAttempts],
    tables: { DeliveryTable: ['Query'] },
  },
  {
    slice,
    name: 'replay-deliveries',
    routes: [ReplayDeliveries],
    tables: { ...CHANGES_ENDPOINT, ...WAKES },
    machine: ['StartExecution'],
  },
  {
    slice,
    name: 'deliver-list',
    tables: {
      CaseTable: ['PutItem', 'BatchGetItem'],
      DeliveryTable: ['GetItem', 'PutItem'],
      FinancingTable: ['GetItem', 'Query'],
      MessageTable: ['PutItem'],
    },
    webhooks: true,
    timeoutSeconds: 30,
  },
  {
    slice,
    name: 'fail-delivery',
    tables: { DeliveryTable: ['GetItem', 'PutItem'], FinancingTable: ['PutItem'] },
  },
  {
    slice,
    name: 'relay-deliveries',
    tables: WAKES,
    machine: ['StartExecution', 'ReadExecution'],
    everyMinutes: 1,
    timeoutSeconds: 55,
  },
];
