import { beforeEach, describe, expect, it } from 'vitest';
import { keepDemand } from '../../../functions/financing-demand/keep-demand.ts';
import type { DemandSubmission } from '../../../workflows/financing-demand/contract.ts';
import type { MatchResult } from '../../../workflows/financing-demand/match.ts';
import { ENTERPRISE, OTHER_ENTERPRISE } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { organisationsTold } from '../support/told-of.ts';
import { stepsIn } from './financing-steps.ts';
import {
  BANK_ONE,
  BANK_TWO,
  demand,
  type FinancingWorld,
  financingWorld,
  GUARANTEE,
  product,
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
    await steps.drawUp(institution);
  }
});

const { consent, terms, contact, declared } = demand();
const grantFor = (institutionId: string, overrides: object = {}): DemandSubmission['consent'] => ({
  ...consent,
  grants: consent.grants.map((grant) => ({
    ...grant,
    grantee: { kind: 'institution', institutionId },
    ...overrides,
  })),
});
const { organisationId: one } = BANK_ONE;
const { organisationId: two } = BANK_TWO;
const lastOf = async (actor: typeof BANK_ONE, after: string) => (await steps.pull(actor, { after })).items;
const codesOf = (json: Record<string, unknown>) =>
  (json.faults as { pointer: string; code: string }[]).map(({ pointer, code }) => `${pointer} ${code}`);

describe('a consent that is withdrawn', () => {
  it('ends every view at once, and the institution is told so in a list of its own', async () => {
    const demandId = await steps.sent({ consent: grantFor(one) });
    await steps.drawUp(BANK_ONE);
    const { items, cursor } = await steps.pull(BANK_ONE);
    expect(items.at(-1)).toMatchObject({ demandId, demand: { demandId } });

    expect((await steps.withdraw(demandId, [1])).status).toBe(200);

    const again = (await steps.pull(BANK_ONE)).items.filter((item) => item.demandId === demandId);
    expect(again.map(({ kind, demand: shown }) => [kind, shown])).toEqual([
      ['NEW', undefined],
      ['CONSENT_WITHDRAWN', undefined],
    ]);
    expect(await lastOf(BANK_ONE, cursor)).toMatchObject([{ demandId, kind: 'CONSENT_WITHDRAWN' }]);
    expect((await steps.see(demandId, BANK_ONE)).status).toBe(403);
  });

  it('is refused as a whole where one grant is none or was withdrawn before', async () => {
    const demandId = await steps.sent();
    await steps.withdraw(demandId, [1]);
    const { status, json } = await steps.withdraw(demandId, [1, 7]);
    expect([status, codesOf(json)]).toEqual([
      422,
      ['/grantIds/0 grant-withdrawn', '/grantIds/1 grant-unknown'],
    ]);
  });

  it('says nothing to an institution that never heard of the demand', async () => {
    const demandId = await steps.sent({ consent: grantFor(one) });
    const { cursor } = await steps.pull(BANK_ONE);
    await steps.withdraw(demandId, [1]);
    expect(await lastOf(BANK_ONE, cursor)).toEqual([]);
  });

  it('and given again shows the demand as new', async () => {
    const demandId = await steps.sent({ consent: grantFor(one) });
    await steps.drawUp(BANK_ONE);
    await steps.withdraw(demandId, [1]);
    const { cursor } = await steps.pull(BANK_ONE);

    await steps.give(demandId, grantFor(one, { dataGroups: ['tax'] }));
    await steps.drawUp(BANK_ONE);

    const [item] = await lastOf(BANK_ONE, cursor);
    expect(item).toMatchObject({ demandId, kind: 'NEW', demand: { dataGroups: ['tax'], tax: declared.tax } });
    expect(item?.demand).not.toHaveProperty('identity');
  });
});

describe('time alone', () => {
  it('ends a grant: nothing is seen from that moment, and the machine, then awake, tells so', async () => {
    const until = '2026-11-30T12:00:00+08:00';
    const demandId = await steps.sent({ consent: grantFor(one, { until }) });
    await steps.drawUp(BANK_ONE);
    const { cursor } = await steps.pull(BANK_ONE);

    world.setNow(until);
    expect((await steps.see(demandId, BANK_ONE)).status).toBe(403);
    expect(await keepDemand({ caseId: demandId, execution: demandId }, world)).toMatchObject({
      next: 'wait',
      wakeAt: '2027-01-31T16:00:00.000Z',
    });
    expect(await lastOf(BANK_ONE, cursor)).toMatchObject([{ demandId, kind: 'CONSENT_WITHDRAWN' }]);
  });

  it('ends a demand whose validity is over, and the enterprise is told once', async () => {
    const demandId = await steps.sent();

    world.setNow('2027-02-01T00:00:00+08:00');
    const looks = { caseId: demandId, execution: demandId };
    expect(await keepDemand(looks, world)).toMatchObject({ next: 'end' });
    expect(await keepDemand(looks, world)).toMatchObject({ next: 'end' });

    expect(await organisationsTold(database.db(), demandId, 'demand-lapsed')).toEqual([
      ENTERPRISE.organisationId,
    ]);
  });

  it('begins a grant: an earlier moment than the machine waits for begins another execution', async () => {
    const demandId = await steps.sent({ consent: grantFor(one) });
    const from = '2026-12-01T00:00:00+08:00';
    await steps.give(demandId, grantFor(two, { from }));
    expect(await world.cases.read(demandId)).toMatchObject({ attempt: 2 });

    world.setNow(from);
    const { cursor } = await steps.pull(BANK_TWO);
    expect(await keepDemand({ caseId: demandId, execution: demandId }, world)).toMatchObject({ next: 'end' });
    expect(await lastOf(BANK_TWO, cursor)).toEqual([]);
    await keepDemand({ caseId: demandId, execution: `${demandId}-2` }, world);
    expect(await lastOf(BANK_TWO, cursor)).toMatchObject([{ demandId, kind: 'NEW' }]);
  });
});

describe('an enterprise that stays anonymous at first', () => {
  const numberOf = (json: Record<string, unknown>) => json.identity as { uscc: string } | undefined;

  it('is known to the institution that asked and was told, and to no other', async () => {
    const demandId = await steps.sent({ disclosure: 'anonymous-first' });
    await steps.drawUp(BANK_ONE);
    expect(numberOf((await steps.see(demandId, BANK_ONE)).json)).toBeUndefined();
    const { cursor } = await steps.pull(BANK_ONE);

    expect((await steps.ask(demandId, BANK_ONE)).json).toMatchObject({ identityRequest: 'asked' });
    expect((await steps.ask(demandId, BANK_ONE)).status).toBe(409);
    expect((await steps.tell(demandId, one, true)).status).toBe(200);

    expect(await lastOf(BANK_ONE, cursor)).toMatchObject([
      { demandId, kind: 'CHANGED', demand: { identity: { uscc: ENTERPRISE.organisationId } } },
    ]);
    expect(numberOf((await steps.see(demandId, BANK_TWO)).json)).toBeUndefined();

    await steps.tell(demandId, one, false);
    expect(numberOf((await steps.see(demandId, BANK_ONE)).json)).toBeUndefined();
  });

  it('is not told of without a grant that gives the identity, nor to whom did not ask', async () => {
    const demandId = await steps.sent({
      disclosure: 'anonymous-first',
      consent: grantFor(one, { dataGroups: [] }),
    });
    await steps.ask(demandId, BANK_ONE);
    const refused = await steps.tell(demandId, one, true);
    expect([refused.status, codesOf(refused.json)]).toEqual([422, ['/granted identity-not-in-consent']]);
    const unasked = await steps.tell(demandId, two, true);
    expect(codesOf(unasked.json)).toEqual(['/institutionId identity-not-requested']);
  });
});

describe('a demand that changes', () => {
  it('is told of once in the next list, however often it changed', async () => {
    const demandId = await steps.sent();
    await steps.drawUp(BANK_ONE);
    const { cursor } = await steps.pull(BANK_ONE);
    const amended = { contact, declared, terms: { ...terms, termMonths: 24 } };
    const { version } = (await steps.change(demandId, amended, 2)).json;
    await steps.change(demandId, { ...amended, terms: { ...terms, termMonths: 18 } }, Number(version));
    await steps.drawUp(BANK_ONE);
    expect(await lastOf(BANK_ONE, cursor)).toMatchObject([
      { demandId, kind: 'CHANGED', demandVersion: 4, demand: { version: 4, terms: { termMonths: 18 } } },
    ]);
  });

  it('is refused with every fault, on an old version, after its end, and to others', async () => {
    const demandId = await steps.sent();
    const wrong = {
      contact,
      terms: { ...terms, facility: 'gift', amountFromFen: 1, neededByOn: '2020-01-01' },
    };
    const faulty = await steps.change(demandId, wrong, 2);
    expect(codesOf(faulty.json)).toEqual([
      '/terms/amountFromFen amount-too-small',
      '/terms/facility not-in-catalogue',
      '/terms/neededByOn date-past',
    ]);
    expect((await steps.change(demandId, { contact, terms }, 1)).status).toBe(412);
    expect((await steps.change(demandId, { contact, terms }, 2, OTHER_ENTERPRISE)).status).toBe(403);
    expect((await steps.close(demandId)).json).toMatchObject({ status: 'WITHDRAWN' });
    expect((await steps.change(demandId, { contact, terms }, 3)).status).toBe(409);
    expect((await steps.close(demandId)).json).toMatchObject({ code: 'demand-over' });
  });
});

describe('the match', () => {
  it('tells the enterprise of each institution why it was chosen or not, best first', async () => {
    const { version } = await world.products.inForce(two);
    await steps.offerProducts(BANK_TWO, [product({ industries: ['software'] })], version);
    const demandId = await steps.sent();
    const { matches } = (await steps.matches(demandId)).json as unknown as MatchResult;
    expect(matches.map(({ eligible, score }) => [eligible, score])).toEqual([
      [true, 100],
      [true, 85],
      [false, 100],
      ...Array.from({ length: 4 }, () => [false, 0]),
    ]);
    expect(matches.slice(0, 3).map(({ institutionId }) => institutionId)).toEqual([
      one,
      two,
      GUARANTEE.organisationId,
    ]);
    expect(matches[1]?.reasonsAgainst).toMatchObject([{ about: 'industry', zh: '产品面向其他行业' }]);
    expect(matches[2]?.reasonsAgainst).toMatchObject([{ about: 'consent' }]);
  });
});

describe('a submission', () => {
  it('is refused with every fault of shape and of rules at once', async () => {
    const { status, json } = await steps.submit({
      ...demand(),
      contact: undefined,
      applicant: { uscc: OTHER_ENTERPRISE.organisationId, name: 'x' },
      terms: { ...terms, industry: 'gambling', validUntilOn: '2029-01-01' },
      consent: {
        grants: [
          { ...consent.grants[0], grantee: { kind: 'institution', institutionId: 'nobody' } },
          { ...consent.grants[0], until: '2026-01-01T00:00:00+08:00' },
        ],
        signature: { ...consent.signature, signedOn: '2027-01-01' },
      },
    });
    expect([status, codesOf(json)]).toEqual([
      422,
      [
        '/contact required',
        '/applicant/uscc applicant-not-the-caller',
        '/terms/industry not-in-catalogue',
        '/terms/validUntilOn validity-too-long',
        '/consent/grants/0/grantee/institutionId institution-unknown',
        '/consent/grants/1/until grant-ends-before-it-begins',
        '/consent/grants/1/until grant-over',
        '/consent/signature/signedOn date-future',
      ],
    ]);
  });

  it('sent again under the same key makes one demand', async () => {
    const first = await steps.submit(demand(), ENTERPRISE, 'the-same-key');
    const second = await steps.submit(demand(), ENTERPRISE, 'the-same-key');
    expect([second.status, second.json]).toEqual([201, first.json]);
    expect((await steps.submit(demand(), ENTERPRISE, 'another')).json.caseId).not.toBe(first.json.caseId);
  });
});
