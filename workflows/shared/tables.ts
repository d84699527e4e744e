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
    indexes: {
      byApplicant: { partitionKey: 'applicantUscc', sortKey: 'submittedOrder' },
      byMonth: { partitionKey: 'submittedMonth', sortKey: 'submittedOrder' },
      byAuditDay: { partitionKey: 'auditDay', sortKey: 'auditOrder' },
    },
    ttl: 'expiresAtSeconds',
  },
  /** Desk tasks, those of a case together: one question put to one organisation. */
  DeskTable: {
    partitionKey: 'pk',
    sortKey: 'sk',
    indexes: {
      byQueue: { partitionKey: 'queue', sortKey: 'dueOrder' },
      byHolder: { partitionKey: 'holderQueue', sortKey: 'dueOrder' },
      byApplicant: { partitionKey: 'applicantQueue', sortKey: 'dueOrder' },
      /** Holds a task only while it is escalated. */
      byEscalation: { partitionKey: 'escalation', sortKey: 'dueOrder' },
    },
  },
  /** Issued results: what public verification may read, and nothing more. */
  CertificateTable: { partitionKey: 'pk', sortKey: 'sk', indexes: {} },
  /** Departments' registers of records, their loads and what was wrong with them. */
  RegisterTable: { partitionKey: 'pk', sortKey: 'sk', indexes: {} },
  /** Patents: those of each application, who claims each, what the registry's file says, what an enterprise uses of its year. */
  PatentTable: { partitionKey: 'pk', sortKey: 'sk', indexes: {} },
  /** Files on their way to a case, and those kept with one. */
  AttachmentTable: { partitionKey: 'pk', sortKey: 'sk', indexes: {}, ttl: 'expiresAtSeconds' },
  /** Endpoints of institutions, how far their lists were delivered, and every attempt. */
  DeliveryTable: { partitionKey: 'pk', sortKey: 'sk', indexes: {} },
  /** Financing demands: institutions' lists and what they are still to be told, their products, results of matching. */
  FinancingTable: { partitionKey: 'pk', sortKey: 'sk', indexes: {} },
  /** What people are to be told (outbox) and were told (inboxes). */
  MessageTable: {
    partitionKey: 'pk',
    sortKey: 'sk',
    indexes: { byOutboxState: { partitionKey: 'outboxState', sortKey: 'outboxOrder' } },
  },
  /** Budgets: accounts with their immutable entries, reservations by case, and who waits for money. */
  LedgerTable: { partitionKey: 'pk', sortKey: 'sk', indexes: {} },
  /** Public notices of intended grants, objections to them, and how often a caller objected. */
  NoticeTable: {
    partitionKey: 'pk',
    sortKey: 'sk',
    indexes: { byState: { partitionKey: 'noticeState', sortKey: 'noticeOrder' } },
    ttl: 'expiresAtSeconds',
  },
} as const satisfies Record<string, TableSpec>;

export type TableName = keyof typeof TABLES;
