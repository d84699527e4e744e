import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import {
  isAllowedAddress,
  type WebhookTargets,
} from '../../../workflows/financing-demand/endpoint/rules/target-address.ts';

/** Looks a name up, all its addresses. */
export type Resolve = (
  hostname: string,
  done: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void;

/** The name resolves to an address messages must not go to. */
export class InnerAddressError extends Error {
  override readonly name = 'InnerAddressError';
}

export const systemResolve: Resolve = (hostname, done) => lookup(hostname, { all: true }, done);

/**
 * The lookup of a connection: the very addresses that were judged are those that are connected to, so that a name that resolves
 * differently the next time (DNS rebinding) leads nowhere else. One inner address refuses them all.
 */
export function guardedLookup(targets: WebhookTargets, resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return callback(error ?? new Error('no address'), '', 4);
      if (!addresses.every(({ address }) => isAllowedAddress(address, targets)))
        return callback(new InnerAddressError('the name leads to an inner address'), '', 4);
      if (options.all) return callback(null, [...addresses]);
      callback(null, first.address, first.family);
    });
  };
}
