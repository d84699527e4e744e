import { setting } from '../../shared/config.ts';
import type { PatentRegistry } from '../registry/patent-registry.ts';
import { httpRegistry } from './http-registry.ts';

let connected: PatentRegistry | undefined;

/** The registry of the deployment: the service it names, or else the register that was loaded from files. One for each instance, because
 * the circuit breaker remembers. */
export function configuredRegistry(register: () => PatentRegistry): PatentRegistry {
  const url = setting('PATENT_REGISTRY_URL');
  connected ??= url === '' ? register() : httpRegistry(url);
  return connected;
}
