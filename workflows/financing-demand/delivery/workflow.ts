import type { Workflow } from '../../shared/workflow.ts';
import { definition } from './definition.ts';
import { DELIVERY_FUNCTIONS } from './functions.ts';

export const listDelivery: Workflow = {
  name: 'list-delivery',
  partOf: 'financing-demand',
  functions: DELIVERY_FUNCTIONS,
  withoutCases: true,
  definition,
};
