import * as z from 'zod';
import { Bilingual } from './bilingual.ts';

/** A text that an officer may take for an item of a supplement, and change. */
export const SupplementTemplate = z.strictObject({ id: z.string().min(1), text: Bilingual });
export type SupplementTemplate = z.infer<typeof SupplementTemplate>;

/** seeds/shared/supplement-templates.json: a list of versions. */
export const SupplementTemplates = z.strictObject({
  version: z.string().min(1),
  effectiveOn: z.iso.date(),
  source: z.string().min(1),
  templates: z.array(
    SupplementTemplate.extend({
      /** For all departments where none is named. */
      departmentIds: z.array(z.string().min(1)).min(1).optional(),
    }),
  ),
});
export type SupplementTemplates = z.infer<typeof SupplementTemplates>;

/** What a department may pick from. */
export function templatesFor({ templates }: SupplementTemplates, departmentId: string): SupplementTemplate[] {
  return templates
    .filter(({ departmentIds }) => departmentIds === undefined || departmentIds.includes(departmentId))
    .map(({ id, text }) => ({ id, text }));
}
