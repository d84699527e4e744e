import type { Product, ProductCatalogue } from '../../../workflows/financing-demand/product/contract.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { localInstant } from '../../../workflows/shared/working-days.ts';
import { changedMeanwhile } from '../../shared/request-headers.ts';
import type { IdempotentRequest } from '../../shared/store/idempotency-store.ts';
import { untilFresh } from '../../shared/store/stale-read.ts';
import type { ServicesWithLists } from '../store/services-with-lists.ts';

interface Replacement {
  readonly institutionId: string;
  readonly products: Product[];
  readonly actor: Actor;
  /** The version that the caller read. */
  readonly ifMatch: number;
  readonly idempotency: IdempotentRequest;
}

/** Makes judged products the catalogue in force, as its next version; open demands are matched with it before the next day's lists. @throws RefusedError 412 where another came first */
export function replaceCatalogue(
  { institutionId, products, actor, ifMatch, idempotency }: Replacement,
  { products: store, productChanges, idempotency: markers, commit, now }: ServicesWithLists,
): Promise<{ body: ProductCatalogue; version: number }> {
  return untilFresh(async () => {
    const read = await store.inForce(institutionId);
    if (read.version !== ifMatch) throw changedMeanwhile({ institutionId, version: read.version });
    const version = read.version + 1;
    const { personId, personName } = actor;
    const changedAt = localInstant(now());
    const body = { institutionId, version, products, changedAt, changedBy: { personId, personName } };
    const reply = { body, version };
    await commit([
      markers.remember(idempotency, reply, now()),
      ...store.replace(read, body),
      productChanges.changed(institutionId),
    ]);
    return reply;
  });
}
