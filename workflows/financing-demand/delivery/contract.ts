import * as z from 'zod';

/** 推送: how the delivery of lists to an institution stands. */

const Instant = z.iso.datetime({ offset: true });

/** Lists go out one after the other: the next one after `delivered` is being delivered, or waits for an endpoint. */
export const DeliveryState = z.strictObject({
  institutionId: z.string().min(1),
  /** Number of the last list that arrived; 0 before the first. */
  delivered: z.int().nonnegative(),
  /** When a list arrived last; absent before the first. */
  deliveredAt: Instant.optional(),
  /** Attempts of the list after it. */
  attempts: z.int().nonnegative(),
  /** Not before then. */
  nextAttemptAt: Instant.optional(),
  /** The list that was given up: it and all after it wait until somebody has it sent again. */
  deadNumber: z.int().positive().optional(),
  /** Executions of the machine, counted; the newest is the only one that sends. */
  run: z.int().nonnegative(),
  running: z.boolean(),
  /** Number of changes. */
  version: z.int().positive(),
});
export type DeliveryState = z.infer<typeof DeliveryState>;

/** One attempt to push one list. */
export const DeliveryAttempt = z.strictObject({
  institutionId: z.string().min(1),
  number: z.int().positive(),
  /** 1, 2, 3, ... for each list; from 1 again when it is sent again by hand. */
  attempt: z.int().positive(),
  at: Instant,
  messageId: z.string().min(1),
  verdict: z.enum(['delivered', 'gone', 'again', 'dead']),
  /** HTTP status; absent where no answer came. */
  status: z.int().optional(),
  failure: z.string().optional(),
  durationMs: z.int().nonnegative(),
  nextAttemptAt: Instant.optional(),
});
export type DeliveryAttempt = z.infer<typeof DeliveryAttempt>;
