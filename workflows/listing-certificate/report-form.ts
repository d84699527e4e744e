import * as z from 'zod';
import { Bilingual } from '../shared/bilingual.ts';
import { Verdict } from './certificate.ts';
import { EntityRelation, ListingPurpose } from './contract.ts';

/**
 * The printed words of the report (seeds/listing-certificate/report-form.json): who issues it, what it is called, its standing
 * notices, and how the codes in the facts are said to people. Words only: whatever a report finds is in CertificateFacts.
 */
export const ReportForm = z.strictObject({
  version: z.string(),
  effectiveOn: z.iso.date(),
  source: z.string(),
  title: Bilingual,
  issuer: Bilingual,
  /** Opening sentence; `{...}` are filled from the facts. */
  opening: Bilingual,
  notices: z.array(Bilingual).min(1),
  /** That it is a platform signature and not an e-seal under GB/T 38540. */
  signatureNotice: Bilingual,
  verdicts: z.record(Verdict, z.strictObject({ zh: z.string(), en: z.string(), sign: z.string() })),
  relations: z.record(EntityRelation, Bilingual),
  purposeKinds: z.record(ListingPurpose.shape.kind, Bilingual),
  boards: z.record(ListingPurpose.shape.board, Bilingual),
});
export type ReportForm = z.infer<typeof ReportForm>;
