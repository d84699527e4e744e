import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { EVENT_TYPE, VerificationEvent } from '../../workflows/financing-demand/delivery/cloud-event.ts';
import { answerMessage, type Behaviour, TAKING } from './behaviour.ts';
import { isGenuine, type Received } from './received.ts';

export interface EndpointOptions {
  readonly port?: number;
  /** The institution's own clock. */
  readonly now?: () => Date | Promise<Date>;
  readonly slowMs?: number;
  readonly retryAfter?: string;
  readonly location?: string;
  /** Told of every message that is genuine and new. */
  readonly onMessage?: (received: Received) => void;
}

/** The endpoint of a simulated institution: verifies what comes, keeps it, and answers as it is told to behave. */
export interface SimulatedEndpoint {
  readonly url: string;
  readonly received: readonly Received[];
  /** Lists that were kept, each once, in the order of their coming. */
  lists(): { number: number; data: unknown }[];
  /** Bytes of answers that went out. */
  readonly bytesSent: () => number;
  behave(behaviour: Behaviour): void;
  /** The keys it verifies with, the newest first. */
  trust(secrets: readonly string[]): void;
  /** The newest of them. */
  key(): string;
  stop(): Promise<void>;
}

const WRONG_KEY = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;

export async function startEndpoint(options: EndpointOptions = {}): Promise<SimulatedEndpoint> {
  const { now = () => new Date(), slowMs = 2_000, retryAfter = '3600', location = '/elsewhere' } = options;
  const received: Received[] = [];
  let behaviour: Behaviour = 'good';
  let secrets: readonly string[] = [];
  let bytesSent = 0;

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const message = await messageOf(request, received, { secrets, at: await now(), behaviour });
    received.push(message);
    const challenge = challengeOf(message);
    if (challenge !== undefined && (behaviour === 'good' || behaviour === 'lying')) {
      const key = behaviour === 'lying' ? WRONG_KEY : (secrets[0] ?? WRONG_KEY);
      return answerChallenge(response, message, challenge, key);
    }
    if (behaviour !== 'down' && !message.genuine) return void response.writeHead(401).end();
    bytesSent += await answerMessage(behaviour, response, { slowMs, retryAfter, location });
    if (message.taken && !message.repeated) options.onMessage?.(message);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/liangjiang`,
    received,
    lists: () => received.filter(({ taken, repeated }) => taken && !repeated).flatMap(listOf),
    bytesSent: () => bytesSent,
    behave: (next) => {
      behaviour = next;
    },
    trust: (keys) => {
      secrets = keys;
    },
    key: () => secrets[0] ?? WRONG_KEY,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function messageOf(
  request: IncomingMessage,
  before: readonly Received[],
  { secrets, at, behaviour }: { secrets: readonly string[]; at: Date; behaviour: Behaviour },
): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString('utf8');
  const headers = request.headers as Record<string, string>;
  const id = headers['webhook-id'] ?? '';
  const genuine = isGenuine({ headers, body }, secrets, at);
  return {
    id,
    at,
    genuine,
    taken: genuine && TAKING.includes(behaviour),
    repeated: before.some((earlier) => earlier.id === id && earlier.taken),
    headers,
    body,
  };
}

function challengeOf({ body, genuine }: Received): string | undefined {
  const event = VerificationEvent.safeParse(parsed(body));
  return genuine && event.success ? event.data.data.challenge : undefined;
}

function answerChallenge(
  response: ServerResponse,
  { id, headers }: Received,
  challenge: string,
  key: string,
) {
  const at = new Date(Number(headers['webhook-timestamp']) * 1000);
  const signature = new Webhook(key).sign(id, at, challenge);
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ signature }));
}

function listOf({ body }: Received): { number: number; data: unknown }[] {
  const event = parsed(body) as { type?: string; data?: { number?: number } } | undefined;
  if (event?.type !== EVENT_TYPE.list) return [];
  return [{ number: event.data?.number ?? 0, data: event.data }];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
