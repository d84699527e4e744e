/** Every condition DeskTable is written under, by name. */
export const DESK_CONDITION = {
  /** Written once. */
  absent: 'attribute_not_exists(pk)',
  /** It was written before. */
  present: 'attribute_exists(pk)',
  /** As it was read, in all that its index keys and counters are made of: who holds it raises the version. */
  asRead: '#status = :readStatus AND #version = :readVersion AND dueAt = :readDueAt',
  /** Nobody changed it (a roster, a supplement) since it was read. */
  sameVersion: '#version = :readVersion',
  /** The mark is of what was read or of what was before it, and not of a later change. */
  notLater: '#version <= :readVersion',
  /** Not called overdue when it was read, and not since. */
  notOverdue: 'attribute_not_exists(overdueAt)',
  /** Called overdue when it was read, and still. */
  overdue: 'attribute_exists(overdueAt)',
  /** The mark is the one that was read and not a later one. */
  sameMark: '#mark = :mark',
  /** Only what was decided can be relayed. */
  decided: '#status = :decided',
} as const;
