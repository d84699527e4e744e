/**
 * The engine in a process of its own, with its HTTP API and functions stubbed in the process. It tells its parent which
 * tokens are to be answered and which executions have ended, and answers questions about its resources.
 */
import { createServer } from 'node:http';
import { flushCompileCache } from 'node:module';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../../local/clock.ts';
import type { FunctionInvoker } from '../../local/service.ts';
import { createStates } from '../../local/states/index.ts';

const [file = ':memory:'] = process.argv.slice(2);
const record = JSON.stringify({ ok: true, text: 'x'.repeat(180) });
const tokensOfCase = new Map<string, string[]>();
const tell = (message: object): void => {
  process.send?.(message);
};

/** `step` answers 200 bytes of JSON; `ask` keeps the token until all five of its case are there. */
const invoker: FunctionInvoker = {
  async invoke({ functionName, payload }) {
    if (functionName === 'ask') keepToken(JSON.parse(payload) as { case: string; token: string });
    return { ok: true, payload: record, executedVersion: '$LATEST' };
  },
};

function keepToken({ case: name, token }: { case: string; token: string }): void {
  const tokens = [...(tokensOfCase.get(name) ?? []), token];
  tokensOfCase.set(name, tokens);
  if (tokens.length < 5) return;
  tokensOfCase.delete(name);
  tell({ kind: 'tokens', name, tokens });
}

const states = await createStates({
  file,
  clock: systemClock,
  invoker,
  call: () => Promise.reject(new Error('the bench calls no services')),
  authorize: () => {},
  accountId: '000000000000',
  region: 'ap-east-1',
  partition: 'aws',
  log: (message) => process.stderr.write(`${message}\n`),
});
await states.resume();
states.engine.onEnd(({ row }) => tell({ kind: 'end', name: row.name, status: row.status }));

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', async () => {
    const answer = await states.handle({
      caller: { kind: 'engineer' },
      method: 'POST',
      path: '/',
      query: new URLSearchParams(),
      headers: request.headers as Record<string, string>,
      body: chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks),
    });
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body);
  });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  tell({ kind: 'ready', port, cpuSeconds: cpuSeconds() });
  // Killed as we are going to be, there is no later moment to keep what was compiled for the next start.
  flushCompileCache();
});

process.on('message', (message: { readonly kind: string; readonly collect?: boolean }) => {
  if (message.kind !== 'resources') return;
  if (message.collect === true) globalThis.gc?.();
  tell({ kind: 'resources', cpuSeconds: cpuSeconds(), rssBytes: process.memoryUsage().rss });
});

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
