import type { Services } from '../../shared/services.ts';
import type { ServicesWithMachines } from '../../shared/services-with-machines.ts';
import type { LedgerStore } from './ledger-store.ts';

export interface ServicesWithLedger extends Services {
  readonly ledger: LedgerStore;
}

/** For those whose deed may give money to somebody whose machine waits for it. */
export interface LedgerAndMachines extends ServicesWithLedger, ServicesWithMachines {}
