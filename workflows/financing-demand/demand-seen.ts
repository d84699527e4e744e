import * as z from 'zod';
import { DataGroup } from './consent.ts';
import { Borrower, BorrowerContact, DeclaredFacts, DemandTerms, Disclosure } from './contract.ts';
import { Enrichment } from './enrichment.ts';

/** A demand as one institution sees it at one moment. Each group is there only where the consent gives it (rules/demand-seen.ts). */
export const DemandSeen = z.strictObject({
  demandId: z.string().min(1),
  version: z.int().positive(),
  disclosure: Disclosure,
  terms: DemandTerms,
  /** The groups that the consent gives this institution now. */
  dataGroups: z.array(DataGroup),
  /** How this institution's request for the identity stands, if it made one. */
  identityRequest: z.enum(['asked', 'granted', 'refused']).optional(),
  identity: z.strictObject({ ...Borrower.shape, contact: BorrowerContact }).optional(),
  tax: DeclaredFacts.shape.tax,
  'social-security': DeclaredFacts.shape['social-security'],
  patents: Enrichment.shape.patents.optional(),
  ladder: Enrichment.shape.ladder,
  /** `numbers` lead to the holder's name on the public page: only together with the identity. */
  certificates: z
    .strictObject({ valid: z.int().nonnegative(), numbers: z.array(z.string()).optional() })
    .optional(),
});
export type DemandSeen = z.infer<typeof DemandSeen>;
