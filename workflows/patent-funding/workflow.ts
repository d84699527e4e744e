import type { Workflow } from '../shared/workflow.ts';
import { definition } from './definition.ts';
import { PATENT_FUNDING_FUNCTIONS } from './functions.ts';
import { MONEY_FUNCTIONS } from './money/functions.ts';

export const patentFunding: Workflow = {
  name: 'patent-funding',
  functions: [...PATENT_FUNDING_FUNCTIONS, ...MONEY_FUNCTIONS],
  definition,
};
