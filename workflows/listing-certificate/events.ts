import * as z from 'zod';
import { MadeUnder } from './contract.ts';
import { RecordAnswer } from './record-answer.ts';

const Questions = z.array(
  z.strictObject({
    taskId: z.string(),
    dueAt: z.iso.datetime({ offset: true }),
    dueProvisional: z.boolean(),
  }),
);
/** Which version of which register answered which field. */
const ByRecord = z.array(RecordAnswer.omit({ answeredAt: true }));

/** What the audit entries of this procedure say beside who and when: their `details`, by kind of entry. */
export const ListingEventDetails = {
  'case-submitted': z.strictObject({
    entities: z.array(z.string()),
    fields: z.array(z.string()),
    /** SHA-256 of each attachment, in the order of the application. */
    attachments: z.array(z.string()),
    madeUnder: MadeUnder,
  }),
  /** The three outcomes of planning: officers answer all, registers answer all, or each a part. */
  'review-planned': z.strictObject({ questions: Questions }),
  'answered-by-record': z.strictObject({ byRecord: ByRecord }),
  'partly-answered-by-record': z.strictObject({ questions: Questions, byRecord: ByRecord }),
  'number-assigned': z.strictObject({ number: z.string() }),
  'result-issued': z.strictObject({ number: z.string() }),
  'case-failed': z.strictObject({ error: z.string() }),
} as const;
export type ListingEventKind = keyof typeof ListingEventDetails;
export type ListingEvent<K extends ListingEventKind> = z.infer<(typeof ListingEventDetails)[K]>;
