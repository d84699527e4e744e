import * as z from 'zod';

const Instant = z.iso.datetime({ offset: true });

/** As DescribeExecution says: https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html */
export const ExecutionStatus = z.enum([
  'RUNNING',
  'SUCCEEDED',
  'FAILED',
  'TIMED_OUT',
  'ABORTED',
  'PENDING_REDRIVE',
]);
export type ExecutionStatus = z.infer<typeof ExecutionStatus>;

/** One stay of an execution in a state: when, how often it was tried, the last error in it, caught or not. */
export const StateVisit = z.strictObject({
  state: z.string().min(1),
  enteredAt: Instant,
  exitedAt: Instant.optional(),
  tries: z.int().nonnegative(),
  error: z.string().optional(),
});
export type StateVisit = z.infer<typeof StateVisit>;

/** A state of the machine. The states of a branch, or of each item of a Map, stand among the others and name what they are within. */
export const MachineState = z.strictObject({
  name: z.string().min(1),
  type: z.string().min(1),
  within: z.string().optional(),
  /** Where it may lead, by an error too. */
  next: z.array(z.string()),
});
export type MachineState = z.infer<typeof MachineState>;

/** How far one execution of a case's machine is. No input, no output and no task token: names and times only. */
export const ExecutionView = z.strictObject({
  /** Which execution of the case, and how many there were. */
  attempt: z.int().positive(),
  attempts: z.int().positive(),
  machine: z.string().min(1),
  status: ExecutionStatus,
  startedAt: Instant,
  stoppedAt: Instant.optional(),
  error: z.string().optional(),
  /** Of the definition it runs by, with how often each was entered and how many stays go on. */
  states: z.array(
    MachineState.extend({
      visits: z.int().nonnegative(),
      open: z.int().nonnegative(),
      last: StateVisit.omit({ state: true }).optional(),
    }),
  ),
  /** The latest, in the order they began. */
  visits: z.array(StateVisit),
});
export type ExecutionView = z.infer<typeof ExecutionView>;
