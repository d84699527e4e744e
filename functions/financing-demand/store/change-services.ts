import { stepFunctions } from '../../shared/aws/step-functions.ts';
import { machines } from '../../shared/client/machines.ts';
import { extended } from '../../shared/services.ts';
import type { ServicesWithMachines } from '../../shared/services-with-machines.ts';
import { listServices, type ServicesWithLists } from './services-with-lists.ts';

/** For changes of a demand by a request. */
export interface ChangeServices extends ServicesWithLists, ServicesWithMachines {}

export function changeServices(): ChangeServices {
  return extended(
    Object.defineProperties(
      { machines: machines(stepFunctions()) },
      Object.getOwnPropertyDescriptors(listServices()),
    ) as Pick<ChangeServices, 'machines' | keyof ReturnType<typeof listServices>>,
  );
}
