import { ExportPaymentOrders } from '../../workflows/patent-funding/payment/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { route } from '../shared/route.ts';
import { orderFile } from './payment/order-file.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';
import { orderWorkbook } from './workbook/order-workbook.ts';

/** The order file as XLSX. */
export async function exportPaymentOrders(
  { actor }: Pick<RouteInput<typeof ExportPaymentOrders>, 'actor'>,
  services: MoneyServices,
) {
  const file = await orderFile(actor, services);
  const on = file.madeAt.slice(0, 10);
  return {
    body: await orderWorkbook(file),
    headers: { 'content-disposition': `attachment; filename="payment-orders-${on}.xlsx"` },
  };
}

export const handler = route(ExportPaymentOrders, exportPaymentOrders, moneyServices);
