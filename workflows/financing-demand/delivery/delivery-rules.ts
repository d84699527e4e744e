import * as z from 'zod';

/** How often and how long a list is pushed: seeds/financing-demand/delivery-rules.json. */
export const DeliveryRules = z.strictObject({
  version: z.string().min(1),
  effectiveOn: z.iso.date(),
  source: z.string().min(1),
  /** Seconds from the attempt before to each attempt; the first is made at once. */
  delaysSeconds: z.array(z.int().nonnegative()).min(1),
  /** The longest that a Retry-After may put an attempt off. */
  longestRetryAfterSeconds: z.int().positive(),
  /** A message that is not answered in this time has failed. */
  timeoutMs: z.int().positive(),
  /** So much of an answer is read, and no more. */
  answerLimitBytes: z.int().positive(),
  /** How long a key that was rotated out goes on signing, unless the institution says otherwise. */
  previousSecretHours: z.int().positive(),
});
export type DeliveryRules = z.infer<typeof DeliveryRules>;
