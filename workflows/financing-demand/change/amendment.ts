import * as z from 'zod';
import { BorrowerContact, DeclaredFacts, DemandTerms } from '../contract.ts';

/** The parts that may change; the consent changes by its own routes. */
export const DemandAmendment = z.strictObject({
  contact: BorrowerContact,
  terms: DemandTerms,
  declared: DeclaredFacts.default({}),
});
export type DemandAmendment = z.infer<typeof DemandAmendment>;
