import * as z from 'zod';
import { Bilingual } from '../../shared/bilingual.ts';
import { routeContract } from '../../shared/route-contract.ts';
import { AccountKey, LedgerAccount, LedgerEntry } from './contract.ts';

const Key = z.strictObject({
  programmeId: z.string().min(1).max(64),
  year: z.coerce.number().int().min(2000).max(2100),
});
const path = '/v1/office/budgets/{programmeId}/{year}';
const access = { who: ['office'] } as const;
const Fen = z.int();

/** An account with its programme's name. */
export const AccountLine = LedgerAccount.omit({ listVersion: true }).extend({ name: Bilingual });
export type AccountLine = z.infer<typeof AccountLine>;

export const ListBudgets = routeContract({
  operationId: 'listBudgets',
  method: 'GET',
  path: '/v1/office/budgets',
  summary: { zh: '预算台账：各项目各年度', en: 'The budget ledger: every programme and year' },
  access,
  reply: z.strictObject({ items: z.array(AccountLine) }),
  status: 200,
});

const Share = z.strictObject({ name: z.string(), reservedFen: Fen, spentFen: Fen });
const Patents = z.strictObject({ name: z.string(), patents: z.int(), spentFen: Fen });

/** Everything of an account that is counted, and who waits for its money. */
export const BudgetReport = z.strictObject({
  account: AccountLine,
  enterprises: z.array(Share.extend({ uscc: z.string() })),
  levels: z.array(Share),
  lanes: z.array(Share.extend({ cases: z.int() })),
  /** By main IPC class, by industry of the programme, by kind: what was paid, without what was recovered. */
  ipc: z.array(Patents),
  industries: z.array(Patents),
  kinds: z.array(Patents),
  /** The first hundred, in the order in which they are served. */
  waiting: z.array(
    z.strictObject({ place: z.int().positive(), caseId: z.string(), amountFen: Fen, acceptedAt: z.string() }),
  ),
});
export type BudgetReport = z.infer<typeof BudgetReport>;

export const ReadBudget = routeContract({
  operationId: 'readBudget',
  method: 'GET',
  path,
  summary: {
    zh: '预算执行：按企业、梯度、通道、IPC 和产业',
    en: 'A budget by enterprise, level, lane, IPC and industry',
  },
  access,
  params: Key,
  reply: BudgetReport,
  status: 200,
});

export const ExportBudget = routeContract({
  operationId: 'exportBudget',
  method: 'GET',
  path: `${path}/report.xlsx`,
  summary: { zh: '导出预算执行情况（XLSX）', en: 'The same as a workbook' },
  access,
  params: Key,
  reply: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  status: 200,
});

export const ListBudgetEntries = routeContract({
  operationId: 'listBudgetEntries',
  method: 'GET',
  path: `${path}/entries`,
  summary: { zh: '台账明细（不可更改）', en: 'The entries of a budget, oldest first' },
  access,
  params: Key,
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(500).default(100),
    cursor: z.string().max(400).optional(),
  }),
  reply: z.strictObject({ items: z.array(LedgerEntry), cursor: z.string().optional() }),
  status: 200,
});

export const ReconcileBudget = routeContract({
  operationId: 'reconcileBudget',
  method: 'GET',
  path: `${path}/reconciliation`,
  summary: { zh: '按明细重算台账并核对', en: 'Count the entries anew and name every figure that differs' },
  access,
  params: Key,
  reply: z.strictObject({ ...AccountKey.shape, entries: z.int(), differences: z.array(z.string()) }),
  status: 200,
});

export const AllotBudget = routeContract({
  operationId: 'allotBudget',
  method: 'POST',
  path: `${path}/allotments`,
  summary: { zh: '追加预算', en: 'Allot more to a budget' },
  access,
  params: Key,
  body: z.strictObject({
    amountFen: z.int().positive().max(1_000_000_000_00),
    /** Of the decision that allots it. */
    documentNumber: z.string().trim().min(1).max(100),
  }),
  reply: AccountLine,
  status: 201,
  idempotencyKey: true,
});
