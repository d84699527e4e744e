import * as z from 'zod';
import { MadeUnder } from './contract.ts';

/** What the audit entries of this procedure say beside who and when: their `details`, by kind of entry. */
export const ListingEventDetails = {
  'case-submitted': z.strictObject({
    entities: z.array(z.string()),
    fields: z.array(z.string()),
    /** SHA-256 of each attachment, in the order of the application. */
    attachments: z.array(z.string()),
    madeUnder: MadeUnder,
  }),
  'review-planned': z.strictObject({
    questions: z.array(
      z.strictObject({
        taskId: z.string(),
        dueAt: z.iso.datetime({ offset: true }),
        dueProvisional: z.boolean(),
      }),
    ),
  }),
  'number-assigned': z.strictObject({ number: z.string() }),
  'result-issued': z.strictObject({ number: z.string() }),
  'case-failed': z.strictObject({ error: z.string() }),
} as const;
export type ListingEventKind = keyof typeof ListingEventDetails;
export type ListingEvent<K extends ListingEventKind> = z.infer<(typeof ListingEventDetails)[K]>;
