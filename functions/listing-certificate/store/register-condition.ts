/** Every condition RegisterTable is written under, by name. */
export const REGISTER_CONDITION = {
  /** Written once. */
  absent: 'attribute_not_exists(pk)',
  /** The register is still the one that was read. */
  sameLoad: 'loadId = :readLoadId',
  /** Nobody changed the department's choice since it was read. */
  sameRevision: '#revision = :readRevision',
  /** Its audit chain still ends where it was read. */
  sameEnd: '#sequence = :readSequence',
  /** The load has not ended: what ended once stays as it ended. */
  notEnded: '#status IN (:awaiting, :loading)',
} as const;
