import * as z from 'zod';

/** Who is told of an event. `department`: the officer its task is assigned to where there is one, else the whole department. */
export type Audience = 'applicant' | 'department' | 'office' | 'bank';

/** Of a kind of event: what it is of, whom it is told to, what its texts may name. */
export interface EventSpec {
  /** What it is of, where that is no case: something an organisation keeps beside its cases. */
  readonly of?: 'organisation';
  readonly to: readonly Audience[];
  /** Ids, dates and numbers that its texts may name. Never names of persons, addresses or contents. */
  readonly facts: z.ZodObject;
}

const Instant = z.iso.datetime({ offset: true });
const Department = z.strictObject({ departmentId: z.string().min(1) });
/** One task of a department; `officerId` is the person it is assigned to. */
const Task = Department.extend({ taskId: z.string().min(1), officerId: z.string().min(1).optional() });
const DueTask = Task.extend({ dueAt: Instant });
/** How many parts of a task were closed, and how many are still to be answered until `dueAt`. */
const TaskInPart = DueTask.extend({ closed: z.string().min(1), left: z.string().min(1) });
const Result = z.strictObject({ number: z.string().min(1) });

/** Told to one officer. */
const OfficerDelegation = Department.extend({
  officerId: z.string().min(1),
  delegationId: z.string().min(1),
  fromOn: z.iso.date(),
  toOn: z.iso.date(),
  workflows: z.array(z.string().min(1)),
});

/** A file of records, by the day it was announced on. */
const RegisterFile = Department.extend({
  officerId: z.string().min(1),
  loadId: z.string().min(1),
  announcedAt: Instant,
});

/** A time that an institution promised for a demand. */
const PromiseToDemand = z.strictObject({
  institutionId: z.string().min(1),
  promise: z.enum(['contact', 'decision']),
  dueAt: Instant,
});

/**
 * Every event that a person should know of, with whom it is told to and what its texts (seeds/notifications) may name beside the
 * case's own number, applicant and procedure, where it is of a case. A procedure adds its own lines here.
 */
export const NOTIFICATION = {
  'case-accepted': { to: ['applicant'], facts: z.strictObject({}) },
  'question-put': { to: ['department'], facts: DueTask },
  'supplement-asked': { to: ['applicant'], facts: DueTask },
  /** At 50 % and at 80 % of the applicant's time. */
  'supplement-reminded': { to: ['applicant'], facts: DueTask },
  'supplement-answered': { to: ['department'], facts: Task },
  'supplement-lapsed': { to: ['applicant', 'department'], facts: Task },
  /** Only some parts had waited for it: the department's clock runs on for the rest. */
  'supplement-lapsed-in-part': { to: ['applicant', 'department'], facts: TaskInPart },
  /** Sent by the applicant of its own accord. */
  'material-sent': { to: ['department'], facts: Task },
  /** To the other departments that were asked. */
  'comment-added': {
    to: ['department'],
    facts: z.strictObject({ departmentIds: z.array(z.string().min(1)) }),
  },
  /** At 50 % and at 80 % of the promised time. */
  'deadline-half': { to: ['department'], facts: DueTask },
  'deadline-near': { to: ['department'], facts: DueTask },
  'task-overdue': { to: ['department', 'office'], facts: DueTask },
  /** The calendar of its year was published, and the provisional date was another. */
  'due-date-recomputed': { to: ['applicant', 'department'], facts: DueTask },
  'supplement-due-recomputed': { to: ['applicant'], facts: DueTask },
  'task-extended': { to: ['applicant', 'department'], facts: DueTask },
  'task-reassigned': { to: ['department'], facts: DueTask },
  /** To the officer who held it until then, where somebody else took it away. */
  'task-taken-back': { to: ['department'], facts: Task.required({ officerId: true }) },
  'task-closed-unanswered': { to: ['applicant', 'department'], facts: Task },
  /** The office closed some parts; the rest is still owed. */
  'task-closed-unanswered-in-part': { to: ['applicant', 'department'], facts: TaskInPart },
  'case-issued': { to: ['applicant'], facts: Result },
  /** To every department that was asked. */
  'case-withdrawn': {
    to: ['applicant', 'department'],
    facts: z.strictObject({ departmentIds: z.array(z.string().min(1)) }),
  },
  'case-failed': { to: ['office'], facts: z.strictObject({ error: z.string().min(1) }) },
  'objection-opened': { to: ['department', 'office'], facts: DueTask.extend(Result.shape) },
  'objection-decided': {
    to: ['applicant', 'office'],
    facts: Result.extend({ ...Department.shape, verdict: z.enum(['upheld', 'rejected']) }),
  },
  /** Its departments and its applicant are told as of every withdrawn case. */
  'objection-withdrawn': { to: ['office'], facts: Result },
  'result-superseded': {
    to: ['applicant', 'office'],
    facts: Result.extend({ supersededBy: z.string().min(1) }),
  },
  /** An application for funding ended without payment. */
  'funding-refused': { to: ['applicant'], facts: z.strictObject({}) },
  /** What an institution said to a demand, or let pass. */
  'demand-answered': {
    to: ['applicant'],
    facts: z.strictObject({ institutionId: z.string().min(1), answer: z.string().min(1) }),
  },
  /** The validity of a demand ended. */
  'demand-lapsed': { to: ['applicant'], facts: z.strictObject({}) },
  /** To the institution whose offer it is; the others see in their lists that the demand is over. */
  'offer-accepted': { to: ['bank'], facts: z.strictObject({ institutionId: z.string().min(1) }) },
  'promise-reminded': { to: ['bank'], facts: PromiseToDemand },
  'promise-broken': { to: ['bank', 'office'], facts: PromiseToDemand },
  /** Nobody has offered, and nobody is left to ask. */
  'institutions-exhausted': { to: ['applicant', 'office'], facts: z.strictObject({}) },
  /** Lists are not pushed to an institution any more: it took its endpoint away, or that failed for days. */
  'endpoint-disabled': {
    of: 'organisation',
    to: ['bank', 'office'],
    facts: z.strictObject({
      institutionId: z.string().min(1),
      because: z.enum(['gone', 'failing']),
      number: z.string().min(1),
    }),
  },
  'pre-examination-refused': { to: ['applicant'], facts: z.strictObject({}) },
  'result-revoked': { to: ['applicant', 'office'], facts: Result },
  /** To one who stood on the waiting list. */
  'budget-reserved': { to: ['applicant'], facts: z.strictObject({}) },
  /** An institution asks an anonymous enterprise who it is. */
  'identity-requested': { to: ['applicant'], facts: z.strictObject({ institutionId: z.string().min(1) }) },
  'budget-waiting': { to: ['applicant'], facts: z.strictObject({}) },
  'notice-published': { to: ['applicant'], facts: Result.extend({ dueAt: Instant }) },
  'notice-objection-received': {
    to: ['applicant', 'department'],
    facts: Result.extend(Department.shape),
  },
  /** Finance returned the order: the account is to be corrected until then. */
  'payment-returned': { to: ['applicant'], facts: Result.extend({ dueAt: Instant }) },
  'funding-paid': { to: ['applicant'], facts: Result },
  'recovery-opened': {
    to: ['applicant', 'department', 'office'],
    facts: DueTask.extend({ ofCase: z.string().min(1) }),
  },
  /** Another's tasks are delegated to one. */
  'delegation-received': { of: 'organisation', to: ['department'], facts: OfficerDelegation },
  /** Somebody else delegated one's own tasks. */
  'delegation-arranged': { of: 'organisation', to: ['department'], facts: OfficerDelegation },
  'delegation-revoked': { of: 'organisation', to: ['department'], facts: OfficerDelegation },
  /** A department's file of records became its register, or why it did not; told to who loaded it. */
  'register-loaded': {
    of: 'organisation',
    to: ['department'],
    facts: RegisterFile.extend({ version: z.string().min(1), records: z.string().min(1) }),
  },
  'register-load-refused': {
    of: 'organisation',
    to: ['department'],
    facts: RegisterFile.extend({ badLines: z.string().min(1) }),
  },
  'register-load-superseded': { of: 'organisation', to: ['department'], facts: RegisterFile },
  'register-load-failed': { of: 'organisation', to: ['department'], facts: RegisterFile },
  'recovery-ended': { to: ['applicant', 'office'], facts: z.strictObject({ ofCase: z.string().min(1) }) },
} as const satisfies Record<string, EventSpec>;

const kinds = Object.keys(NOTIFICATION) as (keyof typeof NOTIFICATION)[];
export const NotificationKind = z.enum(kinds);
export type NotificationKind = z.infer<typeof NotificationKind>;
/** Kinds of events of an organisation, not of a case. */
export type OrganisationEvent = {
  [K in NotificationKind]: (typeof NOTIFICATION)[K] extends { of: 'organisation' } ? K : never;
}[NotificationKind];
export type NotificationFacts<K extends NotificationKind> = z.input<(typeof NOTIFICATION)[K]['facts']>;
