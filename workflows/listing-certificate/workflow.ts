import type { Workflow } from '../shared/workflow.ts';
import { definition } from './definition.ts';
import { LISTING_CERTIFICATE_FUNCTIONS } from './functions.ts';

export const listingCertificate: Workflow = {
  name: 'listing-certificate',
  functions: LISTING_CERTIFICATE_FUNCTIONS,
  definition,
};
