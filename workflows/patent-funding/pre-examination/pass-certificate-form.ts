import * as z from 'zod';
import { Bilingual } from '../../shared/bilingual.ts';

/** The words of a pass certificate (seeds/patent-funding/pass-certificate.json); what it certifies is in the case. */
export const PassCertificateForm = z.strictObject({
  version: z.string(),
  effectiveOn: z.iso.date(),
  source: z.string(),
  title: Bilingual,
  issuer: Bilingual,
  notices: z.array(Bilingual).min(1),
  /** That it is a platform signature and not an e-seal under GB/T 38540. */
  signatureNotice: Bilingual,
});
export type PassCertificateForm = z.infer<typeof PassCertificateForm>;
