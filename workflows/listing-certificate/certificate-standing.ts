import * as z from 'zod';

/** 有效、异议处理中、已被取代、已撤销. In the order of severity; its place is the value in the status list. */
export const CertificateStatus = z.enum(['valid', 'under-objection', 'superseded', 'revoked']);
export type CertificateStatus = z.infer<typeof CertificateStatus>;

/** One cell of the matrix: what the report says of an entity in a field. */
export const CellPlace = z.strictObject({ uscc: z.string(), fieldId: z.string() });
export type CellPlace = z.infer<typeof CellPlace>;

/** An objection that is not decided yet, and the cells it disputes: each cell by one objection at a time. */
export const OpenObjection = z.strictObject({
  caseId: z.string(),
  caseNumber: z.string(),
  cells: z.array(CellPlace).min(1),
});
export type OpenObjection = z.infer<typeof OpenObjection>;

/** Why the office took a report back (撤销), on which legal basis. */
export const Revocation = z.strictObject({
  revokedAt: z.iso.datetime({ offset: true }),
  reason: z.string(),
  legalBasis: z.string(),
});
export type Revocation = z.infer<typeof Revocation>;

/** How a certificate stands today. All else of a certificate never changes; this changes by rules/certificate-standing.ts only. */
export const CertificateStanding = z.strictObject({
  /** Raised by every change: two that happen at once cannot both be written. */
  version: z.int().positive(),
  status: CertificateStatus,
  objections: z.array(OpenObjection),
  /** The corrected report that is being made, and for which objection; one at a time. */
  correction: z.strictObject({ number: z.string(), caseId: z.string() }).optional(),
  supersededBy: z.string().optional(),
  revocation: Revocation.optional(),
});
export type CertificateStanding = z.infer<typeof CertificateStanding>;
