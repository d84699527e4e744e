import type { OrderFile } from '../../../workflows/patent-funding/payment/contract.ts';
import { controlSums } from '../../../workflows/patent-funding/payment/rules/control-sums.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { localInstant } from '../../../workflows/shared/working-days.ts';
import type { MoneyServices } from '../store/money-services.ts';

/** What the actor's own department has to pay now; empty for one that pays nothing. */
export async function orderFile(
  { organisationId: departmentId }: Actor,
  { orders, now }: Pick<MoneyServices, 'orders' | 'now'>,
): Promise<OrderFile> {
  const open = await orders.open(departmentId);
  return { departmentId, madeAt: localInstant(now()), orders: open, control: controlSums(open) };
}
