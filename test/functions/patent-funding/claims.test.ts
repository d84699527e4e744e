import { beforeEach, describe, expect, it } from 'vitest';
import { RegistryUnreachableError } from '../../../functions/patent-funding/registry/patent-registry.ts';
import { ENTERPRISE, OTHER_ENTERPRISE } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { applied, type FundingWorld, fundingWorld, newPatents } from './funding-world.ts';

const database = useDatabase();
let w: FundingWorld;
beforeEach(() => {
  w = fundingWorld(database.db());
});

/** Applications of two enterprises for the same patents, which are each other's co-owners; assessed. */
async function rivals(count: number) {
  const names = [ENTERPRISE, OTHER_ENTERPRISE].map(({ organisationName }) => organisationName);
  const patents = await newPatents(w, count, { patentees: names });
  const waived = patents.map((patent) => ({ ...patent, coOwnersWaive: true }));
  const one = await applied(w, waived);
  const other = await applied(w, waived, OTHER_ENTERPRISE);
  await Promise.all([one.assess(), other.assess()]);
  return [one, other] as const;
}

async function withdraw({ read }: Awaited<ReturnType<typeof applied>>) {
  const { case: found } = await read();
  const at = '2026-11-23T10:00:00+08:00';
  const deed = { kind: 'case-withdrawn', at, actor: { by: 'platform', step: 'test' } } as const;
  await w.commit(w.cases.change(found, { status: 'WITHDRAWN' }, deed));
}

describe('a patent', () => {
  it('is had by exactly one of two applications that claim it at the same moment; the other is told by whom, masked', async () => {
    const [one, other] = await rivals(30);
    await Promise.all([one.claim(), other.claim()]);
    const [ofOne, ofOther] = await Promise.all([one.rows(), other.rows()]);
    const holders = await one.holders();
    ofOne.forEach((row, index) => {
      const had = [row, ofOther[index]].map((claimed) => claimed?.amountFen !== undefined);
      expect(had).toEqual([holders[index] === one.caseId, holders[index] === other.caseId]);
      expect(had.filter(Boolean)).toHaveLength(1);
    });
    const lost = [...ofOne, ...ofOther].filter(({ amountFen }) => amountFen === undefined);
    for (const { failed } of lost) {
      expect(failed).toMatchObject([{ ruleId: 'not-funded-before', zh: expect.stringContaining('＊') }]);
      expect(JSON.stringify(failed)).not.toContain(ENTERPRISE.organisationName);
      expect(JSON.stringify(failed)).not.toContain(OTHER_ENTERPRISE.organisationName);
    }
  });

  it('stays with its case however often the step runs', async () => {
    const [one] = await rivals(2);
    const first = await one.claim();
    const again = await Promise.all([one.claim(), one.claim()]);
    expect(again).toEqual([first, first]);
    expect(await one.holders()).toEqual([one.caseId, one.caseId]);
    expect(await one.audit()).toEqual(['case-submitted', 'patents-assessed', 'review-planned']);
  });

  it('stays with its case where the step dies after claiming and runs again', async () => {
    const [one, other] = await rivals(3);
    const { commit } = w;
    let lived = false;
    const dying: typeof commit = (writes) => {
      if (lived) return Promise.reject(new Error('killed'));
      lived = true;
      return commit(writes);
    };
    Object.assign(w, { commit: dying });
    await expect(one.claim()).rejects.toThrow('killed');
    Object.assign(w, { commit });
    expect(await other.claim()).toEqual({ caseId: other.caseId, next: 'end' });
    expect(await one.claim()).toMatchObject({ next: 'review' });
    expect(await one.holders()).toEqual([one.caseId, one.caseId, one.caseId]);
  });

  it('is free again after every end but payment, and another’s claim stays', async () => {
    const [one, other] = await rivals(2);
    await one.claim();
    expect(await other.claim()).toMatchObject({ next: 'end' });
    expect(await other.release()).toEqual({ caseId: other.caseId, status: 'DECIDED' });
    expect(await one.holders()).toEqual([one.caseId, one.caseId]);
    await withdraw(one);
    expect(await one.release()).toEqual({ caseId: one.caseId, status: 'WITHDRAWN' });
    expect(await one.release()).toEqual({ caseId: one.caseId, status: 'WITHDRAWN' });
    expect(await one.holders()).toEqual([undefined, undefined]);
  });
});

describe('the cap of an enterprise and year', () => {
  it('is not passed by two applications at the same moment, and is given back with the end of one', async () => {
    // 57 patents of 1,750 yuan are 99,750 of 100,000 yuan; the next gets the rest.
    const [a, b] = await Promise.all([newPatents(w, 40), newPatents(w, 40)]);
    const actor = { ...ENTERPRISE, organisationId: '91500109LJDEM00338' };
    const one = await applied(w, a, actor);
    const other = await applied(w, b, actor);
    await Promise.all([one.assess(), other.assess()]);
    await Promise.all([one.claim(), other.claim()]);
    const grants = await Promise.all([one, other].map(async ({ read }) => (await read()).detail.amountFen));
    expect([...grants].sort()).toEqual([3_000_000, 7_000_000]);
    const later = await applied(w, await newPatents(w, 1), actor);
    await later.assess();
    expect(await later.claim()).toMatchObject({ next: 'end' });
    expect((await later.rows())[0]?.failed).toMatchObject([{ ruleId: 'below-enterprise-cap' }]);
    // A patent for which no money is left stays free.
    expect(await later.holders()).toEqual([undefined]);

    await withdraw(other);
    await other.release();
    const next = await applied(w, await newPatents(w, 1), actor);
    await next.assess();
    expect(await next.claim()).toMatchObject({ next: 'review' });
  });
});

describe('a registry that does not answer', () => {
  it('lets the case wait, longer and longer, and go on when it answers', async () => {
    const patents = await newPatents(w, 1);
    const answers = w.registry;
    let now = new Date('2026-11-23T09:30:00+08:00');
    const silent = { find: () => Promise.reject(new RegistryUnreachableError('nobody')) };
    w = fundingWorld(database.db(), { now: () => now, registry: silent });
    const one = await applied(w, patents);
    const waits = [];
    for (const minutes of [0, 1, 30, 600]) {
      now = new Date(now.getTime() + minutes * 60_000);
      const reply = await one.assess();
      waits.push(reply.next === 'wait' ? reply.seconds : reply.next);
    }
    expect(waits).toEqual([60, 60, 1860, 3600]);
    expect((await one.read()).detail.registryUnreachableSince).toBe('2026-11-23T09:30:00+08:00');
    Object.assign(w, { registry: answers });
    expect(await one.assess()).toEqual({ caseId: one.caseId, next: 'claim' });
    expect((await one.read()).detail.registryUnreachableSince).toBeUndefined();
    expect(await one.audit()).toEqual(['case-submitted', 'registry-unreachable', 'patents-assessed']);
  });
});
