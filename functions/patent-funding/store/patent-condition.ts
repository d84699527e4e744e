/** Every condition PatentTable is written under, by name. */
export const PATENT_CONDITION = {
  /** Written once. */
  absent: 'attribute_not_exists(pk)',
  /** The claim is this case's. */
  ownClaim: 'caseId = :caseId',
  /** Nobody changed the item since it was read. */
  unchanged: '#version = :readVersion',
  /** Nobody changed the programme since it was read. */
  sameRevision: '#revision = :readRevision',
} as const;
