import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acceptOffer } from '../../../functions/financing-demand/accept-offer.ts';
import { demandRoute } from '../../../functions/financing-demand/demand/demand-route.ts';
import { exportFinancingReport } from '../../../functions/financing-demand/export-financing-report.ts';
import { giveAnswer } from '../../../functions/financing-demand/give-answer.ts';
import { keepDemand } from '../../../functions/financing-demand/keep-demand.ts';
import { keepPromises } from '../../../functions/financing-demand/keep-promises.ts';
import { readFinancingDemand } from '../../../functions/financing-demand/read-financing-demand.ts';
import { showAnswer } from '../../../functions/financing-demand/show-answer.ts';
import { showFinancingReport } from '../../../functions/financing-demand/show-financing-report.ts';
import { showPublicStatistics } from '../../../functions/financing-demand/show-public-statistics.ts';
import { route } from '../../../functions/shared/route.ts';
import type { Answer } from '../../../workflows/financing-demand/answer/contract.ts';
import * as routes from '../../../workflows/financing-demand/answer/routes.ts';
import { ReadFinancingDemand } from '../../../workflows/financing-demand/change/routes.ts';
import { DemandDetail, type DemandSubmission } from '../../../workflows/financing-demand/contract.ts';
import { FEWEST_DEMANDS } from '../../../workflows/financing-demand/report/public-statistics.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { BANK, ENTERPRISE, OTHER_ENTERPRISE } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { send } from '../support/http.ts';
import { NOW } from '../support/world.ts';
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
let w: FinancingWorld;
let keys = 0;
beforeAll(async () => {
  const steps = stepsIn(financingWorld(database.db()));
  for (const bank of [BANK_ONE, BANK_TWO, GUARANTEE]) await steps.offerProducts(bank);
});
beforeEach(() => {
  w = financingWorld(database.db());
});

/** A demand that both banks were sent. */
const sent = (overrides: Partial<DemandSubmission> = {}) => stepsIn(w).sent(overrides);

const OFFER = {
  kind: 'offer',
  amountFen: 300_000_000,
  rateBasisPoints: 420,
  termMonths: 12,
  validUntilOn: '2026-12-31',
};
const REFUSAL = { kind: 'refusal', reason: 'no-product', text: '暂无匹配产品' };

const say = (demandId: string, actor: Actor, body: object, key = `answer-${++keys}`) =>
  send(
    route(routes.GiveAnswer, giveAnswer, () => w),
    { actor, path: { institutionId: 'me', demandId }, headers: { 'idempotency-key': key }, body },
  );
const accept = (
  demandId: string,
  { organisationId }: Actor,
  amountFen = OFFER.amountFen,
  actor = ENTERPRISE,
) =>
  send(
    demandRoute(routes.AcceptOffer, acceptOffer, () => w),
    {
      actor,
      path: { demandId },
      headers: { 'idempotency-key': `accept-${++keys}` },
      body: { institutionId: organisationId, amountFen },
    },
  );
const answerOf = async (demandId: string, { organisationId }: Actor) =>
  (await w.answers.read({ demandId, institutionId: organisationId })) as Answer;
const detailOf = async (demandId: string) => DemandDetail.parse(await w.cases.readDetail(demandId));
const audit = async (demandId: string) =>
  (await w.cases.readAudit(demandId, { limit: 100 })).items.map(({ kind }) => kind);

describe('an answer', () => {
  it('sent again under its key is answered alike and counted once', async () => {
    const demandId = await sent();
    const [first, again] = [
      await say(demandId, BANK_ONE, OFFER, 'same-key'),
      await say(demandId, BANK_ONE, OFFER, 'same-key'),
    ];
    expect(first).toMatchObject({ status: 201, json: { status: 'OFFERED', version: 1 } });
    expect(again.json).toEqual(first.json);
    expect(await say(demandId, BANK_ONE, REFUSAL, 'same-key')).toMatchObject({ status: 422 });
    expect((await audit(demandId)).filter((kind) => kind === 'demand-answered')).toHaveLength(1);
  });

  it('does not stand in the way of the enterprise changing the demand as it reads it', async () => {
    const demandId = await sent();
    await say(demandId, BANK_ONE, OFFER);
    const read = await send(
      demandRoute(ReadFinancingDemand, readFinancingDemand, () => w),
      { actor: ENTERPRISE, path: { demandId } },
    );
    const { contact, terms } = demand();
    const changed = await stepsIn(w).change(demandId, { contact, terms }, Number(read.json.version));
    expect([changed.status, read.headers.etag]).toEqual([200, `"${read.json.version}"`]);
  });

  it('given twice at the same moment is one', async () => {
    const demandId = await sent();
    const replies = await Promise.all([1, 2].map(() => say(demandId, BANK_ONE, OFFER, `twice-${demandId}`)));
    expect(replies.map(({ json }) => json.version)).toEqual([1, 1]);
  });

  it('cannot go back, and says what may follow', async () => {
    const demandId = await sent();
    await say(demandId, BANK_ONE, REFUSAL);
    const refused = await say(demandId, BANK_ONE, OFFER);
    expect(refused).toMatchObject({
      status: 409,
      json: { code: 'answer-out-of-order', present: { status: 'REFUSED', mayFollow: [] } },
    });
  });

  it('is told every fault of it, and keeps nothing then', async () => {
    const demandId = await sent();
    const wrong = await say(demandId, BANK_ONE, {
      ...OFFER,
      amountFen: 900_000_000,
      validUntilOn: '2026-01-01',
    });
    expect(wrong.status).toBe(422);
    expect((wrong.json.faults as { code: string }[]).map(({ code }) => code)).toEqual([
      'amount-above-demand',
      'offer-already-over',
    ]);
    expect(await answerOf(demandId, BANK_ONE)).toBeUndefined();
  });

  it('to what one was not sent answers like one that does not exist; of another it is not to be seen', async () => {
    const demandId = await sent();
    const stranger = { ...BANK, organisationId: '91310115LJDEM005X7' };
    const [foreign, absent] = [await say(demandId, stranger, OFFER), await say('fd-none', stranger, OFFER)];
    expect([foreign.status, foreign.json.code]).toEqual([absent.status, absent.json.code]);
    await say(demandId, BANK_ONE, OFFER);
    const read = route(routes.ShowAnswer, showAnswer, () => w);
    const path = { institutionId: BANK_ONE.organisationId, demandId };
    expect((await send(read, { actor: BANK_TWO, path })).status).toBe(403);
    expect((await send(read, { actor: BANK_ONE, path })).status).toBe(200);
  });
});

describe('an acceptance', () => {
  it('of one of two offers at the same moment: one is accepted, the other finds the demand over', async () => {
    const demandId = await sent();
    for (const bank of [BANK_ONE, BANK_TWO]) await say(demandId, bank, OFFER);

    const replies = await Promise.all([accept(demandId, BANK_ONE), accept(demandId, BANK_TWO)]);

    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { acceptances, ended } = await detailOf(demandId);
    expect(acceptances).toHaveLength(1);
    expect(ended).toMatchObject({ reason: 'financed' });
    const statuses = [await answerOf(demandId, BANK_ONE), await answerOf(demandId, BANK_TWO)];
    expect(statuses.map(({ status }) => status).sort()).toEqual(['ACCEPTED', 'OFFERED']);
  });

  it('meets a replaced offer: what is accepted is never what was not seen to be offered', async () => {
    const demandId = await sent();
    await say(demandId, BANK_ONE, OFFER);
    await say(demandId, BANK_ONE, { ...OFFER, amountFen: 200_000_000 });
    expect(await accept(demandId, BANK_ONE)).toMatchObject({
      status: 409,
      json: { code: 'more-than-offered' },
    });
  });

  it('of parts goes on until the demand is covered, and never beyond', async () => {
    const demandId = await sent({ terms: { ...demand().terms, partsAllowed: true } });
    for (const bank of [BANK_ONE, BANK_TWO]) await say(demandId, bank, OFFER);

    expect(await accept(demandId, BANK_ONE, 200_000_000)).toMatchObject({
      json: { demandOver: false, openFen: 100_000_000 },
    });
    expect(await accept(demandId, BANK_TWO)).toMatchObject({ json: { code: 'more-than-open' } });
    expect(await accept(demandId, BANK_TWO, 100_000_000)).toMatchObject({ json: { demandOver: true } });
  });

  it('is the enterprise’s own alone, and not of an offer that is over', async () => {
    const demandId = await sent();
    await say(demandId, BANK_ONE, { ...OFFER, validUntilOn: '2026-11-24' });
    expect((await accept(demandId, BANK_ONE, OFFER.amountFen, OTHER_ENTERPRISE)).status).toBe(403);
    w.setNow('2026-11-25T09:00:00+08:00');
    expect(await accept(demandId, BANK_ONE)).toMatchObject({ status: 409, json: { code: 'offer-over' } });
  });

  it('lets drawings be reported up to what was accepted', async () => {
    const demandId = await sent();
    await say(demandId, BANK_ONE, OFFER);
    await accept(demandId, BANK_ONE);
    const drawn = (amountFen: number) =>
      say(demandId, BANK_ONE, { kind: 'drawn', amountFen, drawnOn: '2026-11-23' });
    expect(await drawn(200_000_000)).toMatchObject({ json: { status: 'DRAWN' } });
    expect(await drawn(100_000_001)).toMatchObject({ status: 422 });
    expect(await drawn(100_000_000)).toMatchObject({ status: 201 });
  });
});

describe('a promise', () => {
  it('is reminded of at half and at 80 % of its time, then broken; a late answer still counts', async () => {
    const demandId = await sent();
    await say(demandId, BANK_ONE, { kind: 'acknowledged' });
    for (const at of [
      '2026-11-25T09:00:00+08:00',
      '2026-11-26T09:00:00+08:00',
      '2026-11-27T00:00:00+08:00',
    ]) {
      w.setNow(at);
      await keepPromises({}, w);
      await keepPromises({}, w);
    }
    expect((await audit(demandId)).slice(-3)).toEqual([
      'promise-reminded',
      'promise-reminded',
      'promise-broken',
    ]);
    const broken = await answerOf(demandId, BANK_ONE);
    expect(broken.promises.contact.overdueAt).toBeDefined();
    expect(broken.promises.decision.overdueAt).toBeUndefined();

    expect(await say(demandId, BANK_ONE, { kind: 'contacted' })).toMatchObject({ status: 201 });
    const { body } = await showFinancingReport({ query: {} }, w);
    const row = body.byInstitution.find(({ id }) => id === BANK_ONE.organisationId);
    expect(row?.overdueContacts).toBeGreaterThanOrEqual(1);
  });

  it('is kept whatever is wrong with another', async () => {
    const [one, two] = [await sent(), await sent()];
    for (const demandId of [one, two]) await say(demandId, BANK_ONE, { kind: 'acknowledged' });
    w.setNow('2026-11-27T00:00:00+08:00');
    const read: typeof w.cases.read = (caseId) =>
      caseId === one ? Promise.reject(new Error('not a case')) : w.cases.read(caseId);

    await keepPromises({}, { ...w, cases: { ...w.cases, read } });

    expect(await audit(two)).toContain('promise-broken');
    expect(await audit(one)).not.toContain('promise-broken');
    await keepPromises({}, w);
    expect(await audit(one)).toContain('promise-broken');
  });

  it('of a demand that is over is nobody’s any more', async () => {
    const demandId = await sent();
    await say(demandId, BANK_TWO, { kind: 'acknowledged' });
    await say(demandId, BANK_ONE, OFFER);
    await accept(demandId, BANK_ONE);
    w.setNow('2026-12-30T00:00:00+08:00');
    await keepPromises({}, w);
    expect((await answerOf(demandId, BANK_TWO)).wakeAt).toBeUndefined();
    expect(await audit(demandId)).not.toContain('promise-broken');
  });
});

describe('the next round', () => {
  const [grant] = demand().consent.grants;
  const toGuaranteesToo = {
    consent: {
      ...demand().consent,
      grants: (['bank', 'guarantee'] as const).flatMap((kind) =>
        grant ? [{ ...grant, grantee: { kind: 'class' as const, class: kind } }] : [],
      ),
    },
  };

  it('begins once all have refused, with guarantee companies; after them the office is told, once', async () => {
    const demandId = await sent(toGuaranteesToo);
    for (const bank of [BANK_ONE, BANK_TWO]) await say(demandId, bank, REFUSAL);
    const recipients = (await detailOf(demandId)).recipients.map((one) => [one.institutionId, one.round]);
    expect(recipients).toContainEqual([GUARANTEE.organisationId, 2]);

    await say(demandId, GUARANTEE, REFUSAL);
    await keepDemand({ caseId: demandId, execution: demandId }, w);
    expect((await audit(demandId)).filter((kind) => kind === 'institutions-exhausted')).toHaveLength(1);
  });

  it('begins when the time of a round is over, but not where somebody offered', async () => {
    const [silent, offered] = [await sent(toGuaranteesToo), await sent(toGuaranteesToo)];
    await say(offered, BANK_ONE, OFFER);
    w.setNow('2026-12-08T00:00:00+08:00');
    for (const demandId of [silent, offered]) await keepDemand({ caseId: demandId, execution: demandId }, w);

    const rounds = async (demandId: string) =>
      Math.max(...(await detailOf(demandId)).recipients.map(({ round }) => round));
    expect([await rounds(silent), await rounds(offered)]).toEqual([2, 1]);
  });
});

describe('what is published', () => {
  const read = async () => (await showPublicStatistics({}, w)).body;

  it('names no institution, and no group in which one enterprise could be told', async () => {
    w.setNow('2029-06-01T10:00:00+08:00');
    const scopes = ['all', 'industry#equipment', 'ladder#none'];
    const count = async (more: number, of: readonly string[]) =>
      w.commit(w.reports.count('2029-05', of, { demands: more, wantedFen: more * 100 }));
    await count(FEWEST_DEMANDS - 1, scopes);
    expect(await read()).toMatchObject({ fromMonth: '2028-07', byIndustry: [], byLadder: [] });
    expect(await read()).not.toHaveProperty('all');

    await count(1, ['all', 'industry#equipment']);
    const { all, byIndustry, byLadder, ...rest } = await read();
    expect(all).toMatchObject({ demands: FEWEST_DEMANDS, takingUpPercent: 0 });
    expect([byIndustry.map(({ id }) => id), byLadder]).toEqual([['equipment'], []]);
    expect(Object.keys(rest)).toEqual(['fromMonth', 'toMonth', 'fewestDemands']);
  });
});

it('the report goes out as a workbook', async () => {
  const { body } = await exportFinancingReport({ query: { fromMonth: NOW.slice(0, 7) } }, w);
  expect(Buffer.from(body).subarray(0, 2).toString()).toBe('PK');
});
