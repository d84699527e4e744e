/** Every condition MessageTable is written under, by name. */
export const MESSAGE_CONDITION = {
  /** Written once. */
  absent: 'attribute_not_exists(pk)',
} as const;
