/**
 * Every error name a state machine may meet from our own functions. Step Functions matches Retry and Catch on these
 * strings, so a class carries its name as a literal (bundlers rename classes). A test holds this list against the
 * synthesized machines, both ways.
 */
export const ERROR_NAME = {
  /** A call that must not have been made; told to the caller with every reason, never retried. */
  refused: 'RefusedError',
  /** A passing fault of a service we depend on: the only error of ours that a Retry names. */
  transient: 'TransientError',
  /** The applicant withdrew the case: one Catch closes what is open, and the machine ends. */
  caseWithdrawn: 'CaseWithdrawn',
  /** The time of a question changed while its machine waits: one Catch reads it again and waits on. */
  deadlineMoved: 'DeadlineMoved',
} as const;

export type ErrorName = (typeof ERROR_NAME)[keyof typeof ERROR_NAME];
