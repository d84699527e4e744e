import type { Workflow } from '../../shared/workflow.ts';
import { definition } from './definition.ts';
import { REGISTER_FUNCTIONS } from './functions.ts';

export const departmentRegister: Workflow = {
  name: 'department-register',
  partOf: 'listing-certificate',
  functions: REGISTER_FUNCTIONS,
  withoutCases: true,
  definition,
};
