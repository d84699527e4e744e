/** Every condition MessageTable is written under, by name. */
export const MESSAGE_CONDITION = {
  /** Written once. */
  absent: 'attribute_not_exists(pk)',
  /** Nobody else delivered or marked it since it was read: every change raises its version. */
  unchanged: '#version = :readVersion',
  /** Nothing arrived since the count was read. */
  nothingArrived: '#received = :readReceived',
} as const;
