import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SFNClient } from '@aws-sdk/client-sfn';
import { type Clock, systemClock } from '../../../local/clock.ts';
import type { FunctionInvoker, FunctionResult, Service } from '../../../local/service.ts';
import { type CallService, createStates, type States } from '../../../local/states/index.ts';

export type Handler = (input: unknown, functionName: string) => unknown;

/** Functions by name, in this process. A handler that throws fails as a Node function does. */
export function inProcess(handlers: Readonly<Record<string, Handler>>): FunctionInvoker {
  return {
    async invoke({ functionName, payload }): Promise<FunctionResult> {
      const name = functionName.split(':function:').at(-1)?.split(':')[0] ?? functionName;
      const handler = handlers[name];
      if (handler === undefined) {
        return {
          ok: false,
          errorType: 'Lambda.ResourceNotFoundException',
          errorMessage: `Function not found: ${functionName}`,
        };
      }
      try {
        const answer = await handler(JSON.parse(payload), functionName);
        return { ok: true, payload: JSON.stringify(answer ?? null), executedVersion: '$LATEST' };
      } catch (error) {
        const { name: errorType, message: errorMessage } = error as Error;
        const failure = { errorType, errorMessage, trace: [] };
        return { ok: false, errorType, errorMessage, payload: JSON.stringify(failure) };
      }
    },
  };
}

export interface Harness {
  readonly states: States;
  readonly client: SFNClient;
  /** Closes the engine and its listener. */
  stop(): Promise<void>;
}

export interface HarnessOptions {
  readonly handlers?: Readonly<Record<string, Handler>>;
  readonly invoker?: FunctionInvoker;
  readonly file?: string;
  readonly clock?: Clock;
  readonly call?: CallService;
  readonly log?: (message: string) => void;
}

/** An engine with its API on an ephemeral port and an SDK client. */
export async function startStates(options: HarnessOptions = {}): Promise<Harness> {
  const states = await createStates({
    file: options.file ?? ':memory:',
    clock: options.clock ?? systemClock,
    invoker: options.invoker ?? inProcess(options.handlers ?? {}),
    call: options.call ?? (() => Promise.reject(new Error('no services in this test'))),
    authorize: () => {},
    accountId: '000000000000',
    region: 'ap-east-1',
    partition: 'aws',
    log: options.log ?? (() => {}),
  });
  await states.resume();
  const server = await listen(states);
  const { port } = server.address() as AddressInfo;
  const client = new SFNClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'ap-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    // StartSyncExecution would otherwise go to sync-127.0.0.1.
    disableHostPrefix: true,
  });
  const stop = async () => {
    client.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await states.close();
  };
  return { states, client, stop };
}

function listen(service: Service): Promise<Server> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const answer = await service.handle({
      caller: { kind: 'engineer' },
      method: request.method ?? 'POST',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers as Record<string, string>,
      body: Buffer.concat(chunks),
    });
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
