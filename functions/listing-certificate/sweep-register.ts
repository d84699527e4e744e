import { SweepRegister } from '../../workflows/listing-certificate/register/steps.ts';
import { task } from '../shared/task.ts';
import { type ServicesWithRegisters, servicesWithRegisters } from './store/services-with-registers.ts';

/** Deletes the records of loads that are the register no longer. Their rows and files stay. A second run finds nothing. */
export async function sweepRegister(
  { departmentId, loadIds }: { readonly departmentId: string; readonly loadIds: readonly string[] },
  { registers }: Pick<ServicesWithRegisters, 'registers'>,
): Promise<{ swept: number }> {
  let swept = 0;
  for (const loadId of loadIds) {
    const head = await registers.head(departmentId);
    if (head?.loadId === loadId) throw new Error(`load ${loadId} is the register of ${departmentId}`);
    swept += await registers.records.sweep({ departmentId, loadId });
  }
  return { swept };
}

export const handler = task(SweepRegister, sweepRegister, servicesWithRegisters);
