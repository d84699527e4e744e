/** Every condition CaseTable is written under, by name. */
export const CASE_CONDITION = {
  /** Written once. */
  absent: 'attribute_not_exists(pk)',
  /** Nobody changed the case since it was read: every change raises its version. */
  unchanged: '#version = :readVersion',
  /** Nobody took a number since the counter was read. */
  counterUnchanged: '#value = :readValue',
  /** Its applicant did not withdraw it. */
  notWithdrawn: '#status <> :withdrawn',
  /** The mark is of this attempt and not of a later one. */
  sameAttempt: '#attempt = :attempt',
} as const;
