import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { PaymentOrder } from '../../../workflows/patent-funding/payment/contract.ts';
import { wholePartition } from '../../shared/store/whole-partition.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { LEDGER_CONDITION } from './ledger-condition.ts';
import { LEDGER_KEY } from './ledger-key.ts';

/** Payment orders, in LedgerTable: each as it was given, and those that a department has to pay now. */
export interface OrderStore {
  /** Oldest number first. */
  open(departmentId: string): Promise<PaymentOrder[]>;
  /** Gives an order. Two writes. */
  give(order: PaymentOrder): GuardedWrite[];
  /** It is to be paid no more: paid, returned, or void. One write. */
  settle(order: Pick<PaymentOrder, 'departmentId' | 'orderNumber'>): GuardedWrite;
}

export function orderStore(db: DynamoDBDocumentClient, TableName: string): OrderStore {
  const once = (Item: Record<string, unknown>): GuardedWrite => ({
    write: { Put: { TableName, Item, ConditionExpression: LEDGER_CONDITION.absent } },
  });
  return {
    async open(departmentId) {
      const items = await wholePartition(db, TableName, LEDGER_KEY.openOrders(departmentId));
      return items.map((item) => PaymentOrder.strip().parse(item));
    },
    give: (order) => [
      once({ ...LEDGER_KEY.order(order.caseId, order.orderNumber), ...order }),
      once({ ...LEDGER_KEY.openOrder(order.departmentId, order.orderNumber), ...order }),
    ],
    settle: ({ departmentId, orderNumber }) => ({
      write: {
        Delete: {
          TableName,
          Key: LEDGER_KEY.openOrder(departmentId, orderNumber),
          ConditionExpression: LEDGER_CONDITION.present,
        },
      },
    }),
  };
}
