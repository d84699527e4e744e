import { randomUUID } from 'node:crypto';
import type {
  AccountKey,
  Beneficiary,
  EntryKind,
  Funded,
  LedgerAccount,
  LedgerEntry,
} from '../../../workflows/patent-funding/ledger/contract.ts';
import { EMPTY } from '../../../workflows/patent-funding/ledger/rules/posting.ts';
import type { AuditActor } from '../../../workflows/shared/audit-entry.ts';

/** When, by whom and why money is moved. */
export interface Occasion {
  readonly at: string;
  readonly actor: AuditActor;
  readonly reason: string;
}

interface Moved {
  readonly kind: EntryKind;
  readonly amountFen: number;
  readonly of?: Beneficiary;
  readonly funded?: readonly Funded[];
}

/** An entry of an account on an occasion. */
export function entryOf(
  { programmeId, year }: AccountKey,
  { kind, amountFen, of, funded }: Moved,
  occasion: Occasion,
): LedgerEntry {
  return {
    programmeId,
    year,
    entryId: `${kind}#${randomUUID()}`,
    kind,
    amountFen,
    ...occasion,
    ...(of && { of }),
    ...(funded && { funded: [...funded] }),
  };
}

/** An account as it is opened, before anybody waits. */
export function newAccount({ programmeId, year }: AccountKey, allottedFen: number): LedgerAccount {
  return {
    programmeId,
    year,
    ...EMPTY,
    allottedFen,
    remainingFen: allottedFen,
    state: 'OPEN',
    waitingCount: 0,
    waitingFen: 0,
    listVersion: 0,
  };
}
