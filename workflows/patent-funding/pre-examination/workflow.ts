import type { Workflow } from '../../shared/workflow.ts';
import { definition } from './definition.ts';
import { PRE_EXAMINATION_FUNCTIONS } from './functions.ts';

/** A machine of its own beside the funding of patents, at the same centre. */
export const preExamination: Workflow = {
  name: 'pre-examination',
  partOf: 'patent-funding',
  functions: PRE_EXAMINATION_FUNCTIONS,
  definition,
};
