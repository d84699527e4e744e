import * as z from 'zod';
import { AuditActor } from '../../shared/audit-entry.ts';

/**
 * 预算台账: one account for each programme and year. `allotted = remaining + reserved + spent` in every state, because an account
 * changes by entries only and no kind of entry can break it (rules/posting.ts). All amounts are fen.
 */

const Fen = z.int().nonnegative();
const PositiveFen = z.int().positive();

export const AccountKey = z.strictObject({
  programmeId: z.string().min(1),
  /** Of the budget, in Asia/Shanghai. */
  year: z.int().min(2000).max(2100),
});
export type AccountKey = z.infer<typeof AccountKey>;

export const Balances = z.strictObject({
  allottedFen: Fen,
  remainingFen: Fen,
  reservedFen: Fen,
  spentFen: Fen,
});
export type Balances = z.infer<typeof Balances>;

export const LedgerAccount = z.strictObject({
  ...AccountKey.shape,
  ...Balances.shape,
  /** A closed account (its year is over) still pays and releases what it reserved; what is released lapses or is carried on. */
  state: z.enum(['OPEN', 'CLOSED']),
  /** Who waits for money of this account, and for how much. */
  waitingCount: z.int().nonnegative(),
  waitingFen: Fen,
  /** Rises with everyone who joins the waiting list, so that whoever fills it sees that its head may have changed. */
  listVersion: z.int().nonnegative(),
});
export type LedgerAccount = z.infer<typeof LedgerAccount>;

/** What becomes of money that is left, and of those who wait, when the year ends: rule data of the programme. */
export const YearEndRule = z.strictObject({
  unspent: z.enum(['lapse', 'carry']),
  waiting: z.enum(['lapse', 'carry']),
});
export type YearEndRule = z.infer<typeof YearEndRule>;

export const EntryKind = z.enum([
  'allot',
  'reserve',
  'release',
  'spend',
  'recover',
  'lapse',
  'carry-out',
  'carry-in',
]);
export type EntryKind = z.infer<typeof EntryKind>;

/** For whose case money is moved, and what the reports count it by. */
export const Beneficiary = z.strictObject({
  caseId: z.string().min(1),
  caseNumber: z.string().min(1),
  uscc: z.string().min(1),
  name: z.string().min(1),
  /** Rung of the cultivation ladder when the application was accepted; `none` where it stood on none. */
  level: z.string().min(1),
  lane: z.enum(['fast', 'ordinary']),
});
export type Beneficiary = z.infer<typeof Beneficiary>;

/** How many patents were paid for, and with how much, by IPC class (`H04`) or industry. */
export const Funded = z.strictObject({
  by: z.enum(['ipc', 'industry', 'kind']),
  name: z.string().min(1),
  patents: z.int().positive(),
  amountFen: Fen,
});
export type Funded = z.infer<typeof Funded>;

/** One movement of money. Written once and never changed. */
export const LedgerEntry = z.strictObject({
  ...AccountKey.shape,
  entryId: z.string().min(1),
  at: z.iso.datetime({ offset: true }),
  kind: EntryKind,
  amountFen: PositiveFen,
  actor: AuditActor,
  /** Why: a document's number, a rule, what became of the case. */
  reason: z.string().min(1).max(500),
  of: Beneficiary.optional(),
  /** Of a payment, and of what is recovered of it. */
  funded: z.array(Funded).optional(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/**
 * What an account owes a case, once for ever: a case whose money was released never reserves again.
 *
 *     WAITING --> RESERVED --> SPENT     (what is recovered later is an entry of the account)
 *        |            `------> RELEASED
 *        `-------------------> RELEASED | LAPSED (the year ended)
 */
export const ReservationState = z.enum(['WAITING', 'RESERVED', 'SPENT', 'RELEASED', 'LAPSED']);
export type ReservationState = z.infer<typeof ReservationState>;

export const RESERVATION_TRANSITIONS: Readonly<Record<ReservationState, readonly ReservationState[]>> = {
  WAITING: ['WAITING', 'RESERVED', 'RELEASED', 'LAPSED'],
  RESERVED: ['RESERVED', 'SPENT', 'RELEASED'],
  SPENT: [],
  RELEASED: [],
  LAPSED: [],
};

export const Reservation = z.strictObject({
  ...AccountKey.shape,
  of: Beneficiary,
  state: ReservationState,
  /** What is asked for, reserved or was paid; less after a part was released. */
  amountFen: Fen,
  /** Those who wait are served in this order. */
  acceptedAt: z.iso.datetime({ offset: true }),
  changedAt: z.iso.datetime({ offset: true }),
  version: z.int().positive(),
});
export type Reservation = z.infer<typeof Reservation>;
