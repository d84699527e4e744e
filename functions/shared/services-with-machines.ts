import { stepFunctions } from './aws/step-functions.ts';
import { type Machines, machines } from './client/machines.ts';
import { extended, type Services } from './services.ts';

/** For the few that begin executions or signal them; others do without that client. */
export interface ServicesWithMachines extends Services {
  readonly machines: Machines;
}

export function servicesWithMachines(): ServicesWithMachines {
  return extended({ machines: machines(stepFunctions()) });
}
