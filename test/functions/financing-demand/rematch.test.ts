import { beforeEach, describe, expect, it } from 'vitest';
import { giveAnswer } from '../../../functions/financing-demand/give-answer.ts';
import { rematchDemands } from '../../../functions/financing-demand/rematch-demands.ts';
import { route } from '../../../functions/shared/route.ts';
import { GiveAnswer } from '../../../workflows/financing-demand/answer/routes.ts';
import { DemandDetail } from '../../../workflows/financing-demand/contract.ts';
import type { Product } from '../../../workflows/financing-demand/product/contract.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { useDatabase } from '../support/database.ts';
import { send } from '../support/http.ts';
import { stepsIn } from './financing-steps.ts';
import {
  BANK_ONE,
  BANK_TWO,
  demand,
  type FinancingWorld,
  financingWorld,
  product,
} from './financing-world.ts';

const database = useDatabase();
const ON = { on: '2026-11-24' };
let w: FinancingWorld;
let steps: ReturnType<typeof stepsIn>;

/** Nothing is left of the tests before: one bank has a product that fits, the other has none, and nothing is to be matched. */
beforeEach(async () => {
  w = financingWorld(database.db());
  steps = stepsIn(w);
  await offers(BANK_ONE, [product()]);
  await offers(BANK_TWO, []);
  await rematchAll();
});

async function offers(bank: Actor, products: Product[]): Promise<void> {
  const { version } = await w.products.inForce(bank.organisationId);
  expect(await steps.offerProducts(bank, products, version)).toMatchObject({ status: 200 });
}

async function rematchAll(services: FinancingWorld = w): Promise<number> {
  let sent = 0;
  for (let runs = 0; runs < 20; runs++) {
    const run = await rematchDemands(ON, services);
    sent += run.sent;
    if (run.done) return sent;
  }
  throw new Error('it comes to no end');
}

const recipientsOf = async (demandId: string) =>
  DemandDetail.parse(await w.cases.readDetail(demandId)).recipients.map(({ institutionId }) => institutionId);
const terms = (variation: Partial<DemandDetail['terms']>) => ({ terms: { ...demand().terms, ...variation } });

describe('a product that is new or changed', () => {
  it('is matched with demands that stand already: the bank finds them in its next list, once', async () => {
    const demandId = await steps.sent();
    await steps.drawUp(BANK_TWO);
    const { cursor } = await steps.pull(BANK_TWO);
    expect(await recipientsOf(demandId)).toEqual([BANK_ONE.organisationId]);

    await offers(BANK_TWO, [product()]);
    expect((await steps.pull(BANK_TWO, { after: cursor })).items).toEqual([]);
    await rematchAll();
    await steps.drawUp(BANK_TWO);

    const { items } = await steps.pull(BANK_TWO, { after: cursor });
    expect(items.filter((item) => item.demandId === demandId)).toMatchObject([
      { kind: 'NEW', demand: { demandId } },
    ]);
    expect((await steps.matches(demandId)).json).toMatchObject({
      matches: expect.arrayContaining([
        expect.objectContaining({ institutionId: BANK_TWO.organisationId, eligible: true }),
      ]),
    });
    expect(await rematchAll()).toBe(0);
    expect((await steps.drawUp(BANK_TWO)).number).toBeUndefined();
  });

  it('costs no look at demands that it cannot fit: of another facility, amount or region, or over', async () => {
    const over = await steps.sent();
    await steps.close(over);
    const others = [
      await steps.sent(terms({ facility: 'fixed-assets' })),
      await steps.sent(terms({ amountFromFen: 2_000_000_000, amountToFen: 3_000_000_000 })),
    ];
    const standing = await steps.sent();
    const read: string[] = [];
    const watched: FinancingWorld = {
      ...w,
      cases: {
        ...w.cases,
        read(demandId) {
          read.push(demandId);
          return w.cases.read(demandId);
        },
      },
    };

    await offers(BANK_TWO, [product({ regions: ['500105'] })]);
    await rematchAll(watched);
    expect(read).toEqual([]);
    await offers(BANK_TWO, [product()]);
    await rematchAll(watched);

    expect(read).toContain(standing);
    expect(read).not.toEqual(expect.arrayContaining([over]));
    for (const other of others) expect(read).not.toContain(other);
  });

  it('follows a demand whose facility was changed', async () => {
    const demandId = await steps.sent(terms({ facility: 'fixed-assets' }));
    const { contact, declared, terms: own } = demand();
    const { version } = DemandDetail.parse(await w.cases.readDetail(demandId));
    expect(await steps.change(demandId, { contact, declared, terms: own }, version)).toMatchObject({
      status: 200,
    });

    await offers(BANK_TWO, [product()]);
    await rematchAll();

    expect(await recipientsOf(demandId)).toContain(BANK_TWO.organisationId);
    const left = await w.openDemands.page('fixed-assets', undefined, 100);
    expect(left.map((one) => one.demandId)).not.toContain(demandId);
  });

  it.each(['before', 'after'])(
    'is matched to the end although the run is killed %s any of its writes',
    async (when) => {
      const sent = [await steps.sent(), await steps.sent(), await steps.sent()];
      await offers(BANK_TWO, [product()]);
      for (let write = 0; write < 30; write++) {
        let left = write;
        const commit: FinancingWorld['commit'] = async (writes) => {
          if (left-- > 0) return w.commit(writes);
          if (when === 'after') await w.commit(writes);
          throw new Error('killed');
        };
        const killed = await rematchAll({ ...w, commit }).catch((error: Error) => error.message);
        if (killed !== 'killed') break;
      }

      for (const demandId of sent) {
        expect(await recipientsOf(demandId)).toEqual([BANK_ONE, BANK_TWO].map((one) => one.organisationId));
        const { items } = await w.cases.readAudit(demandId, { limit: 20 });
        expect(items.filter(({ kind }) => kind === 'demand-reviewed')).toHaveLength(1);
      }
    },
  );

  it('is matched page by page, from the first again where the products change meanwhile', async () => {
    const rows = Array.from({ length: 150 }, (_, index) => ({
      demandId: `none-${String(index).padStart(4, '0')}`,
      facility: 'supply-chain',
      amountFromFen: 100_000_000,
      amountToFen: 200_000_000,
      region: '500112',
    }));
    for (const row of rows) await w.commit(w.openDemands.move(undefined, row));
    await offers(BANK_TWO, [product({ facility: 'supply-chain' })]);
    let pages = 0;
    const counting = {
      ...w.openDemands,
      async page(...[facility, after, limit]: Parameters<FinancingWorld['openDemands']['page']>) {
        pages++;
        if (pages === 1) await offers(BANK_TWO, [product({ facility: 'supply-chain', name: '改' })]);
        return w.openDemands.page(facility, after, limit);
      },
    };

    await rematchAll({ ...w, openDemands: counting });

    // Once, in vain; then both pages.
    expect(pages).toBe(3);
    expect(await w.productChanges.first()).toBeUndefined();
  });

  it('begins another round of a demand whose institutions have all refused, and has its time seen to', async () => {
    const demandId = await steps.sent();
    const refusal = { kind: 'refusal', reason: 'no-product', text: '暂无匹配产品' };
    await send(
      route(GiveAnswer, giveAnswer, () => w),
      {
        actor: BANK_ONE,
        path: { institutionId: 'me', demandId },
        headers: { 'idempotency-key': demandId },
        body: refusal,
      },
    );
    expect(DemandDetail.parse(await w.cases.readDetail(demandId)).exhaustedAt).toBeDefined();

    await offers(BANK_TWO, [product()]);
    await rematchAll();

    const detail = DemandDetail.parse(await w.cases.readDetail(demandId));
    expect(detail.recipients.at(-1)).toMatchObject({ institutionId: BANK_TWO.organisationId, round: 2 });
    expect(detail).not.toHaveProperty('exhaustedAt');
    expect(await w.cases.read(demandId)).toMatchObject({ attempt: 2 });
  });
});
