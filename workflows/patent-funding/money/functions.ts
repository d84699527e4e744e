import { TAKES_UPLOADS } from '../../shared/attachments/takes-uploads.ts';
import type { FunctionSpec } from '../../shared/function-spec.ts';
import {
  AllotBudget,
  ExportBudget,
  ListBudgetEntries,
  ListBudgets,
  ReadBudget,
  ReconcileBudget,
} from '../ledger/routes.ts';
import {
  DownloadObjectionFile,
  ListNotices,
  ListObjections,
  ListObjectionsOfCase,
  ModerateObjection,
  ObjectToNotice,
  ReadNotice,
  ShowNoticePage,
  ShowNoticesPage,
} from '../notice/routes.ts';
import { CorrectPaymentAccount, ExportPaymentOrders, ListPaymentOrders } from '../payment/routes.ts';

const slice = 'patent-funding';
/** Query reads the official calendars. */
const changeCase = { CaseTable: ['GetItem', 'Query', 'PutItem', 'UpdateItem'] } as const;
/** Whoever gives money to those who wait wakes their machines. */
const serve = {
  LedgerTable: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
  DeskTable: ['GetItem', 'Query', 'PutItem', 'DeleteItem'],
  MessageTable: ['PutItem'],
  // What the programme plans and does at the end of a year.
  PatentTable: ['Query'],
} as const;
/** An account beside what its programme says. */
const readBudget = { LedgerTable: ['GetItem', 'Query'], PatentTable: ['Query'] } as const;
const patents = { PatentTable: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'DeleteItem'] } as const;
const notice = { NoticeTable: ['GetItem', 'Query', 'PutItem'] } as const;
const wait = { CaseTable: ['GetItem'], DeskTable: ['PutItem'] } as const;

/** The steps between approval and payment. */
const STEPS: readonly FunctionSpec[] = [
  { slice, name: 'reserve-budget', tables: { ...changeCase, ...serve }, machine: ['SignalTask'] },
  {
    slice,
    name: 'await-budget',
    tables: { ...wait, LedgerTable: ['GetItem'] },
    machine: ['SignalTask'],
  },
  { slice, name: 'await-notice-end', tables: wait, machine: ['SignalTask'] },
  { slice, name: 'await-correction', tables: wait, machine: ['SignalTask'] },
  {
    slice,
    name: 'publish-notice',
    tables: { ...changeCase, ...serve, ...patents, ...notice },
    patentRegistry: true,
    machine: ['SignalTask'],
    timeoutSeconds: 60,
  },
  { slice, name: 'close-notice', tables: { ...changeCase, ...notice } },
  {
    slice,
    name: 'settle-objections',
    tables: { ...changeCase, ...serve, ...patents, ...notice },
    machine: ['SignalTask'],
    timeoutSeconds: 60,
  },
  {
    slice,
    name: 'order-payment',
    tables: { ...changeCase, ...serve, ...patents, ...notice },
    patentRegistry: true,
    machine: ['SignalTask'],
    timeoutSeconds: 60,
  },
  { slice, name: 'settle-payment', tables: { ...changeCase, ...serve } },
  {
    slice,
    name: 'release-reservation',
    tables: { ...changeCase, ...serve, ...notice },
    machine: ['SignalTask'],
    timeoutSeconds: 60,
  },
];

/** What anybody, the applicant, the reviewers and finance do. */
const ROUTES: readonly FunctionSpec[] = [
  { slice, name: 'list-notices', routes: [ListNotices], tables: { NoticeTable: ['Query'] } },
  { slice, name: 'read-notice', routes: [ReadNotice], tables: { NoticeTable: ['GetItem', 'Query'] } },
  { slice, name: 'show-notices-page', routes: [ShowNoticesPage], tables: { NoticeTable: ['Query'] } },
  {
    slice,
    name: 'show-notice-page',
    routes: [ShowNoticePage],
    tables: { NoticeTable: ['GetItem', 'Query'] },
  },
  {
    slice,
    name: 'object-to-notice',
    routes: [ObjectToNotice],
    countsCallers: true,
    tables: {
      CaseTable: ['GetItem', 'PutItem', 'UpdateItem'],
      NoticeTable: ['GetItem', 'PutItem', 'UpdateItem'],
      MessageTable: ['PutItem'],
      AttachmentTable: ['GetItem', 'PutItem', 'UpdateItem'],
    },
    documents: TAKES_UPLOADS,
  },
  { slice, name: 'list-objections', routes: [ListObjections], tables: { NoticeTable: ['Query'] } },
  {
    slice,
    name: 'list-objections-of-case',
    routes: [ListObjectionsOfCase],
    tables: { CaseTable: ['GetItem'], DeskTable: ['Query'], NoticeTable: ['GetItem', 'Query'] },
  },
  {
    slice,
    name: 'download-objection-file',
    routes: [DownloadObjectionFile],
    tables: {
      CaseTable: ['GetItem'],
      DeskTable: ['Query'],
      NoticeTable: ['GetItem'],
      AttachmentTable: ['GetItem'],
    },
    documents: { GetObject: ['cases/*/attachments/*'] },
  },
  {
    slice,
    name: 'moderate-objection',
    routes: [ModerateObjection],
    tables: {
      CaseTable: ['GetItem', 'PutItem', 'UpdateItem'],
      DeskTable: ['Query'],
      NoticeTable: ['GetItem', 'Query', 'PutItem'],
    },
  },
  { slice, name: 'list-payment-orders', routes: [ListPaymentOrders], tables: { LedgerTable: ['Query'] } },
  {
    slice,
    name: 'export-payment-orders',
    routes: [ExportPaymentOrders],
    tables: { LedgerTable: ['Query'] },
  },
  {
    slice,
    name: 'correct-payment-account',
    routes: [CorrectPaymentAccount],
    tables: {
      CaseTable: ['GetItem', 'PutItem', 'UpdateItem'],
      DeskTable: ['GetItem', 'PutItem', 'DeleteItem'],
    },
    machine: ['SignalTask'],
  },
];

/** What the office sees and does of budgets, and what keeps them. */
const BUDGETS: readonly FunctionSpec[] = [
  { slice, name: 'list-budgets', routes: [ListBudgets], tables: readBudget },
  { slice, name: 'read-budget', routes: [ReadBudget], tables: readBudget },
  { slice, name: 'export-budget', routes: [ExportBudget], tables: readBudget },
  { slice, name: 'list-budget-entries', routes: [ListBudgetEntries], tables: { LedgerTable: ['Query'] } },
  {
    slice,
    name: 'reconcile-budget',
    routes: [ReconcileBudget],
    tables: readBudget,
    timeoutSeconds: 29,
  },
  {
    slice,
    name: 'allot-budget',
    routes: [AllotBudget],
    tables: { CaseTable: ['GetItem', 'PutItem', 'UpdateItem'], ...serve },
    machine: ['SignalTask'],
  },
  {
    slice,
    name: 'keep-budgets',
    tables: { CaseTable: ['GetItem', 'PutItem', 'UpdateItem'], ...serve },
    machine: ['SignalTask'],
    everyMinutes: 10,
    timeoutSeconds: 300,
  },
];

/** Every Lambda between approval and payment. */
export const MONEY_FUNCTIONS: readonly FunctionSpec[] = [...STEPS, ...ROUTES, ...BUDGETS];
