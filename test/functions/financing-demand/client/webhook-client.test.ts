import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Resolve } from '../../../../functions/financing-demand/client/guarded-lookup.ts';
import { webhookClient } from '../../../../functions/financing-demand/client/webhook-client.ts';
import { type SimulatedEndpoint, startEndpoint } from '../../../../tools/bank-simulator/endpoint.ts';

const LIMITS = { timeoutMs: 300, answerLimitBytes: 16_384 };
const here = webhookClient('public-and-loopback', LIMITS);
const open: (() => Promise<unknown>)[] = [];
afterEach(() => Promise.all(open.splice(0).map((close) => close())));

async function simulated(options = {}): Promise<SimulatedEndpoint> {
  const endpoint = await startEndpoint(options);
  open.push(() => endpoint.stop());
  return endpoint;
}

async function serve(handle: RequestListener): Promise<string> {
  const server = createServer(handle).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  open.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const resolvesTo =
  (...addresses: string[]): Resolve =>
  (_hostname, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

describe('a message', () => {
  it('is posted with its headers and body, and the status is the answer', async () => {
    let got: unknown;
    const url = await serve((request, response) => {
      request.setEncoding('utf8').once('data', (body) => {
        got = { method: request.method, id: request.headers['webhook-id'], body };
        response.writeHead(202, { 'retry-after': '7' }).end('thank you');
      });
    });

    const reply = await here.post(url, { 'webhook-id': 'm-1' }, '{"a":"需求"}');

    expect(got).toEqual({ method: 'POST', id: 'm-1', body: '{"a":"需求"}' });
    expect(reply).toMatchObject({ status: 202, retryAfter: '7', body: 'thank you' });
  });

  it('is not sent on where the endpoint redirects', async () => {
    const elsewhere = await simulated();
    const endpoint = await simulated({ location: elsewhere.url });
    endpoint.behave('redirecting');
    const url = await serve((_request, response) => {
      response.writeHead(302, { location: elsewhere.url }).end();
    });

    expect(await here.post(url, {}, '{}')).toMatchObject({ status: 302 });
    expect(elsewhere.received).toEqual([]);
  });

  it('that is answered with 100 MB costs us little more than the beginning of it', async () => {
    let sent = 0;
    const url = await serve((_request, response) => {
      response.writeHead(200);
      const more = () => {
        while (sent < 100 * 1024 * 1024 && !response.destroyed) {
          sent += 65_536;
          if (!response.write(Buffer.alloc(65_536, 'x'))) return void response.once('drain', more);
        }
      };
      more();
    });

    const reply = await here.post(url, {}, '{}');

    expect(reply).toMatchObject({ status: 200 });
    expect(reply.body).toHaveLength(LIMITS.answerLimitBytes);
    // What the buffers of both sides take, and no more.
    expect(sent).toBeLessThan(20 * 1024 * 1024);
  });

  it('that is not answered in time has failed, also where the answer trickles', async () => {
    const never = await serve(() => {});
    const trickling = await serve((_request, response) => {
      response.writeHead(200).write('x');
    });

    expect(await here.post(never, {}, '{}')).toMatchObject({ failure: 'timeout' });
    expect(await here.post(trickling, {}, '{}')).toMatchObject({ failure: 'timeout' });
  });
});

describe('a connection', () => {
  it.each([
    ['10.0.0.1'],
    ['127.0.0.1'],
    ['169.254.169.254'],
    ['100.64.0.1'],
    ['192.168.1.1'],
    ['0.0.0.0'],
    ['::1'],
    ['fd00::1'],
    ['fe80::1'],
    ['::ffff:10.0.0.1'],
    ['64:ff9b::a00:1'],
  ])('is not made to %s, which a name resolves to', async (address) => {
    const client = webhookClient('public', LIMITS, resolvesTo(address));

    expect(await client.post('https://bank.example/hook', {}, '{}')).toMatchObject({
      failure: 'inner-address',
    });
  });

  it('is not made where one of several addresses is an inner one', async () => {
    const client = webhookClient('public', LIMITS, resolvesTo('203.0.114.1', '10.0.0.1'));

    expect(await client.post('https://bank.example/', {}, '{}')).toMatchObject({ failure: 'inner-address' });
  });

  it('is made to the address that was judged, whatever the name resolves to the next time', async () => {
    let asked = 0;
    const rebinding: Resolve = (hostname, done) =>
      resolvesTo(asked++ === 0 ? '127.0.0.1' : '10.0.0.1')(hostname, done);
    const endpoint = await simulated();
    const { port } = new URL(endpoint.url);
    const client = webhookClient('public-and-loopback', LIMITS, rebinding);

    // Plain http is for this machine by its own name only, so the name is localhost.
    await client.post(`http://localhost:${port}/`, {}, '{}');

    expect(asked).toBe(1);
    expect(endpoint.received).toHaveLength(1);
  });

  it.each([
    ['http://bank.example/'],
    ['https://127.0.0.1/'],
    ['https://[::1]/'],
    ['https://localhost/'],
    ['https://0x7f000001/'],
    ['https://2130706433/'],
    ['ftp://bank.example/'],
    ['https://user:secret@bank.example/'],
    ['not a url'],
  ])('is not even tried to %s', async (url) => {
    const client = webhookClient('public', LIMITS, () => expect.unreachable());

    expect(await client.post(url, {}, '{}')).toMatchObject({ failure: 'forbidden-url' });
  });

  it('without an answer says why', async () => {
    const unknown: Resolve = (_hostname, done) =>
      done(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), []);
    const client = webhookClient('public', LIMITS, unknown);

    expect(await client.post('https://bank.example/', {}, '{}')).toMatchObject({ failure: 'unknown-host' });
  });
});
