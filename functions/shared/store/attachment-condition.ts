/** Every condition AttachmentTable is written under, by name. */
export const ATTACHMENT_CONDITION = {
  /** Written once. */
  absent: 'attribute_not_exists(pk)',
  /** Nobody changed it since it was read: every change raises its version. */
  unchanged: '#version = :readVersion',
  /** Clean, and no case uses it yet. */
  cleanAndUnused: '#state = :clean AND attribute_not_exists(caseId)',
} as const;
