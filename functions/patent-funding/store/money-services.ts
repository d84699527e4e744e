import { dynamoDb } from '../../shared/aws/dynamo-db.ts';
import { setting } from '../../shared/config.ts';
import { servicesWithMachines } from '../../shared/services-with-machines.ts';
import { type FundingServices, fundingServices } from './funding-services.ts';
import { ledgerStore } from './ledger-store.ts';
import { type NoticeStore, noticeStore } from './notice-store.ts';
import { type OrderStore, orderStore } from './order-store.ts';
import type { LedgerAndMachines } from './services-with-ledger.ts';

/** What the functions between approval and payment have; take only what the function has access to. */
export interface MoneyServices extends FundingServices, LedgerAndMachines {
  readonly notices: NoticeStore;
  readonly orders: OrderStore;
}

export function moneyServices(): MoneyServices {
  const more: Omit<MoneyServices, keyof FundingServices> = {
    get ledger() {
      return ledgerStore(dynamoDb(), setting('LEDGER_TABLE'));
    },
    get orders() {
      return orderStore(dynamoDb(), setting('LEDGER_TABLE'));
    },
    get notices() {
      return noticeStore(dynamoDb(), setting('NOTICE_TABLE'));
    },
    machines: servicesWithMachines().machines,
  };
  return Object.defineProperties(fundingServices(), Object.getOwnPropertyDescriptors(more)) as MoneyServices;
}
