import { randomUUID } from 'node:crypto';
import { keepDemand } from '../../../functions/financing-demand/keep-demand.ts';
import { drawUp } from '../../../functions/financing-demand/list/draw-up.ts';
import { pullDeliveries } from '../../../functions/financing-demand/pull-deliveries.ts';
import { replaceProducts } from '../../../functions/financing-demand/replace-products.ts';
import { submitFinancingDemand } from '../../../functions/financing-demand/submit-financing-demand.ts';
import { route } from '../../../functions/shared/route.ts';
import type { DemandSubmission } from '../../../workflows/financing-demand/contract.ts';
import type { Delivery } from '../../../workflows/financing-demand/list/contract.ts';
import { PullDeliveries } from '../../../workflows/financing-demand/list/routes.ts';
import type { Product } from '../../../workflows/financing-demand/product/contract.ts';
import { ReplaceProducts } from '../../../workflows/financing-demand/product/routes.ts';
import { SubmitFinancingDemand } from '../../../workflows/financing-demand/routes.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { ENTERPRISE } from '../support/actors.ts';
import { send } from '../support/http.ts';
import { demand, type FinancingWorld, product } from './financing-world.ts';

/** What people and machines do with demands, over the doors of the functions. */
export function stepsIn(world: FinancingWorld) {
  const key = () => ({ 'idempotency-key': randomUUID() });
  return {
    submit: (body: unknown = demand(), actor: Actor = ENTERPRISE) =>
      send(
        route(SubmitFinancingDemand, submitFinancingDemand, () => world),
        { actor, body, headers: key() },
      ),
    /** Submits a demand and lets the machine choose whom to send it to. */
    async sent(overrides: Partial<DemandSubmission> = {}): Promise<string> {
      const { json } = await this.submit(demand(overrides));
      const demandId = String(json.caseId);
      await keepDemand({ caseId: demandId }, world);
      return demandId;
    },
    offerProducts: (actor: Actor, products: unknown[] = [product()], version = 0) =>
      send(
        route(ReplaceProducts, replaceProducts, () => world),
        {
          actor,
          body: { products: products as Product[] },
          headers: { ...key(), 'if-match': `"${version}"` },
        },
      ),
    drawUp: ({ organisationId }: Actor) => drawUp(organisationId, world),
    async pull(actor: Actor, query: Record<string, string> = {}) {
      const { status, json } = await send(
        route(PullDeliveries, pullDeliveries, () => world),
        { actor, query },
      );
      return { status, items: (json.items ?? []) as Delivery[], cursor: String(json.cursor), json };
    },
  };
}
