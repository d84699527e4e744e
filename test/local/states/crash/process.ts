/** An engine in a process of its own, to be killed: `node process.ts STORE CALLS`. Appends every finished call to CALLS. */
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../../../../local/clock.ts';
import { createStates } from '../../../../local/states/index.ts';

const [store = '', calls = ''] = process.argv.slice(2);

const states = await createStates({
  file: store,
  clock: systemClock,
  invoker: {
    async invoke({ payload }) {
      appendFileSync(calls, `${payload}\n`);
      await new Promise((resolve) => setTimeout(resolve, 2));
      return { ok: true, payload, executedVersion: '1' };
    },
  },
  call: () => Promise.reject(new Error('no services')),
  authorize: () => {},
  accountId: '000000000000',
  region: 'ap-east-1',
  partition: 'aws',
  log: (message) => process.stderr.write(`${message}\n`),
});
await states.resume();

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const answer = await states.handle({
    caller: { kind: 'engineer' },
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: request.headers as Record<string, string>,
    body: Buffer.concat(chunks),
  });
  response.writeHead(answer.status, answer.headers).end(answer.body);
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
