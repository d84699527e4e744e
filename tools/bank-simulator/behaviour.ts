import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

/** How a simulated endpoint may answer a message. */
export const BEHAVIOURS = [
  'good',
  'slow',
  'silent',
  'down',
  'busy',
  'gone',
  'redirecting',
  'huge',
  'lying',
] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

/** What each behaviour is, for whoever reads the help. */
export const BEHAVIOUR_TEXT: Readonly<Record<Behaviour, string>> = {
  good: 'answers 204',
  slow: 'answers 204 after some time',
  silent: 'takes the message and never answers',
  down: 'answers 503',
  busy: 'answers 429 with Retry-After',
  gone: 'answers 410',
  redirecting: 'answers 307 to somewhere else',
  huge: 'answers 200 with a body of 100 MB',
  lying: 'answers the verification with a signature of its own making',
};

/** Behaviours under which a message is kept, whatever the answer to it. */
export const TAKING: readonly Behaviour[] = ['good', 'slow', 'silent', 'huge', 'lying'];

interface Settings {
  readonly slowMs: number;
  readonly retryAfter: string;
  readonly location: string;
}

const HUGE_BYTES = 100 * 1024 * 1024;
const CHUNK = Buffer.alloc(64 * 1024, 'x');

/** Answers a message that was taken; says how many bytes of a body went out. */
export async function answerMessage(
  behaviour: Behaviour,
  response: ServerResponse,
  { slowMs, retryAfter, location }: Settings,
): Promise<number> {
  switch (behaviour) {
    case 'silent':
      return 0;
    case 'slow':
      await delay(slowMs);
      return end(response, 204);
    case 'down':
      return end(response, 503);
    case 'busy':
      return end(response, 429, { 'retry-after': retryAfter });
    case 'gone':
      return end(response, 410);
    case 'redirecting':
      return end(response, 307, { location });
    case 'huge':
      return sendHuge(response);
    default:
      return end(response, 204);
  }
}

function end(response: ServerResponse, status: number, headers: Record<string, string> = {}): number {
  response.writeHead(status, headers).end();
  return 0;
}

/** As much as the other side takes. */
async function sendHuge(response: ServerResponse): Promise<number> {
  response.writeHead(200, { 'content-type': 'text/plain', 'content-length': HUGE_BYTES });
  const closed = new Promise((resolve) => response.once('close', resolve));
  let sent = 0;
  while (sent < HUGE_BYTES && !response.destroyed) {
    const flows = response.write(CHUNK);
    sent += CHUNK.length;
    if (!flows) await Promise.race([closed, new Promise((resolve) => response.once('drain', resolve))]);
  }
  response.end();
  return sent;
}
