import * as z from 'zod';
import { Bilingual } from '../shared/bilingual.ts';
import { Verdict } from './certificate.ts';
import { CertificateStatus, Revocation } from './certificate-standing.ts';
import { EntityRelation, ListingPurpose, ReviewPeriod } from './contract.ts';

const Party = z.strictObject({ name: z.string(), uscc: z.string() });

/**
 * What public verification tells of a certificate. Whoever has only its number sees to whom it was issued with name and USCC
 * partly masked; the verification code printed on the paper opens names, entities and findings, to compare with the paper.
 */
export const PublicCertificate = z.strictObject({
  number: z.string(),
  status: CertificateStatus,
  /** The corrected report that took its place, and the one whose place it took. */
  supersededBy: z.string().optional(),
  supersedes: z.string().optional(),
  /** When and on which legal basis the office took it back. */
  revocation: Revocation.omit({ reason: true }).optional(),
  issuer: Bilingual,
  title: Bilingual,
  issuedAt: z.iso.datetime({ offset: true }),
  period: ReviewPeriod,
  fields: z.array(Bilingual),
  applicant: Party,
  /** True where name and USCC are partly masked, because no verification code was given. */
  masked: z.boolean(),
  /** Only with the verification code. */
  purpose: ListingPurpose.optional(),
  revocationReason: z.string().optional(),
  entities: z
    .array(Party.extend({ relation: EntityRelation, verdicts: z.array(Verdict) }))
    .optional()
    .meta({ description: 'Only with the verification code; verdicts in the order of fields' }),
  /** SHA-256 (hex) of the PDF and of the signed credential, to compare files with; only with the verification code. */
  pdfSha256: z.string().optional(),
  credentialSha256: z.string().optional(),
});
export type PublicCertificate = z.infer<typeof PublicCertificate>;
