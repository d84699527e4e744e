import { ListPaymentOrders } from '../../workflows/patent-funding/payment/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { orderFile } from './payment/order-file.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';

/** The order file as JSON. */
export async function listPaymentOrders(
  { actor }: Pick<RouteInput<typeof ListPaymentOrders>, 'actor'>,
  services: MoneyServices,
): Promise<RouteReply<typeof ListPaymentOrders>> {
  return { body: await orderFile(actor, services) };
}

export const handler = route(ListPaymentOrders, listPaymentOrders, moneyServices);
