import { beforeEach, describe, expect, it } from 'vitest';
import { keepDemand } from '../../../functions/financing-demand/keep-demand.ts';
import { drawUp } from '../../../functions/financing-demand/list/draw-up.ts';
import { isNextList } from '../../../workflows/financing-demand/list/list-hash.ts';
import { ENTERPRISE } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { stepsIn } from './financing-steps.ts';
import {
  BANK_ONE,
  BANK_TWO,
  demand,
  type FinancingWorld,
  financingWorld,
  GUARANTEE,
} from './financing-world.ts';

const database = useDatabase();
let world: FinancingWorld;
let steps: ReturnType<typeof stepsIn>;

beforeEach(async () => {
  world = financingWorld(database.db());
  steps = stepsIn(world);
  for (const institution of [BANK_ONE, BANK_TWO, GUARANTEE]) {
    const { version } = await world.products.inForce(institution.organisationId);
    await steps.offerProducts(institution, undefined, version);
  }
});

describe('a demand that was sent', () => {
  it('is in the next list of each institution it was sent to, and nobody sees it before', async () => {
    const demandId = await steps.sent();
    const before = await steps.pull(BANK_ONE);
    expect(before.items.map((item) => item.demandId)).not.toContain(demandId);

    await steps.drawUp(BANK_ONE);

    const after = await steps.pull(BANK_ONE, { after: before.cursor });
    expect(after.items).toMatchObject([
      { demandId, kind: 'NEW', demand: { demandId, identity: { uscc: ENTERPRISE.organisationId } } },
    ]);
    expect((await steps.pull(GUARANTEE)).items.map((item) => item.demandId)).not.toContain(demandId);
  });

  it('is in a list at once where it is urgent', async () => {
    await steps.drawUp(BANK_TWO);
    const { cursor } = await steps.pull(BANK_TWO);
    const urgent = await steps.sent({ terms: { ...demand().terms, urgent: true } });

    const { items } = await steps.pull(BANK_TWO, { after: cursor });
    expect(items).toMatchObject([{ demandId: urgent, kind: 'NEW' }]);
    expect(await world.lists.atOnce()).toEqual([]);
  });

  it('is over, and told so at once, after its last day', async () => {
    const demandId = await steps.sent();
    await steps.drawUp(BANK_ONE);
    const { cursor } = await steps.pull(BANK_ONE);

    world.setNow('2027-02-01T00:00:00+08:00');
    expect(await keepDemand({ caseId: demandId, execution: demandId }, world)).toEqual({
      caseId: demandId,
      next: 'end',
    });

    const { items } = await steps.pull(BANK_ONE, { after: cursor });
    expect(items).toMatchObject([{ demandId, kind: 'CLOSED' }]);
    expect(items[0]).not.toHaveProperty('demand');
    expect(await world.cases.read(demandId)).toMatchObject({ status: 'DECIDED' });
  });
});

describe('the lists of an institution', () => {
  it('have numbers without gaps and the hash of the one before', async () => {
    for (let count = 0; count < 3; count++) {
      await steps.sent();
      await steps.drawUp(BANK_ONE);
    }
    const { number } = await world.lists.head(BANK_ONE.organisationId);
    let previous: Awaited<ReturnType<typeof world.lists.list>>;
    for (let next = 1; next <= number; next++) {
      const list = await world.lists.list(BANK_ONE.organisationId, next);
      const chunks = await world.lists.chunks(BANK_ONE.organisationId, { number: next, chunk: 1 }, next, 100);
      if (!list) throw new Error(`list ${next} is missing`);
      expect(
        isNextList(
          list,
          chunks.map(({ items }) => items),
          previous,
        ),
      ).toBe(true);
      expect(isNextList({ ...list, itemCount: list.itemCount + 1 }, [], previous)).toBe(false);
      previous = list;
    }
  });

  it('have every row once, killed before or after any write of a list of three pages', async () => {
    const reader = 'killed-anywhere';
    const tellings = [{ institutionId: reader, kind: 'NEW', first: true } as const];
    const told = Array.from({ length: 200 }, (_, index) => `told-${String(index).padStart(3, '0')}`);
    const rows = told.flatMap((demandId) => world.lists.tell(demandId, 1, tellings));
    for (const half of [rows.slice(0, 100), rows.slice(100)]) await world.commit(half);

    for (const when of ['before', 'after', 'before', 'after'] as const) {
      const commit: FinancingWorld['commit'] = async (writes) => {
        if (when === 'after') await world.commit(writes);
        throw new Error('killed');
      };
      await expect(drawUp(reader, { ...world, commit })).rejects.toThrow('killed');
      expect(await world.lists.head(reader)).toMatchObject({ number: 0 });
    }
    await drawUp(reader, world);

    expect(await world.lists.list(reader, 1)).toMatchObject({ number: 1, itemCount: 200 });
    const chunks = await world.lists.chunks(reader, { number: 1, chunk: 1 }, 1, 10);
    expect(chunks.flatMap(({ items }) => items.map(({ demandId }) => demandId)).sort()).toEqual(told);
    expect(await world.lists.pending(reader, 10)).toEqual([]);
  });

  it('are made once by two runs at the same time', async () => {
    const sent = [await steps.sent(), await steps.sent()];
    const { cursor } = await steps.pull(BANK_ONE);

    await Promise.all([steps.drawUp(BANK_ONE), steps.drawUp(BANK_ONE), steps.drawUp(BANK_ONE)]);

    const { items } = await steps.pull(BANK_ONE, { after: cursor });
    expect(items.map((item) => item.demandId).sort()).toEqual(sent.sort());
    expect((await steps.drawUp(BANK_ONE)).number).toBeUndefined();
  });
});
