import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SimulatedEndpoint } from '../../../tools/bank-simulator/endpoint.ts';
import type { SigningSecret } from '../../../workflows/financing-demand/endpoint/contract.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { localInstant } from '../../../workflows/shared/working-days.ts';
import { BANK, ENTERPRISE, OFFICE } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { type DeliveryWorld, deliveryWorld } from './delivery-world.ts';

const database = useDatabase();
let w: DeliveryWorld;
let bank: Actor;
let count = 0;
const open: SimulatedEndpoint[] = [];

beforeAll(() => {
  w = deliveryWorld(database);
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.stop()));
});

/** Another institution for each test. */
const another = (): Actor => ({ ...BANK, organisationId: `institution-${++count}` });
async function registered(options = {}) {
  bank = another();
  const endpoint = await w.registered(bank, options);
  open.push(endpoint);
  return endpoint;
}

describe('an endpoint', () => {
  it('is registered, proves that it holds the key, and is active from then on', async () => {
    const endpoint = await registered();
    expect(await w.endpoint(bank)).toMatchObject({ status: 'UNVERIFIED', url: endpoint.url, version: 1 });

    const verified = await w.verify(bank);

    expect(verified).toMatchObject({ status: 200, json: { status: 'ACTIVE', version: 2 } });
    expect(endpoint.received).toMatchObject([{ genuine: true }]);
    expect(w.started.at(-1)).toMatchObject({ institutionId: bank.organisationId, run: 1 });
  });

  it.each([
    ['lying', 'signature-wrong'],
    ['down', 'status-503'],
    ['gone', 'status-410'],
    ['redirecting', 'status-307'],
    ['silent', 'timeout'],
    ['huge', 'answer-unreadable'],
    ['slow', 'status-204'],
  ] as const)('that is %s is not verified: %s', async (behaviour, failure) => {
    const endpoint = await registered({ slowMs: 1 });
    endpoint.behave(behaviour);

    const refused = await w.verify(bank);

    expect(refused).toMatchObject({
      status: 422,
      json: { code: 'endpoint-not-verified', present: { failure } },
    });
    expect(await w.endpoint(bank)).toMatchObject({ status: 'UNVERIFIED', version: 1 });
  });

  it('that nobody listens at is not verified', async () => {
    const endpoint = await registered();
    await endpoint.stop();

    expect(await w.verify(bank)).toMatchObject({ json: { present: { failure: 'no-connection' } } });
  });

  it('whose answer is forged with the key of another institution is not verified', async () => {
    const other = await registered();
    const { json } = await w.call(w.api.secrets, bank);
    const foreign = (json.secrets as SigningSecret[]).map(({ secret }) => secret);
    const endpoint = await registered();
    endpoint.trust(foreign);

    // To whoever holds another key, the platform's own message is not genuine.
    expect(await w.verify(bank)).toMatchObject({ json: { present: { failure: 'status-401' } } });
    expect(other.received).toEqual([]);
  });

  it('with another URL has to be verified anew, and keeps its keys', async () => {
    const endpoint = await registered();
    await w.verify(bank);
    const before = await w.call(w.api.secrets, bank);

    await w.call(w.api.put, bank, { version: 2, body: { url: `${endpoint.url}/2` } });

    expect(await w.endpoint(bank)).toMatchObject({ status: 'UNVERIFIED', version: 3 });
    expect((await w.call(w.api.secrets, bank)).json).toEqual(before.json);
  });

  it('is changed by one of two who read the same', async () => {
    const endpoint = await registered();
    const change = (path: string) =>
      w.call(w.api.put, bank, { version: 1, body: { url: `${endpoint.url}/${path}` } });

    const replies = await Promise.all([change('a'), change('b')]);

    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('is disabled by the institution or the office, and enabled by a verification', async () => {
    await registered();
    await w.verify(bank);

    const disabled = await w.call(w.api.disable, OFFICE, { version: 2, of: bank.organisationId });
    expect(disabled.json).toMatchObject({ status: 'DISABLED', disabled: { because: 'by-office' } });

    const enabled = await w.verify(bank);
    expect(enabled.json).toMatchObject({ status: 'ACTIVE' });
    expect(enabled.json).not.toHaveProperty('disabled');
  });

  it("is another institution's secret, and an enterprise's not at all", async () => {
    await registered();
    const theirs = { of: bank.organisationId, version: 1 };
    const refusals = [
      await w.call(w.api.show, another(), theirs),
      await w.call(w.api.secrets, another(), theirs),
      await w.call(w.api.disable, another(), theirs),
      await w.call(w.api.secrets, OFFICE, theirs),
      await w.call(w.api.show, ENTERPRISE, theirs),
    ];

    expect(refusals.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    expect(await w.call(w.api.show, OFFICE, theirs)).toMatchObject({ status: 200 });
    expect(JSON.stringify((await w.call(w.api.show, OFFICE, theirs)).json)).not.toContain('whsec_');
    expect(await w.call(w.api.show, another())).toMatchObject({ status: 404 });
  });

  it('stands in the list of the office with what arrived and what waits, and its changes in an audit chain', async () => {
    await registered();
    const { organisationId: institutionId } = bank;
    await w.verify(bank);
    await w.makeList(institutionId, 1);
    await w.run(institutionId);
    w.addList(institutionId, 2);
    w.addList(institutionId, 3);

    const { json } = await w.call(w.api.list, OFFICE);
    expect(json.items).toContainEqual({
      endpoint: expect.objectContaining({ institutionId, status: 'ACTIVE' }),
      delivery: expect.objectContaining({ delivered: 1, deliveredAt: localInstant(w.now()), attempts: 0 }),
      waiting: 2,
    });
    expect(JSON.stringify(json)).not.toContain('whsec_');
    expect(await w.call(w.api.list, bank)).toMatchObject({ status: 403 });
    const chain = await w.services.cases.readAudit(`endpoint-${bank.organisationId}`, { limit: 10 });
    expect(chain.items.map(({ kind }) => kind)).toEqual(['endpoint-changed', 'endpoint-verified']);
  });
});

describe('the key', () => {
  it('is rotated: both sign until the old one ends, so that a receiver may have either', async () => {
    const endpoint = await registered();
    await w.verify(bank);
    const before = (await w.call(w.api.secrets, bank)).json.secrets as SigningSecret[];
    const rotated = await w.call(w.api.rotate, bank, { version: 2, body: { previousHours: 24 } });
    expect(rotated).toMatchObject({ status: 201, json: { status: 'ACTIVE', version: 3 } });
    const [next, previous] = (await w.call(w.api.secrets, bank)).json.secrets as SigningSecret[];
    expect(previous).toMatchObject({ secret: before[0]?.secret, endsAt: expect.any(String) });

    // It still has the old key alone; then the new one alone.
    expect(await w.verify(bank)).toMatchObject({ status: 200 });
    endpoint.trust([String(next?.secret)]);
    expect(await w.verify(bank)).toMatchObject({ status: 200 });
    endpoint.trust([String(previous?.secret)]);
    w.pass(24 * 3600 + 1);
    expect(await w.verify(bank)).toMatchObject({ json: { present: { failure: 'status-401' } } });
  });

  it('that leaked is ended at once', async () => {
    const endpoint = await registered();
    await w.verify(bank);
    await w.call(w.api.rotate, bank, { version: 2, body: { previousHours: 0 } });

    expect(await w.verify(bank)).toMatchObject({ json: { present: { failure: 'status-401' } } });
    expect(endpoint.received.at(-1)).toMatchObject({ genuine: false });
  });

  it('does not help whose clock is six minutes wrong', async () => {
    const wrong = () => new Date(w.now().getTime() + 6 * 60 * 1000);
    await registered({ now: wrong });

    expect(await w.verify(bank)).toMatchObject({ json: { present: { failure: 'status-401' } } });
  });
});
