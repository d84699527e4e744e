import { afterEach, expect, test } from 'vitest';
import { createVirtualClock, systemClock } from '../../../local/clock.ts';
import { clockPage, type Front, openFront } from '../../../local/gateway/index.ts';

let front: Front | undefined;
afterEach(() => front?.close());

test('the longest path decides who answers, the rest goes to the API', async () => {
  front = await openFront({ port: 0 });
  const { origin } = front;
  const text = async (path: string) => (await fetch(origin + path)).text();
  const before = await fetch(`${origin}/v1`);
  front.route('/local', (_, response) => void response.end('local'));
  front.route('/local/clock', (_, response) => void response.end('clock'));
  front.otherwise((_, response) => void response.end('api'));

  expect(before.status).toBe(503);
  expect(await text('/local?x=1')).toBe('local');
  expect(await text('/local/clock/x')).toBe('clock');
  expect(await text('/locality')).toBe('api');
  expect(await text('/')).toBe('api');
});

test('a handler that throws is answered 500 and the listener goes on', async () => {
  front = await openFront({ port: 0 });
  front.route('/bad', () => {
    throw new Error('broken');
  });
  front.otherwise((_, response) => void response.end('api'));

  expect((await fetch(`${front.origin}/bad`)).status).toBe(500);
  expect((await fetch(`${front.origin}/`)).status).toBe(200);
});

test('a port in use is told as EADDRINUSE', async () => {
  front = await openFront({ port: 0 });
  const port = Number(new URL(front.origin).port);

  await expect(openFront({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('closing lets a request in progress finish', async () => {
  front = await openFront({ port: 0 });
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  front.otherwise(async (_, response) => {
    arrive();
    await released;
    response.end('done');
  });
  const answer = fetch(front.origin);
  await arrived;

  const closed = front.close();
  release();

  expect(await (await answer).text()).toBe('done');
  await closed;
});

const withSchedules = (work: () => Promise<void>) => work();

test('an engineer advances a virtual clock and waits for what falls due', async () => {
  front = await openFront({ port: 0 });
  const clock = createVirtualClock(0);
  const fired: number[] = [];
  clock.at(86_400_000, () => fired.push(clock.now()));
  front.route('/local/clock', clockPage(clock, withSchedules));

  const response = await fetch(`${front.origin}/local/clock`, {
    method: 'POST',
    body: '{"advance":"P1DT2H"}',
  });

  expect(await response.json()).toEqual({ now: '1970-01-02T02:00:00.000Z', virtual: true });
  expect(fired).toEqual([86_400_000]);
});

test('schedules rest on the way when the engineer asks for it', async () => {
  front = await openFront({ port: 0 });
  const clock = createVirtualClock(0);
  const rests: string[] = [];
  const withoutSchedules = async (work: () => Promise<void>) => {
    rests.push(`from ${clock.now()}`);
    await work();
    rests.push(`to ${clock.now()}`);
  };
  front.route('/local/clock', clockPage(clock, withoutSchedules));
  const clockUrl = `${front.origin}/local/clock`;
  const advance = (body: object) => fetch(clockUrl, { method: 'POST', body: JSON.stringify(body) });

  await advance({ advance: 'PT1S' });
  await advance({ advance: 'P30D', schedules: false });

  expect(rests).toEqual(['from 1000', `to ${1000 + 30 * 86_400_000}`]);
});

test.each([
  '',
  '{}',
  '{"advance":"PT1S","schedules":"no"}',
  '{"advance":"tomorrow"}',
  '{"advance":"P"}',
  '{"advance":"P1M"}',
])('the clock refuses %j', async (body) => {
  front = await openFront({ port: 0 });
  front.route('/local/clock', clockPage(createVirtualClock(0), withSchedules));

  expect((await fetch(`${front.origin}/local/clock`, { method: 'POST', body })).status).toBe(400);
});

test('a real clock is not advanced', async () => {
  front = await openFront({ port: 0 });
  front.route('/local/clock', clockPage(systemClock, withSchedules));

  const response = await fetch(`${front.origin}/local/clock`, { method: 'POST', body: '{"advance":"P1D"}' });

  expect(response.status).toBe(409);
});
