import type { Workflow } from '../../shared/workflow.ts';
import { definition } from './definition.ts';
import { RECOVERY_FUNCTIONS } from './functions.ts';

/** A recovery is a case of its own, linked with the case that was paid. */
export const patentRecovery: Workflow = {
  name: 'patent-recovery',
  partOf: 'patent-funding',
  functions: RECOVERY_FUNCTIONS,
  definition,
};
