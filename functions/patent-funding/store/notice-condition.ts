/** Every condition NoticeTable is written under, by name. */
export const NOTICE_CONDITION = {
  /** Written once. */
  absent: 'attribute_not_exists(pk)',
  /** Nobody changed it since it was read: an objection, or the end of the notice, came first. */
  unchanged: '#version = :readVersion',
} as const;
