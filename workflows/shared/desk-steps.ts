import * as z from 'zod';
import { Deadline } from './deadline/task-clock.ts';
import type { StepContract } from './step-contract.ts';

/** Steps of functions/desk that every machine with a human decision uses. */

const Wait = z.object({
  /** Until when the machine waits for an answer before it looks at the time again; absent once nothing more is to come. */
  wakeAt: z.iso.datetime({ offset: true }).optional(),
  /** The same in seconds from now: TimeoutSeconds is fixed when a state is entered. */
  timeoutSeconds: z.int().positive(),
});
export type Wait = z.infer<typeof Wait>;

/** What the machine knows of a question: whom to ask and until when. Its content stands in the case's detail. */
export const AskedQuestion = z.object({
  taskId: z.string().min(1),
  departmentId: z.string().min(1),
  ...Deadline.shape,
  ...Wait.shape,
});
export type AskedQuestion = z.infer<typeof AskedQuestion>;

/** Waits for a task token: the machine goes on with { taskId, decidedAt } when the decision is relayed. */
export const OpenDeskTask = {
  input: z.strictObject({
    taskToken: z.string().min(1),
    workflow: z.string().min(1),
    caseId: z.string().min(1),
    question: AskedQuestion,
  }),
  output: z.strictObject({ taskId: z.string(), status: z.string() }),
} satisfies StepContract;

/** Does what the time that has passed brings about (reminder, escalation) and says how long to wait next. */
export const KeepDeadline = {
  input: z.strictObject({ caseId: z.string().min(1), question: AskedQuestion }),
  output: z.strictObject({ caseId: z.string().min(1), question: AskedQuestion }),
} satisfies StepContract;

/** The machine's last resort: what no retry heals becomes visible on the case. */
export const RecordFailure = {
  input: z.strictObject({
    caseId: z.string().min(1),
    error: z.string(),
    /** May be absent: not every error of Step Functions has one. */
    cause: z.string().optional(),
  }),
  output: z.strictObject({ caseId: z.string().min(1) }),
} satisfies StepContract;

/** Of a withdrawn case: closes every desk row that is still open. */
export const CloseDeskTasks = {
  input: z.strictObject({ caseId: z.string().min(1) }),
  output: z.strictObject({ caseId: z.string() }),
} satisfies StepContract;

/** Runs on a schedule, whose event it does not read. */
export const RelayDeskDecisions = {
  input: z.unknown(),
  output: z.strictObject({
    relayed: z.int().nonnegative(),
    begun: z.int().nonnegative(),
    /** Withdrawn cases whose tasks were closed. */
    closed: z.int().nonnegative(),
    /** Tasks whose time changed. */
    moved: z.int().nonnegative(),
    /** Machines whose wait for something else than an answer is over. */
    woken: z.int().nonnegative(),
    /** Left for the next run. */
    left: z.int().nonnegative(),
  }),
} satisfies StepContract;

/** EventBridge tells of an execution that ended other than well; only what is read is described. */
export const RecordDeadExecution = {
  input: z.looseObject({
    detail: z.looseObject({
      name: z.string().min(1),
      status: z.string().min(1),
      /** JSON text of the execution's input. */
      input: z.string(),
      error: z.string().optional(),
      cause: z.string().optional(),
    }),
  }),
  output: z.strictObject({ caseId: z.string(), recorded: z.boolean() }),
} satisfies StepContract;
