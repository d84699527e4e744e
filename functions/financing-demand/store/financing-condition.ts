/** Every condition FinancingTable is written under, by name. */
export const FINANCING_CONDITION = {
  /** Written once. */
  absent: 'attribute_not_exists(pk)',
  /** Nobody drew up a list, or a part of one, since the head was read. */
  headUnchanged: '#revision = :readRevision',
  /** The demand did not change since what is to be told of it was read. */
  sameTelling: '#demandVersion = :readDemandVersion',
  /** Nobody replaced the catalogue since it was read. */
  sameVersion: '#version = :readVersion',
  /** No later mark has replaced it, and it has come no further. */
  sameMark: '#mark = :mark',
} as const;
