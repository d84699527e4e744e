/** Keys and indexes of every table: infra/ creates them from this, functions/ name them by it. */
export interface TableSpec {
  readonly partitionKey: string;
  readonly sortKey: string;
  readonly indexes: Readonly<Record<string, { readonly partitionKey: string; readonly sortKey: string }>>;
  readonly ttl?: string;
}

export const TABLES = {
  /** Cases with their audit entries, counters, idempotency and uniqueness markers. */
  CaseTable: {
    partitionKey: 'pk',
    sortKey: 'sk',
    indexes: { byApplicant: { partitionKey: 'applicant', sortKey: 'submittedOrder' } },
    ttl: 'expiresAtSeconds',
  },
  /** Desk tasks: one question put to one organisation. */
  DeskTable: {
    partitionKey: 'pk',
    sortKey: 'sk',
    indexes: {
      byQueue: { partitionKey: 'queue', sortKey: 'dueOrder' },
      byCase: { partitionKey: 'caseId', sortKey: 'taskId' },
    },
  },
  /** Issued results: what public verification may read, and nothing more. */
  CertificateTable: { partitionKey: 'pk', sortKey: 'sk', indexes: {} },
} as const satisfies Record<string, TableSpec>;

export type TableName = keyof typeof TABLES;
