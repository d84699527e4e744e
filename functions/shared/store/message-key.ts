interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Keys of MessageTable (docs/access-patterns.md). The rows of a case lie together, by time. */
export const MESSAGE_KEY = {
  outboxOfCase: (caseId: string) => `case#${caseId}`,
  outbox: (caseId: string, messageId: string): Key => ({
    pk: MESSAGE_KEY.outboxOfCase(caseId),
    sk: messageId,
  }),
} as const;

/** Sort key of the lists of the outbox: by the time that matters to the list, then by id. */
export function outboxOrder(
  at: string,
  { caseId, messageId }: { caseId: string; messageId: string },
): string {
  return `${new Date(at).toISOString()}#${caseId}#${messageId}`;
}
