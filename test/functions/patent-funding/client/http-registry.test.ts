import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import {
  httpRegistry,
  type RegistryPatience,
} from '../../../../functions/patent-funding/client/http-registry.ts';
import { RegistryUnreachableError } from '../../../../functions/patent-funding/registry/patent-registry.ts';
import { registered } from '../../../workflows/patent-funding/samples.ts';

/** A busy machine answers late: only who waits for silence waits a short time. */
const PATIENCE: RegistryPatience = {
  requestMs: 30_000,
  totalMs: 60_000,
  retries: 2,
  firstDelayMs: 1,
  failuresToOpen: 5,
  openMs: 60_000,
};
type Behaviour = (numbers: string[], reply: ServerResponse) => void;

const know: Behaviour = (numbers, reply) =>
  reply.end(JSON.stringify({ patents: numbers.map((number) => registered({ number })) }));
const fail =
  (status: number): Behaviour =>
  (_, reply) =>
    reply.writeHead(status).end();
const silence: Behaviour = () => {};
const hangUp: Behaviour = (_, reply) => reply.destroy();
const cutOff: Behaviour = (_, reply) => {
  reply.writeHead(200, { 'content-length': '1000' }).write('{"patents":');
  reply.destroy();
};

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A registry that behaves so, one request after the other, and the last for ever. */
async function registryOf(behaviours: readonly Behaviour[], patience: Partial<RegistryPatience> = {}) {
  const asked: string[][] = [];
  const started = createServer(async (request, reply) => {
    const { numbers } = (await json(request)) as { numbers: string[] };
    asked.push(numbers);
    (behaviours[asked.length - 1] ?? behaviours.at(-1))?.(numbers, reply);
  });
  server = started;
  await new Promise<void>((listening) => started.listen(0, '127.0.0.1', listening));
  const { port } = started.address() as AddressInfo;
  return { registry: httpRegistry(`http://127.0.0.1:${port}/v1`, { ...PATIENCE, ...patience }), asked };
}

describe('the registry over HTTP', () => {
  it('is asked about a hundred patents at a time', async () => {
    const { registry, asked } = await registryOf([know]);
    const numbers = Array.from({ length: 250 }, (_, index) => `n${index}`);
    expect([...(await registry.find(numbers)).keys()]).toEqual(numbers);
    expect(asked.map(({ length }) => length)).toEqual([100, 100, 50]);
  });

  it.each([
    ['fails', fail(503)],
    ['says that it is asked too often', fail(429)],
    ['is silent', silence],
    ['hangs up', hangUp],
    ['is cut off in its answer', cutOff],
  ])('is asked again where it %s, and answers then', async (_, once) => {
    const patience = once === silence ? { requestMs: 1_000 } : {};
    const { registry, asked } = await registryOf([once, once, know], patience);
    expect((await registry.find(['a'])).size).toBe(1);
    expect(asked).toHaveLength(3);
  });

  it('is unreachable where it stays silent', async () => {
    const { registry } = await registryOf([silence], { requestMs: 50 });
    await expect(registry.find(['a'])).rejects.toThrow(RegistryUnreachableError);
  });

  it('is left alone after five failures, and asked by one after a while', async () => {
    const { registry, asked } = await registryOf(
      [fail(500), fail(500), fail(500), fail(500), fail(500), know],
      {
        openMs: 50,
      },
    );
    const unreachable = () => expect(registry.find(['a'])).rejects.toThrow(RegistryUnreachableError);
    await unreachable();
    await unreachable();
    expect(asked).toHaveLength(5);
    await unreachable();
    expect(asked).toHaveLength(5);
    await expect.poll(async () => registry.find(['a']).catch(() => undefined)).toBeDefined();
    expect(asked).toHaveLength(6);
  });

  it.each([
    ['refuses the search', fail(403)],
    ['answers something else', (_: string[], reply: ServerResponse) => reply.end('{"rows": []}')],
  ])('is a defect that no waiting heals where it %s', async (_, behaviour) => {
    const { registry, asked } = await registryOf([behaviour]);
    const error: unknown = await registry.find(['a']).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(RegistryUnreachableError);
    expect(asked).toHaveLength(1);
  });
});
