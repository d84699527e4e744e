import type { Workflow } from '../shared/workflow.ts';
import { definition } from './definition.ts';
import { FINANCING_DEMAND_FUNCTIONS } from './functions.ts';

export const financingDemand: Workflow = {
  name: 'financing-demand',
  functions: FINANCING_DEMAND_FUNCTIONS,
  definition,
};
