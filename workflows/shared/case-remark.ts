import * as z from 'zod';
import { OrganisationKind } from './actor.ts';

/** Something written about a case beside its decisions; it stays as it was written, and applicants never read it. */
export const Remark = z.strictObject({
  /** Its place among the remarks of its case. */
  remarkId: z.string().min(1),
  at: z.iso.datetime({ offset: true }),
  by: z.strictObject({
    organisationKind: OrganisationKind,
    organisationId: z.string().min(1),
    organisationName: z.string().min(1),
    /** Only for the same organisation and the office. */
    personName: z.string().min(1).optional(),
  }),
  text: z.string().min(1),
});
export type Remark = z.infer<typeof Remark>;

/** A comment is for all departments asked about the case and the office; a note for the writer's own organisation alone. */
export type RemarkKind = 'comment' | 'note';
