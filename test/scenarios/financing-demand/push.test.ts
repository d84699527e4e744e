import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../demo/person.ts';
import { createVirtualClock } from '../../../local/clock.ts';
import { Answering } from '../../../tools/bank-simulator/answering.ts';
import type { SimulatedEndpoint } from '../../../tools/bank-simulator/endpoint.ts';
import { connectInstitution, verifyAgain } from '../../../tools/bank-simulator/institution.ts';
import type { Received } from '../../../tools/bank-simulator/received.ts';
import type { DemandSubmission } from '../../../workflows/financing-demand/contract.ts';
import type { Delivery } from '../../../workflows/financing-demand/list/contract.ts';
import type { CaseSummary } from '../../../workflows/shared/case.ts';
import { demand, product } from '../../functions/financing-demand/financing-world.ts';
import { startPlatform, type TestPlatform } from '../platform.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const MONDAY = Date.parse('2026-10-12T10:00:00+08:00');

let platform: TestPlatform;
const endpoints = new Map<string, SimulatedEndpoint>();

beforeAll(async () => {
  // Days pass; what is scheduled every minute would run thousands of times.
  platform = await startPlatform({ schedules: false, clock: createVirtualClock(MONDAY) });
  for (const username of ['bank-one', 'bank-two']) {
    const banker = await platform.signIn(username);
    await banker.put('/v1/institutions/me/products', { products: [product()] }, { etag: '"0"' });
    const now = () => new Date(platform.runtime.clock.now());
    endpoints.set(username, await connectInstitution(banker, { now }));
  }
});
afterAll(async () => {
  await Promise.all([...endpoints.values()].map((one) => one.stop()));
  await platform.stop();
});

const endpoint = (username: string) => {
  const found = endpoints.get(username);
  if (!found) throw new Error(`${username} has no endpoint`);
  return found;
};
const items = (username: string) =>
  endpoint(username)
    .lists()
    .flatMap(({ data }) => (data as { items: Delivery[] }).items);
const seenOf = (username: string, { caseId }: CaseSummary) =>
  items(username)
    .filter(({ demandId }) => demandId === caseId)
    .map(({ kind }) => kind);

async function submitUrgent(enterprise: Person, terms: Partial<DemandSubmission['terms']> = {}) {
  const day = (days: number) => new Date(platform.runtime.clock.now() + days * DAY_MS).toISOString();
  const wanted = demand();
  const { body } = await enterprise.post<CaseSummary>('/v1/financing-demands', {
    ...wanted,
    applicant: { uscc: '91500112LJDEM0017W', name: '重庆启元示范智能装备股份有限公司' },
    terms: {
      ...wanted.terms,
      neededByOn: day(30).slice(0, 10),
      validUntilOn: day(60).slice(0, 10),
      urgent: true,
      ...terms,
    },
    consent: {
      signature: { ...wanted.consent.signature, signedOn: day(-2).slice(0, 10) },
      grants: (['bank', 'guarantee'] as const).flatMap((kind) =>
        wanted.consent.grants.map((grant) => ({
          ...grant,
          grantee: { kind: 'class' as const, class: kind },
          from: day(-1),
          until: day(90),
        })),
      ),
    },
  });
  await platform.settle();
  return body;
}

describe('a demand that is pushed', () => {
  it('is answered by two banks, compared, accepted, and over for the other one', async () => {
    const enterprise = await platform.signIn('qiyuan');
    const submitted = await submitUrgent(enterprise);
    expect(seenOf('bank-one', submitted)).toEqual(['NEW']);
    expect(endpoint('bank-one').received.every(({ genuine }) => genuine)).toBe(true);

    const offer = { kind: 'offer', amountFen: 300_000_000, termMonths: 12, validUntilOn: '2026-11-30' };
    const [one, two] = [await platform.signIn('bank-one'), await platform.signIn('bank-two')];
    const path = `/v1/institutions/me/answers/${submitted.caseId}`;
    await one.post(path, { kind: 'acknowledged' });
    await one.post(path, { ...offer, rateBasisPoints: 420 });
    await two.post(path, { ...offer, rateBasisPoints: 395 });
    const demandPath = `/v1/financing-demands/${submitted.caseId}`;
    const compared = await enterprise.get<{ offers: { institutionId: string }[] }>(`${demandPath}/offers`);
    expect(compared.body.offers).toMatchObject([{ lowestRate: true }, { lowestRate: false }]);

    const best = String(compared.body.offers[0]?.institutionId);
    const acceptance = { institutionId: best, amountFen: offer.amountFen };
    const accepted = await enterprise.post(`${demandPath}/acceptances`, acceptance);
    await platform.settle();

    expect(accepted.body).toMatchObject({ demandOver: true, openFen: 0 });
    expect(seenOf('bank-one', submitted)).toEqual(['NEW', 'CLOSED']);
    await expect(one.post(path, { ...offer, rateBasisPoints: 390 })).rejects.toThrow('demand-over');
    await two.post(path, { kind: 'drawn', amountFen: 100, drawnOn: '2026-10-12' });
    const office = await platform.signIn('office');
    const report = await office.get<{ all: object }>('/v1/office/financing-report');
    expect(report.body.all).toMatchObject({ demands: 1, takingUpPercent: 100, offers: 2, drawnFen: 100 });
  });

  it('is answered by a signed message; sent again, forged, changed or late, it is kept once', async () => {
    const submitted = await submitUrgent(await platform.signIn('qiyuan'));
    const listed = endpoint('bank-one').received.findLast(({ body }) => body.includes(submitted.caseId));
    const sender = { origin: platform.origin, key: () => endpoint('bank-one').key() };
    const lying = new Answering(() => platform.signIn('bank-one'), 'lying', sender);

    const lines = await lying.take(listed as Received);

    expect(lines.slice(1)).toEqual([
      'answered offer by a signed message: 201 kept',
      'answered offer again: 201 kept',
      'answered offer by another key: 401 message-not-genuine',
      'answered offer changed after signing: 401 message-not-genuine',
      'answered offer changed, under the same id: 422 idempotency-key-reused',
      'answered offer an hour old: 401 message-out-of-time',
    ]);
    const path = `/v1/institutions/me/answers/${submitted.caseId}`;
    const { body } = await (await platform.signIn('bank-one')).get<{ version: number }>(path);
    expect(body.version).toBe(1);
  });

  it('arrives at a bank although that of another is down, and there once it is repaired, in order', async () => {
    const enterprise = await platform.signIn('qiyuan');
    endpoint('bank-two').behave('down');
    const submitted = await submitUrgent(enterprise);
    expect(seenOf('bank-one', submitted)).toEqual(['NEW']);

    await platform.pass(6 * MINUTE_MS);
    const failing = await (await platform.signIn('bank-two')).get<{ delivery: { attempts: number } }>(
      '/v1/institutions/me/endpoint',
    );
    expect(failing.body.delivery.attempts).toBe(3);
    endpoint('bank-two').behave('good');
    await platform.pass(31 * MINUTE_MS);

    expect(seenOf('bank-two', submitted)).toEqual(['NEW']);
    const numbers = endpoint('bank-two')
      .lists()
      .map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it('is given up after 75 hours, the office told, and sent once the endpoint is verified again', async () => {
    const enterprise = await platform.signIn('qiyuan');
    endpoint('bank-one').behave('down');
    const submitted = await submitUrgent(enterprise);
    await platform.pass(77 * HOUR_MS);

    const office = await platform.signIn('office');
    const { body } = await office.get<{ items: { endpoint: { status: string }; delivery?: object }[] }>(
      '/v1/institution-endpoints',
    );
    const disabled = body.items.filter(({ endpoint: { status } }) => status === 'DISABLED');
    expect(disabled).toMatchObject([{ endpoint: { disabled: { because: 'failing' } } }]);

    endpoint('bank-one').behave('good');
    await verifyAgain(await platform.signIn('bank-one'));
    await platform.settle();
    expect(seenOf('bank-one', submitted)).toEqual(['NEW']);
  });
});

describe('a round', () => {
  it('whose institutions have all refused is followed by the next one', async () => {
    const guarantee = await platform.signIn('guarantee-one');
    await guarantee.put('/v1/institutions/me/products', { products: [product()] }, { etag: '"0"' });
    const enterprise = await platform.signIn('qiyuan');
    const submitted = await submitUrgent(enterprise);
    const refusal = { kind: 'refusal', reason: 'no-product', text: '暂无匹配产品' };
    for (const username of ['bank-one', 'bank-two']) {
      const banker = await platform.signIn(username);
      await banker.post(`/v1/institutions/me/answers/${submitted.caseId}`, refusal);
    }
    await platform.settle();

    const answer = guarantee.post(`/v1/institutions/me/answers/${submitted.caseId}`, {
      kind: 'acknowledged',
    });
    expect((await answer).body).toMatchObject({ status: 'ACKNOWLEDGED' });
  });
});
