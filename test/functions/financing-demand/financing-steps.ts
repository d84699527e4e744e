import { randomUUID } from 'node:crypto';
import { answerIdentityRequest } from '../../../functions/financing-demand/answer-identity-request.ts';
import { changeFinancingDemand } from '../../../functions/financing-demand/change-financing-demand.ts';
import { closeFinancingDemand } from '../../../functions/financing-demand/close-financing-demand.ts';
import { demandRoute } from '../../../functions/financing-demand/demand/demand-route.ts';
import { giveConsent } from '../../../functions/financing-demand/give-consent.ts';
import { keepDemand } from '../../../functions/financing-demand/keep-demand.ts';
import { drawUp } from '../../../functions/financing-demand/list/draw-up.ts';
import { pullDeliveries } from '../../../functions/financing-demand/pull-deliveries.ts';
import { readDemandSeen } from '../../../functions/financing-demand/read-demand-seen.ts';
import { replaceProducts } from '../../../functions/financing-demand/replace-products.ts';
import { requestIdentity } from '../../../functions/financing-demand/request-identity.ts';
import { showMatches } from '../../../functions/financing-demand/show-matches.ts';
import { submitFinancingDemand } from '../../../functions/financing-demand/submit-financing-demand.ts';
import { withdrawConsent } from '../../../functions/financing-demand/withdraw-consent.ts';
import { route } from '../../../functions/shared/route.ts';
import {
  AnswerIdentityRequest,
  ChangeFinancingDemand,
  CloseFinancingDemand,
  GiveConsent,
  ReadDemandSeen,
  RequestIdentity,
  ShowMatches,
  WithdrawConsent,
} from '../../../workflows/financing-demand/change/routes.ts';
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
  const key = (value: string = randomUUID()) => ({ 'idempotency-key': value });
  return {
    submit: (body: unknown = demand(), actor: Actor = ENTERPRISE, sameKey?: string) =>
      send(
        route(SubmitFinancingDemand, submitFinancingDemand, () => world),
        { actor, body, headers: key(sameKey) },
      ),
    /** Submits a demand and lets the machine choose whom to send it to. */
    async sent(overrides: Partial<DemandSubmission> = {}): Promise<string> {
      const { json } = await this.submit(demand(overrides));
      const demandId = String(json.caseId);
      await keepDemand({ caseId: demandId, execution: demandId }, world);
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
    change: (demandId: string, body: unknown, version: number, actor: Actor = ENTERPRISE) =>
      send(
        demandRoute(ChangeFinancingDemand, changeFinancingDemand, () => world),
        { actor, path: { demandId }, body, headers: { ...key(), 'if-match': `"${version}"` } },
      ),
    close: (demandId: string, actor: Actor = ENTERPRISE) =>
      send(
        demandRoute(CloseFinancingDemand, closeFinancingDemand, () => world),
        { actor, path: { demandId }, body: {}, headers: key() },
      ),
    give: (demandId: string, consent: unknown) =>
      send(
        demandRoute(GiveConsent, giveConsent, () => world),
        { actor: ENTERPRISE, path: { demandId }, body: consent, headers: key() },
      ),
    withdraw: (demandId: string, grantIds: number[]) =>
      send(
        demandRoute(WithdrawConsent, withdrawConsent, () => world),
        { actor: ENTERPRISE, path: { demandId }, body: { grantIds }, headers: key() },
      ),
    ask: (demandId: string, actor: Actor) =>
      send(
        demandRoute(RequestIdentity, requestIdentity, () => world),
        { actor, path: { demandId }, headers: key() },
      ),
    tell: (demandId: string, institutionId: string, granted: boolean) =>
      send(
        demandRoute(AnswerIdentityRequest, answerIdentityRequest, () => world),
        { actor: ENTERPRISE, path: { demandId }, body: { institutionId, granted }, headers: key() },
      ),
    see: (demandId: string, actor: Actor) =>
      send(
        demandRoute(ReadDemandSeen, readDemandSeen, () => world),
        { actor, path: { demandId } },
      ),
    matches: (demandId: string) =>
      send(
        demandRoute(ShowMatches, showMatches, () => world),
        { actor: ENTERPRISE, path: { demandId } },
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
