/** Every condition DeskTable is written under, by name. */
export const DESK_CONDITION = {
  /** Written once. */
  absent: 'attribute_not_exists(pk)',
  /** Still open, and as the officer saw it. */
  openAndUnchanged: '#status = :open AND #version = :readVersion',
  /** Still open, and not called overdue before. */
  openAndNotYetOverdue: '#status = :open AND attribute_not_exists(overdueAt)',
  /** Still open, whoever changed it. */
  open: '#status = :open',
  /** Only what was decided can be relayed. */
  decided: '#status = :decided',
} as const;
