import * as z from 'zod';
import { Consent, Grant } from './consent.ts';
import { Enrichment } from './enrichment.ts';

/**
 * 融资需求: what an enterprise wants to borrow. Shapes only; whatever needs the catalogue, the calendar or the caller is in
 * rules/. Steps of the machine are in steps.ts, routes in routes.ts.
 */

const Instant = z.iso.datetime({ offset: true });
/** Integer fen (分). */
const AmountFen = z.int().positive().max(100_000_000_000_000);
/** Ids of the catalogue. */
const CatalogueId = z.string().min(1).max(64);

export const Borrower = z.strictObject({ uscc: z.string().min(1).max(32), name: z.string().min(1).max(200) });
export type Borrower = z.infer<typeof Borrower>;

export const BorrowerContact = z.strictObject({
  name: z.string().min(1).max(100),
  phone: z.string().regex(/^\+?[0-9][0-9 -]{5,19}$/),
  email: z.email().max(200).optional(),
});
export type BorrowerContact = z.infer<typeof BorrowerContact>;

export const ExistingLoan = z.strictObject({
  lender: z.string().min(1).max(200),
  balanceFen: AmountFen,
  dueOn: z.iso.date(),
});
export type ExistingLoan = z.infer<typeof ExistingLoan>;

/** What is wanted: the part of a demand that every institution sees whom a valid grant names. */
export const DemandTerms = z.strictObject({
  amountFromFen: AmountFen,
  amountToFen: AmountFen,
  /** Of the catalogue: working capital, fixed assets, ... */
  facility: CatalogueId,
  purpose: z.string().min(1).max(500),
  termMonths: z.int().positive().max(600),
  /** The highest yearly rate accepted, in basis points: 435 is 4.35 %. */
  highestRateBasisPoints: z.int().positive().max(10_000),
  /** What is offered as security, of the catalogue; empty: on credit alone. */
  securities: z.array(CatalogueId).max(20),
  industry: CatalogueId,
  neededByOn: z.iso.date(),
  firstLoan: z.boolean(),
  existingLoans: z.array(ExistingLoan).max(50).default([]),
  /** The last day on which the demand stands. */
  validUntilOn: z.iso.date(),
  /** Goes out in a list of its own at once. */
  urgent: z.boolean().default(false),
  /** Whether several institutions may each give a part. */
  partsAllowed: z.boolean().default(false),
});
export type DemandTerms = z.infer<typeof DemandTerms>;

/** Figures that the enterprise declares of itself; shown, as declared, to whom the consent gives their group. */
export const DeclaredFacts = z.strictObject({
  tax: z
    .strictObject({
      year: z.int().min(2000).max(2100),
      salesFen: z.int().nonnegative(),
      taxPaidFen: z.int().nonnegative(),
      creditGrade: z.enum(['A', 'B', 'M', 'C', 'D']).optional(),
    })
    .optional(),
  'social-security': z.strictObject({ insuredPersons: z.int().nonnegative() }).optional(),
});
export type DeclaredFacts = z.infer<typeof DeclaredFacts>;

/** Anonymous first: who the enterprise is, it tells after it agrees to an institution's request, whatever the consent says. */
export const Disclosure = z.enum(['named', 'anonymous-first']);
export type Disclosure = z.infer<typeof Disclosure>;

/** The whole demand (POST /v1/financing-demands). */
export const DemandSubmission = z.strictObject({
  applicant: Borrower,
  contact: BorrowerContact,
  terms: DemandTerms,
  declared: DeclaredFacts.default({}),
  disclosure: Disclosure,
  consent: Consent,
});
export type DemandSubmission = z.infer<typeof DemandSubmission>;

/** An institution that the demand was sent to, once for ever; what it sees of it is the consent's to say. */
export const Recipient = z.strictObject({
  institutionId: z.string().min(1),
  /** 1 for the institutions chosen first, 2 for the next ones, ... */
  round: z.int().positive(),
  sentAt: Instant,
  /** No grant names it any more, since it was last looked at; it is told so once. */
  withoutConsentSince: Instant.optional(),
});
export type Recipient = z.infer<typeof Recipient>;

/** An institution asks an anonymous enterprise who it is. */
export const IdentityRequest = z.strictObject({
  institutionId: z.string().min(1),
  requestedAt: Instant,
  answer: z.strictObject({ granted: z.boolean(), at: Instant }).optional(),
});
export type IdentityRequest = z.infer<typeof IdentityRequest>;

/** Why a demand is over. */
export const DemandEnd = z.strictObject({
  reason: z.enum(['closed-by-enterprise', 'validity-ended', 'financed']),
  at: Instant,
  text: z.string().max(500).optional(),
});
export type DemandEnd = z.infer<typeof DemandEnd>;

/** An offer that the enterprise accepted, or the part of it. */
export const Acceptance = z.strictObject({
  institutionId: z.string().min(1),
  amountFen: AmountFen,
  at: Instant,
});

/** What a case of this procedure carries beside what every case has: all that decides what an institution sees, in one item. */
export const DemandDetail = z.strictObject({
  /** Rises with every change; the case's own version rises with it. */
  version: z.int().positive(),
  applicant: Borrower,
  contact: BorrowerContact,
  terms: DemandTerms,
  declared: DeclaredFacts,
  disclosure: Disclosure,
  grants: z.array(Grant),
  /** Versions of the rule data it was accepted under. */
  madeUnder: z.strictObject({ catalogueVersion: z.string(), matchingVersion: z.string() }),
  /** Absent until the machine has enriched it. */
  enrichment: Enrichment.optional(),
  recipients: z.array(Recipient),
  /** The moment as of which the recipients were last told. */
  toldAsOf: Instant.optional(),
  identityRequests: z.array(IdentityRequest),
  acceptances: z.array(Acceptance).optional(),
  /** Since when nobody is left to ask. */
  exhaustedAt: Instant.optional(),
  ended: DemandEnd.optional(),
});
export type DemandDetail = z.infer<typeof DemandDetail>;
