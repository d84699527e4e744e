import type { Integration } from './integration.ts';
import { lambdaInvoke } from './lambda-invoke.ts';

/** Every supported service integration; what is not here is refused when a machine is created. */
export const integrations: readonly Integration[] = [lambdaInvoke];

const byName = new Map(integrations.map((each) => [`${each.resourceType}:${each.resource}`, each]));

/** @param name the resource ARN after `:::`, without the pattern: `lambda:invoke` */
export function findIntegration(name: string): Integration | undefined {
  return byName.get(name);
}
