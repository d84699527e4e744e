import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { RouteInput } from '../../../functions/shared/door.ts';
import { TransientError } from '../../../functions/shared/errors.ts';
import { type RouteReply, route } from '../../../functions/shared/route.ts';
import { routeContract } from '../../../workflows/shared/route-contract.ts';
import { ENTERPRISE, OFFICE } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { send, type TestRequest } from '../support/http.ts';
import { type World, world } from '../support/world.ts';

const Contract = routeContract({
  operationId: 'makeThing',
  method: 'POST',
  path: '/v1/things/{thingId}',
  summary: { zh: '测试', en: 'Test' },
  access: { who: ['enterprise'] },
  params: z.strictObject({ thingId: z.string().max(5) }),
  query: z.strictObject({ limit: z.coerce.number().int().max(10).optional() }),
  body: z.strictObject({
    name: z.string().min(1),
    amountFen: z.int().positive(),
    on: z.iso.date().refine((date) => date < '2027', {
      params: { code: 'in-the-future', zh: '不能在将来', en: 'Not in the future' },
    }),
  }),
  bodyLimitBytes: 1000,
  reply: z.strictObject({ made: z.string() }),
  status: 201,
  idempotencyKey: true,
  ifMatch: true,
});
type C = typeof Contract;

const database = useDatabase();
let w: World;
let calls: RouteInput<C>[];
let fn: (input: RouteInput<C>) => Promise<RouteReply<C>>;

beforeEach(() => {
  w = world(database.db());
  calls = [];
  fn = async () => ({ body: { made: 'yes' }, version: 3, location: '/v1/things/1' });
});

let keys = 0;
const GOOD = { name: 'A', amountFen: 1, on: '2026-01-01' };
const request = (change: TestRequest = {}): TestRequest => ({
  actor: ENTERPRISE,
  path: { thingId: '1' },
  body: GOOD,
  ...change,
  headers: { 'idempotency-key': `key-${++keys}`, 'if-match': '"3"', ...change.headers },
});
const post = (change?: TestRequest) =>
  send(
    route(
      Contract,
      (input) => {
        calls.push(input);
        return fn(input);
      },
      () => w,
    ),
    request(change),
  );

describe('the door of a route', () => {
  it('hands over what the contract names, checked, and makes the reply', async () => {
    const reply = await post({ query: { limit: '7' } });

    expect(reply).toMatchObject({
      status: 201,
      headers: { etag: '"3"', location: '/v1/things/1', 'cache-control': 'no-store' },
      json: { made: 'yes' },
    });
    expect(calls).toMatchObject([
      { params: { thingId: '1' }, query: { limit: 7 }, body: GOOD, actor: ENTERPRISE, ifMatch: 3 },
    ]);
  });

  it.each<[string, TestRequest, number, string]>([
    ['no claims', { actor: { ...ENTERPRISE, organisationId: '' } }, 401, 'unknown-actor'],
    ['another kind of organisation', { actor: OFFICE }, 403, 'not-for-this-organisation'],
    ['no content type', { headers: { 'content-type': '' } }, 415, 'unsupported-media-type'],
    ['another content type', { headers: { 'content-type': 'text/plain' } }, 415, 'unsupported-media-type'],
    [
      'another charset',
      { headers: { 'content-type': 'application/json; charset=gbk' } },
      415,
      'unsupported-media-type',
    ],
    ['a body over the limit', { body: 'x'.repeat(1001) }, 413, 'body-too-large'],
    ['a body that is no JSON', { body: '{"name":' }, 400, 'malformed-json'],
    ['a body with half a character', { body: '{"name":"\\ud800"}' }, 400, 'malformed-text'],
    ['a body with half a character in a name', { body: '{"\\uDC00":1}' }, 400, 'malformed-text'],
    ['an empty body', { body: '' }, 400, 'malformed-json'],
    ['a body nested 65 deep', { body: '['.repeat(65) + ']'.repeat(65) }, 400, 'nested-too-deeply'],
    ['an unfit Idempotency-Key', { headers: { 'idempotency-key': 'ü' } }, 400, 'idempotency-key-missing'],
    ['an unfit If-Match', { headers: { 'if-match': 'anything' } }, 412, 'changed-meanwhile'],
    ['a weak If-Match', { headers: { 'if-match': 'W/"3"' } }, 412, 'changed-meanwhile'],
  ])('refuses %s and does not call the function', async (_what, change, status, code) => {
    const reply = await post(change);

    expect(reply).toMatchObject({
      status,
      json: { status, code, zh: expect.any(String), en: expect.any(String) },
    });
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(calls).toEqual([]);
  });

  it('asks for the headers that are missing', async () => {
    const { headers: _, ...bare } = request();
    const handler = route(Contract, fn, () => w);

    expect((await send(handler, bare)).json.code).toBe('idempotency-key-missing');
    expect(await send(handler, { ...bare, headers: { 'idempotency-key': 'k' } })).toMatchObject({
      status: 428,
      json: { code: 'if-match-missing' },
    });
  });

  it('lists every fault of path, query and body at once, in both languages', async () => {
    const reply = await post({
      path: { thingId: 'far too long' },
      query: { limit: '11' },
      body: { amountFen: 1.5, on: '2027-01-01', 'a/b': 1 },
    });

    expect(reply.status).toBe(422);
    expect(reply.json.faults).toEqual([
      expect.objectContaining({ pointer: '/path/thingId', code: 'too-big' }),
      expect.objectContaining({ pointer: '/query/limit', code: 'too-big' }),
      expect.objectContaining({
        pointer: '/name',
        code: 'required',
        zh: expect.stringMatching(/\p{Script=Han}/u),
      }),
      expect.objectContaining({ pointer: '/amountFen', code: 'invalid-type' }),
      expect.objectContaining({
        pointer: '/on',
        code: 'in-the-future',
        zh: '不能在将来',
        en: 'Not in the future',
      }),
      expect.objectContaining({ pointer: '/a~1b', code: 'unknown-key' }),
    ]);
  });

  it('reads a body that came in base64', async () => {
    expect((await post({ body: { ...GOOD, name: '启元' }, inBase64: true })).status).toBe(201);
    expect(calls[0]?.body.name).toBe('启元');
  });

  it.each<[string, () => Error, number, string]>([
    ['a passing fault', () => new TransientError('busy'), 503, 'try-again'],
    ['a defect', () => new Error('with a secret'), 500, 'internal'],
  ])('answers %s without its detail', async (_what, error, status, code) => {
    fn = async () => {
      throw error();
    };

    const reply = await post();

    expect(reply).toMatchObject({ status, json: { code, instance: 'urn:request:request-1' } });
    expect(JSON.stringify(reply)).not.toContain('secret');
  });

  it('answers 500 rather than let out what the contract does not name', async () => {
    fn = async () => ({ body: { made: 'yes', secret: 'x' } as { made: string } });

    const reply = await post();

    expect(reply.status).toBe(500);
    expect(JSON.stringify(reply)).not.toContain('secret');
  });
});

describe('an Idempotency-Key', () => {
  const remembering = async ({ idempotency, body }: RouteInput<C>): Promise<RouteReply<C>> => {
    const reply = { body: { made: body.name }, version: 1 };
    await w.commit([w.idempotency.remember(idempotency, reply, w.now())]);
    return reply;
  };

  it('makes the request one', async () => {
    fn = remembering;
    const headers = { 'idempotency-key': 'one' };

    const first = await post({ headers });
    const later = await post({ headers });

    expect(first.json).toEqual({ made: 'A' });
    expect(later).toEqual(first);
    expect(calls).toHaveLength(1);
  });

  it('makes the request one also where it is sent twice at the same moment', async () => {
    let arrived = 0;
    let bothAreIn = () => {};
    const both = new Promise<void>((resolve) => {
      bothAreIn = resolve;
    });
    fn = async (input) => {
      const name = `made by call ${++arrived}`;
      if (arrived === 2) bothAreIn();
      await both;
      return remembering({ ...input, body: { ...input.body, name } });
    };
    const headers = { 'idempotency-key': 'at-once' };

    const replies = await Promise.all([post({ headers }), post({ headers })]);

    expect(calls).toHaveLength(2);
    expect(replies[0].status).toBe(201);
    expect(replies[1]).toEqual(replies[0]);
  });

  it('is refused for another body, another path and not for another organisation', async () => {
    fn = remembering;
    const headers = { 'idempotency-key': 'two' };
    await post({ headers });

    expect((await post({ headers, body: { ...GOOD, name: 'B' } })).json.code).toBe('idempotency-key-reused');
    expect((await post({ headers, path: { thingId: '2' } })).json.code).toBe('idempotency-key-reused');
    const other = { ...ENTERPRISE, organisationId: '91500105LJDEM0025K' };
    expect((await post({ headers, actor: other })).status).toBe(201);
  });

  it('is not used up by a request that was refused', async () => {
    const headers = { 'idempotency-key': 'three' };
    fn = async () => {
      throw new TransientError('busy');
    };
    await post({ headers });
    fn = remembering;

    expect((await post({ headers })).status).toBe(201);
  });
});
