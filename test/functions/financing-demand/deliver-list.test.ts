import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { failDelivery } from '../../../functions/financing-demand/fail-delivery.ts';
import { relayDeliveries } from '../../../functions/financing-demand/relay-deliveries.ts';
import type { SimulatedEndpoint } from '../../../tools/bank-simulator/endpoint.ts';
import type { DeliveryAttempt } from '../../../workflows/financing-demand/delivery/contract.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { BANK, OFFICE } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { type DeliveryWorld, deliveryWorld } from './delivery-world.ts';

const database = useDatabase();
let w: DeliveryWorld;
let bank: Actor;
let id: string;
let count = 0;
const open: SimulatedEndpoint[] = [];

beforeAll(() => {
  w = deliveryWorld(database);
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.stop()));
});

/** An institution with an active endpoint. */
async function active(options = {}): Promise<SimulatedEndpoint> {
  id = `receiver-${++count}`;
  bank = { ...BANK, organisationId: id };
  const endpoint = await w.registered(bank, options);
  open.push(endpoint);
  await w.verify(bank);
  await w.run(id);
  return endpoint;
}
const numbers = (endpoint: SimulatedEndpoint) => endpoint.lists().map(({ number }) => number);
const attempts = async () => (await w.call(w.api.attempts, bank)).json.items as readonly DeliveryAttempt[];
const told = async () => (await w.services.cases.readAudit(`endpoint-${id}`, { limit: 50 })).items.at(-1);

describe('the lists of an institution', () => {
  it('arrive in their order as signed CloudEvents, and the run ends', async () => {
    const endpoint = await active();
    w.addList(id, 1);
    w.addList(id, 2);
    await w.makeList(id, 3);
    await w.run(id);

    expect(numbers(endpoint)).toEqual([1, 2, 3]);
    expect(await w.state(id)).toMatchObject({ delivered: 3, attempts: 0, running: false });
    const { headers, body } = endpoint.received.at(-1) ?? { headers: {}, body: '' };
    expect(headers).toMatchObject({
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'webhook-id': `list-${id}-3`,
      'webhook-signature': expect.stringMatching(/^v1,/),
    });
    expect(JSON.parse(body)).toMatchObject({
      specversion: '1.0',
      id: `list-${id}-3`,
      source: 'https://platform.example',
      subject: `institutions/${id}/lists/3`,
      data: { number: 3 },
    });
  });

  it.each([
    ['the next one', undefined, [3]],
    ['the number that it asks for', 2, [2, 3]],
  ])(
    'made before an endpoint was registered are not sent unasked: it begins with %s',
    async (_, fromNumber, sent) => {
      const late = { ...BANK, organisationId: `late-${fromNumber}` };
      w.addList(late.organisationId, 1);
      w.addList(late.organisationId, 2);
      const endpoint = await w.registered(late, {}, fromNumber);
      expect(await w.verify(late)).toMatchObject({ status: 200 });
      await w.makeList(late.organisationId, 3);
      await w.run(late.organisationId);

      expect(endpoint.lists().map(({ number }) => number)).toEqual(sent);
      const version = await w.versionOf(late);
      const body = { url: endpoint.url, fromNumber: 1 };
      expect(await w.call(w.api.put, late, { version, body })).toMatchObject({
        status: 409,
        json: { code: 'replay-instead' },
      });
      await endpoint.stop();
    },
  );

  it('wait for one that fails: the same id again and again, and the next only after it', async () => {
    const endpoint = await active();
    endpoint.behave('down');
    w.addList(id, 1);
    await w.makeList(id, 2);
    expect(await w.step({ institutionId: id, run: 2 })).toEqual({ verdict: 'wait', waitSeconds: 5 });
    expect(await w.step({ institutionId: id, run: 2 })).toMatchObject({ verdict: 'wait' });
    w.pass(5);
    endpoint.behave('good');
    await w.run(id);

    const ids = endpoint.received.slice(1).map((one) => one.id);
    expect(ids).toEqual([`list-${id}-1`, `list-${id}-1`, `list-${id}-2`]);
    expect((await attempts()).map(({ number, attempt, verdict }) => [number, attempt, verdict])).toEqual([
      [2, 1, 'delivered'],
      [1, 2, 'delivered'],
      [1, 1, 'again'],
    ]);
  });

  it('are tried ten times over 75 hours; then the endpoint is disabled and the office told, and nothing is lost', async () => {
    const endpoint = await active();
    endpoint.behave('down');
    w.addList(id, 1);
    await w.makeList(id, 2);

    const waits = await w.run(id);

    expect(waits).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]);
    expect(await w.state(id)).toMatchObject({ delivered: 0, deadNumber: 1, running: false });
    expect(await w.endpoint(bank)).toMatchObject({ status: 'DISABLED', disabled: { because: 'failing' } });
    expect(await told()).toMatchObject({
      kind: 'endpoint-disabled',
      details: { because: 'failing', number: 1 },
    });
    const { json } = await w.call(w.api.list, OFFICE);
    expect(JSON.stringify(json)).toContain('"deadNumber":1');

    // Repaired and verified, it gets what it missed.
    endpoint.behave('good');
    await w.verify(bank);
    await w.run(id);
    expect(numbers(endpoint).slice(-2)).toEqual([1, 2]);
    expect(await w.state(id)).not.toHaveProperty('deadNumber');
  });

  it('stop at once where the endpoint is gone', async () => {
    const endpoint = await active();
    endpoint.behave('gone');
    await w.makeList(id, 1);

    expect(await w.run(id)).toEqual([]);

    expect(await w.endpoint(bank)).toMatchObject({ status: 'DISABLED', disabled: { because: 'gone' } });
    expect(await w.state(id)).toMatchObject({ delivered: 0, running: false });
  });

  it('come later where the endpoint asks for it, but not later than a day', async () => {
    const endpoint = await active({ retryAfter: '7200' });
    endpoint.behave('busy');
    await w.makeList(id, 1);

    expect(await w.step({ institutionId: id, run: 2 })).toEqual({ verdict: 'wait', waitSeconds: 7200 });
  });

  it.each(['redirecting', 'silent'] as const)('have not arrived at one that is %s', async (behaviour) => {
    const endpoint = await active();
    endpoint.behave(behaviour);
    await w.makeList(id, 1);

    expect(await w.step({ institutionId: id, run: 2 })).toMatchObject({ verdict: 'wait' });
  });

  it('have arrived at one that answers 100 MB, of which little is read', async () => {
    const endpoint = await active();
    endpoint.behave('huge');
    await w.makeList(id, 1);
    await w.run(id);

    expect(await w.state(id)).toMatchObject({ delivered: 1 });
  });

  it('are sent again by hand from a number on, under their own ids; the run before sends no more', async () => {
    const endpoint = await active();
    for (const number of [1, 2, 3]) w.addList(id, number);
    await w.makeList(id, 4);
    await w.run(id);
    const before = await w.state(id);

    const replayed = await w.call(w.api.replay, bank, { body: { fromNumber: 3 } });
    expect(replayed).toMatchObject({ status: 202, json: { delivered: 2, run: (before?.run ?? 0) + 1 } });
    expect(await w.step({ institutionId: id, run: before?.run ?? 0 })).toMatchObject({ verdict: 'rest' });
    await w.run(id);

    expect(await told()).toMatchObject({ kind: 'deliveries-replayed', details: { fromNumber: 3 } });
    expect(endpoint.received.slice(-2).map((one) => [one.id, one.repeated])).toEqual([
      [`list-${id}-3`, true],
      [`list-${id}-4`, true],
    ]);
    const never = await w.call(w.api.replay, bank, { body: { fromNumber: 9 } });
    expect(never).toMatchObject({
      status: 409,
      json: { code: 'list-never-sent', present: { delivered: 4 } },
    });
  });

  it('are not replayed to an endpoint that is disabled', async () => {
    await active();
    await w.call(w.api.disable, bank, { version: await w.versionOf(bank) });

    const refused = await w.call(w.api.replay, bank, { body: { fromNumber: 1 } });

    expect(refused).toMatchObject({ status: 409, json: { code: 'endpoint-not-active' } });
  });
});

describe('a race', () => {
  it('between a replay and a message under way keeps the replay, and both attempts', async () => {
    const endpoint = await active();
    await w.makeList(id, 1);
    await w.run(id);
    w.addList(id, 2);
    await w.makeList(id, 2);
    w.afterNextMessage(() => w.call(w.api.replay, bank, { body: { fromNumber: 1 } }));
    const { run } = (await w.state(id)) ?? { run: 0 };
    await w.step({ institutionId: id, run });

    expect(await w.state(id)).toMatchObject({ delivered: 0, run: run + 1, running: true });
    await w.run(id);
    expect(await w.state(id)).toMatchObject({ delivered: 2, running: false });
    expect(endpoint.received.slice(-2).map((one) => one.id)).toEqual([`list-${id}-1`, `list-${id}-2`]);
  });

  it('between the end of a run and a new list loses no list', async () => {
    const endpoint = await active();
    const { run } = (await w.state(id)) ?? { run: 0 };
    await w.makeList(id, 1);
    await w.run(id);
    // The run that was begun for list 2 is still going when list 3 is made: its maker begins no other.
    w.addList(id, 2);
    await w.makeList(id, 2);
    w.afterNextMessage(() => w.makeList(id, 3));
    await w.run(id);

    expect(numbers(endpoint)).toEqual([1, 2, 3]);
    expect(w.started.filter((one) => one.institutionId === id && one.run === run + 2)).not.toEqual([]);
    expect(await w.state(id)).toMatchObject({ delivered: 3, running: false });
  });

  it('that a crash decides is healed: what was to be woken is woken by the relay', async () => {
    const endpoint = await active();
    w.addList(id, 1);
    await w.services.commit([w.services.pushMarks.awaiting(id)]);
    const before = w.started.length;

    await relayDeliveries({}, w.services);

    expect(w.started.slice(before)).toContainEqual(expect.objectContaining({ institutionId: id }));
    expect(await w.services.pushMarks.markOf(id)).toBeUndefined();
    await w.run(id);
    expect(numbers(endpoint)).toEqual([1]);
  });

  it('whose step breaks past every retry is followed by the next within minutes', async () => {
    const endpoint = await active();
    await w.makeList(id, 1);
    const { run = 0 } = (await w.state(id)) ?? {};

    await failDelivery({ institutionId: id, run, error: 'Lambda.Unknown' }, w.services);
    await relayDeliveries({}, w.services);
    await w.run(id);

    expect(numbers(endpoint)).toEqual([1]);
    expect(await w.state(id)).toMatchObject({ run: run + 1, delivered: 1, running: false });
    expect(await w.services.pushMarks.markOf(id)).toBeUndefined();
  });

  it('that ended and could not say so does not keep the next list from being sent', async () => {
    const endpoint = await active();
    await w.makeList(id, 1);
    const { run = 0 } = (await w.state(id)) ?? {};
    await w.breakRun(id);
    await w.makeList(id, 2);

    await relayDeliveries({}, w.services);
    await w.run(id);

    expect(numbers(endpoint)).toEqual([1, 2]);
    expect(await w.state(id)).toMatchObject({ run: run + 1, running: false });
    expect(await w.services.pushMarks.markOf(id)).toBeUndefined();
  });

  it('that is under way is left alone, and its mark is taken away', async () => {
    await active();
    await w.makeList(id, 1);
    const { run } = (await w.state(id)) ?? {};
    await w.makeList(id, 2);

    await relayDeliveries({}, w.services);

    expect(await w.state(id)).toMatchObject({ run, running: true });
    expect(await w.services.pushMarks.markOf(id)).toBeUndefined();
  });

  it('in which a step runs twice sends the same id twice and moves on once', async () => {
    const endpoint = await active();
    w.addList(id, 1);
    await w.makeList(id, 2);
    const { run } = (await w.state(id)) ?? { run: 0 };
    w.afterNextMessage(() => w.step({ institutionId: id, run }));

    await w.step({ institutionId: id, run });
    await w.run(id);

    expect(numbers(endpoint)).toEqual([1, 2]);
    expect(await w.state(id)).toMatchObject({ delivered: 2 });
  });
});
