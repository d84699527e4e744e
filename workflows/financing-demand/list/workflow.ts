import type { Workflow } from '../../shared/workflow.ts';
import { definition } from './definition.ts';
import { LIST_FUNCTIONS } from './functions.ts';

/** The lists of a day: an execution per working day, which is no case. */
export const financingLists: Workflow = {
  name: 'financing-lists',
  partOf: 'financing-demand',
  functions: LIST_FUNCTIONS,
  withoutCases: true,
  definition,
};
