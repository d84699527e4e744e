import type { Workflow } from '../../shared/workflow.ts';
import { definition } from './definition.ts';
import { OBJECTION_FUNCTIONS } from './functions.ts';

/** An objection is a case of its own, linked with the case whose report it disputes. */
export const listingObjection: Workflow = {
  name: 'listing-objection',
  partOf: 'listing-certificate',
  functions: OBJECTION_FUNCTIONS,
  definition,
};
