import * as z from 'zod';
import { Bilingual } from '../shared/bilingual.ts';

/** Banks, guarantee companies (融资担保) and small-loan companies (小额贷款) that receive demand lists. */
export const InstitutionClass = z.enum(['bank', 'guarantee', 'small-loan']);
export type InstitutionClass = z.infer<typeof InstitutionClass>;

/** An institution signs in as an organisation of the kind `bank`, whatever its class; its id is its USCC. */
export const Institution = z.strictObject({
  institutionId: z.string().min(1),
  name: Bilingual,
  class: InstitutionClass,
});
export type Institution = z.infer<typeof Institution>;

/** The institutions admitted to demand lists; a new one is a row in a new version of seeds/financing-demand/institutions.json. */
export const InstitutionDirectory = z
  .strictObject({
    version: z.string().min(1),
    effectiveOn: z.iso.date(),
    source: z.string().min(1),
    institutions: z.array(Institution).min(1),
  })
  .refine(
    ({ institutions }) =>
      new Set(institutions.map(({ institutionId }) => institutionId)).size === institutions.length,
    { error: 'an institution stands twice in the directory' },
  );
export type InstitutionDirectory = z.infer<typeof InstitutionDirectory>;
