import type { Plugin } from 'vite';
import type { RouteContract } from '../workflows/shared/route-contract.ts';

const ROUTES = /\/workflows\/.*routes\.ts$/;

/**
 * Of a route the browser needs to know how it is called; what it takes and replies are types, and gone when it is built. So a module
 * of route contracts becomes those facts, and neither schemas nor what the contracts rest on (rules, node:crypto) come along.
 */
export const routeFacts: Plugin = {
  name: 'route-facts',
  async load(id) {
    if (!ROUTES.test(id)) return undefined;
    const module: Readonly<Record<string, unknown>> = await import(id);
    return Object.entries(module)
      .filter((entry): entry is [string, RouteContract] => isRoute(entry[1]))
      .map(([name, route]) => `export const ${name} = ${JSON.stringify(factsOf(route))};`)
      .join('\n');
  },
};

function isRoute(value: unknown): value is RouteContract {
  return typeof value === 'object' && value !== null && 'operationId' in value && 'path' in value;
}

function factsOf({ operationId, method, path, idempotencyKey, ifMatch }: RouteContract) {
  return { operationId, method, path, idempotencyKey, ifMatch };
}
