import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepDemand } from '../../../functions/financing-demand/keep-demand.ts';
import { type DeliveryPlace, START } from '../../../functions/financing-demand/list/deliveries.ts';
import { encodePlace } from '../../../functions/financing-demand/list/delivery-cursor.ts';
import { drawUp } from '../../../functions/financing-demand/list/draw-up.ts';
import { executionName } from '../../../functions/shared/client/machines.ts';
import { type SimulatedEndpoint, startEndpoint } from '../../../tools/bank-simulator/endpoint.ts';
import { DataGroup, type GrantRequest } from '../../../workflows/financing-demand/consent.ts';
import { isNextList } from '../../../workflows/financing-demand/list/list-hash.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { useDatabase } from '../support/database.ts';
import { NOW } from '../support/world.ts';
import { allowed, type KnownDemand, leaked } from './consent-oracle.ts';
import { stepsIn } from './financing-steps.ts';
import {
  BANK_ONE,
  BANK_TWO,
  demand,
  type FinancingWorld,
  financingWorld,
  GUARANTEE,
} from './financing-world.ts';
import { pushing } from './push-all.ts';

/**
 * Random lives of demands: no institution ever sees a data group that the consent of that moment does not give it, push and pull show
 * the same, lists have no gaps, and whoever sees a demand no more was told so.
 */

const READERS = [BANK_ONE, BANK_TWO, GUARANTEE] as const;
const classOf = ({ organisationId }: Actor) =>
  organisationId === GUARANTEE.organisationId ? 'guarantee' : 'bank';
/** `CONSENT_RUNS=200 npx vitest run ...` looks longer. */
const RUNS = Number(process.env.CONSENT_RUNS ?? 8);
const HOUR_MS = 3_600_000;
const BEGIN_MS = Date.parse(NOW);

const database = useDatabase();
const endpoints = new Map<Actor, SimulatedEndpoint>();
/** The present life's time, in which the endpoints live, too. */
let clock = () => new Date(NOW);
beforeAll(async () => {
  const steps = stepsIn(financingWorld(database.db()));
  const { connect } = pushing(database.db(), financingWorld(database.db()));
  for (const reader of READERS) {
    await steps.offerProducts(reader);
    const endpoint = await startEndpoint({ now: () => clock() });
    endpoints.set(reader, endpoint);
    await connect(reader, endpoint);
  }
});
afterAll(() => Promise.all([...endpoints.values()].map((endpoint) => endpoint.stop())));

const which = fc.nat({ max: 2 });
const grant = fc.record({
  to: fc.constantFrom('bank', 'guarantee', ...READERS.map(({ organisationId }) => organisationId)),
  groups: fc.subarray(DataGroup.options),
  fromHours: fc.constantFrom(-20, -20, -20, 0, 30),
  hours: fc.constantFrom(5, 40, 200, 400),
});
const command = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('submit' as const),
      anonymous: fc.boolean(),
      grants: fc.array(grant, { minLength: 1, maxLength: 3 }),
      urgent: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('give' as const),
      which,
      grants: fc.array(grant, { minLength: 1, maxLength: 2 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('withdraw' as const, 'withdraw' as const, 'close' as const, 'wake' as const),
      which,
      grantId: fc.integer({ min: 1, max: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('ask' as const, 'tell' as const),
      which,
      reader: fc.nat({ max: 2 }),
      granted: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('draw' as const),
      reader: fc.nat({ max: 2 }),
      killed: fc.constantFrom('no', 'before', 'after', 'twice'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 60 }) }),
  },
);
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

/** One life: the platform, its clock, and what the test knows of it. */
class Life {
  readonly world: FinancingWorld = financingWorld(database.db());
  readonly steps = stepsIn(this.world);
  readonly known: KnownDemand[] = [];
  /** Where each reader's lists stood when this life began; what came before is another's. */
  readonly start = new Map<string, DeliveryPlace>();
  nowMs = BEGIN_MS;

  static async begin(): Promise<Life> {
    const life = new Life();
    clock = () => new Date(life.nowMs);
    for (const reader of READERS) {
      await life.draw(reader, 'no');
      const { number } = await life.world.lists.head(reader.organisationId);
      life.start.set(reader.organisationId, { listNumber: number + 1, chunk: 1, position: 0 });
    }
    return life;
  }

  startOf({ organisationId }: Actor): DeliveryPlace {
    return this.start.get(organisationId) ?? START;
  }

  async run(one: Command): Promise<void> {
    switch (one.do) {
      case 'submit':
        return this.submit(
          one.anonymous,
          one.urgent,
          one.grants.map((each) => this.grantOf(each)),
        );
      case 'give':
        return this.give(
          this.at(one.which),
          one.grants.map((each) => this.grantOf(each)),
        );
      case 'withdraw':
      case 'close':
      case 'wake':
        return this.end(one.do, this.at(one.which), one.grantId);
      case 'ask':
      case 'tell':
        return this.identity(one.do, this.at(one.which), READERS[one.reader] ?? BANK_ONE, one.granted);
      case 'draw':
        return this.draw(READERS[one.reader] ?? BANK_ONE, one.killed);
      case 'pass':
        this.nowMs += one.hours * HOUR_MS;
        this.world.setNow(new Date(this.nowMs));
    }
  }

  at(index: number): KnownDemand | undefined {
    return this.known[index % Math.max(this.known.length, 1)];
  }

  grantOf({
    to,
    groups,
    fromHours,
    hours,
  }: typeof grant extends fc.Arbitrary<infer G> ? G : never): GrantRequest {
    const fromMs = this.nowMs + fromHours * HOUR_MS;
    const untilMs = Math.max(fromMs, this.nowMs) + hours * HOUR_MS;
    return {
      grantee:
        to === 'bank' || to === 'guarantee'
          ? { kind: 'class', class: to }
          : { kind: 'institution', institutionId: to },
      dataGroups: groups,
      from: new Date(fromMs).toISOString(),
      until: new Date(untilMs).toISOString(),
    };
  }

  async submit(anonymous: boolean, urgent: boolean, grants: GrantRequest[]): Promise<void> {
    const { terms, consent, ...rest } = demand();
    const { json } = await this.steps.submit({
      ...rest,
      terms: { ...terms, urgent, validUntilOn: '2026-12-20' },
      disclosure: anonymous ? 'anonymous-first' : 'named',
      consent: { ...consent, grants },
    });
    const demandId = String(json.caseId);
    this.known.push({
      demandId,
      anonymous,
      grants: grants.map((each) => ({ grant: each, withdrawn: false })),
      toldTo: new Set(),
      closed: false,
      endsAt: Date.parse('2026-12-21T00:00:00+08:00'),
    });
    await this.wake(demandId);
  }

  async give(to: KnownDemand | undefined, grants: GrantRequest[]): Promise<void> {
    if (!to) return;
    const { status } = await this.steps.give(to.demandId, { ...demand().consent, grants });
    if (status === 200) to.grants.push(...grants.map((each) => ({ grant: each, withdrawn: false })));
  }

  async end(how: 'withdraw' | 'close' | 'wake', of: KnownDemand | undefined, grantId: number): Promise<void> {
    if (!of) return;
    if (how === 'wake') return this.wake(of.demandId);
    const { status } =
      how === 'close'
        ? await this.steps.close(of.demandId)
        : await this.steps.withdraw(of.demandId, [grantId]);
    if (status !== 200) return;
    const withdrawn = of.grants[grantId - 1];
    if (how === 'close') of.closed = true;
    else if (withdrawn) withdrawn.withdrawn = true;
  }

  async identity(
    how: 'ask' | 'tell',
    of: KnownDemand | undefined,
    reader: Actor,
    granted: boolean,
  ): Promise<void> {
    if (!of) return;
    if (how === 'ask') return void (await this.steps.ask(of.demandId, reader));
    const { status } = await this.steps.tell(of.demandId, reader.organisationId, granted);
    if (status !== 200) return;
    if (granted) of.toldTo.add(reader.organisationId);
    else of.toldTo.delete(reader.organisationId);
  }

  /** Draws up a list: once, by two at the same time, or killed just before or after something was written. */
  async draw({ organisationId }: Actor, killed: string): Promise<void> {
    const commit: FinancingWorld['commit'] = async (writes) => {
      if (killed === 'after') await this.world.commit(writes);
      throw new Error('killed');
    };
    if (killed === 'no' || killed === 'twice') {
      const runs = Array.from({ length: killed === 'no' ? 1 : 2 }, () => drawUp(organisationId, this.world));
      return void (await Promise.all(runs));
    }
    await drawUp(organisationId, { ...this.world, commit }).catch((error: Error) => {
      expect(error.message).toBe('killed');
    });
  }

  /** What the machine does when its time has come. */
  async wake(demandId: string): Promise<void> {
    const read = await this.world.cases.read(demandId);
    if (read) await keepDemand({ caseId: demandId, execution: executionName(read) }, this.world);
  }

  /** Everything that a reader gets, by pull and in the bodies that were posted to its endpoint, held against what it may see. */
  async read(reader: Actor): Promise<void> {
    const institution = {
      institutionId: reader.organisationId,
      class: classOf(reader),
      name: { zh: '-', en: '-' },
    } as const;
    const pulled = await this.pullAll(reader);
    const endpoint = endpoints.get(reader) as SimulatedEndpoint;
    const { all } = pushing(database.db(), this.world);
    const pushed = await all(reader.organisationId, this.startOf(reader).listNumber, endpoint);
    expect(pushed).toEqual(pulled);
    for (const of of this.known) {
      const may = allowed(of, institution, this.nowMs);
      const items = pulled.filter(({ demandId }) => demandId === of.demandId);
      expect(items.flatMap((item) => leaked(item.demand, may))).toEqual([]);
      const { status, json } = await this.steps.see(of.demandId, reader);
      expect(status === 200 ? leaked(json as never, may) : []).toEqual([]);
    }
  }

  async pullAll(reader: Actor) {
    const found = [];
    let after = encodePlace(reader.organisationId, this.startOf(reader));
    for (;;) {
      const { items, cursor } = await this.steps.pull(reader, { limit: '7', after });
      if (items.length === 0) return found;
      found.push(...items);
      after = cursor;
    }
  }

  /** After every machine woke and every list went out: whoever sees a demand no more was told so last, and nobody else. */
  async expectTold(reader: Actor): Promise<void> {
    for (const { demandId } of this.known) await this.wake(demandId);
    await this.draw(reader, 'no');
    const items = await this.pullAll(reader);
    for (const of of this.known) {
      const last = items.filter(({ demandId }) => demandId === of.demandId).at(-1);
      if (!last) continue;
      const institution = { institutionId: reader.organisationId, class: classOf(reader) };
      const isOver = last.kind === 'CLOSED' || last.kind === 'CONSENT_WITHDRAWN';
      expect(isOver).toBe(allowed(of, institution, this.nowMs) === undefined);
    }
  }
}

async function expectWholeLists(life: Life, reader: Actor): Promise<void> {
  const { lists } = life.world;
  const { organisationId } = reader;
  const { number: last } = await lists.head(organisationId);
  const first = life.startOf(reader).listNumber;
  let previous = await lists.list(organisationId, first - 1);
  for (let number = first; number <= last; number++) {
    const list = await lists.list(organisationId, number);
    const chunks = await lists.chunks(organisationId, { number, chunk: 1 }, number, 100);
    const items = chunks.map((chunk) => chunk.items);
    expect(list && isNextList(list, items, previous)).toBe(true);
    previous = list;
  }
}

describe('whatever becomes of demands and consents', () => {
  it(
    'no institution sees more than the consent gives at that moment, and lists are whole',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(command, { minLength: 5, maxLength: 18, size: 'max' }),
          async (commands) => {
            const life = await Life.begin();
            for (const [index, one] of commands.entries()) {
              await life.run(one);
              if (index % 3 === 0) await life.read(READERS[(index / 3) % 3] ?? BANK_ONE);
            }
            for (const reader of READERS) {
              await life.read(reader);
              await life.expectTold(reader);
              await expectWholeLists(life, reader);
            }
          },
        ),
        { numRuns: RUNS, endOnFailure: true },
      );
    },
    RUNS * 20_000,
  );
});
