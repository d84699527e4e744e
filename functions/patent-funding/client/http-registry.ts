import {
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleType,
  isBrokenCircuitError,
  retry,
  wrap,
} from 'cockatiel';
import * as z from 'zod';
import { RegistryRecord } from '../../../workflows/patent-funding/registry/contract.ts';
import { type PatentRegistry, RegistryUnreachableError } from '../registry/patent-registry.ts';

/** How long and how often a registry is asked before it counts as unreachable. */
export interface RegistryPatience {
  readonly requestMs: number;
  /** All requests about one application together: a Lambda has a minute. */
  readonly totalMs: number;
  readonly retries: number;
  readonly firstDelayMs: number;
  /** After so many failures in a row nobody asks any more ... */
  readonly failuresToOpen: number;
  /** ... until so much later one request is let through. */
  readonly openMs: number;
}

const PATIENCE: RegistryPatience = {
  requestMs: 5_000,
  totalMs: 40_000,
  retries: 2,
  firstDelayMs: 250,
  failuresToOpen: 5,
  openMs: 30_000,
};

/** Patents asked about in one request. */
const BATCH = 100;
const Answer = z.object({ patents: z.array(RegistryRecord.strip()) });

/**
 * A registry that answers over HTTP: `POST <base>/patents/search` with `{"numbers": [...]}` (canonical, at most a hundred) is answered by
 * `{"patents": [...]}` as RegistryRecord. Silence, faults of its own (5xx) and "too many" (429) make it unreachable; any other answer that
 * is not this one is a defect of one of the two, which no waiting heals.
 */
export function httpRegistry(base: string, patience: RegistryPatience = PATIENCE): PatentRegistry {
  const unreachable = handleType(RegistryUnreachableError);
  const breaker = circuitBreaker(unreachable, {
    halfOpenAfter: patience.openMs,
    breaker: new ConsecutiveBreaker(patience.failuresToOpen),
  });
  const backoff = new ExponentialBackoff({ initialDelay: patience.firstDelayMs });
  const policy = wrap(retry(unreachable, { maxAttempts: patience.retries, backoff }), breaker);
  const endpoint = new URL('patents/search', base.endsWith('/') ? base : `${base}/`);

  return {
    async find(numbers) {
      const found = new Map<string, RegistryRecord>();
      const inTime = AbortSignal.timeout(patience.totalMs);
      for (let from = 0; from < numbers.length; from += BATCH) {
        const asked = numbers.slice(from, from + BATCH);
        const records = await told(() => policy.execute(() => ask(endpoint, asked, inTime, patience)));
        for (const record of records) found.set(record.number, record);
      }
      return found;
    },
  };
}

async function ask(
  endpoint: URL,
  numbers: readonly string[],
  inTime: AbortSignal,
  { requestMs }: RegistryPatience,
): Promise<RegistryRecord[]> {
  const signal = AbortSignal.any([inTime, AbortSignal.timeout(requestMs)]);
  const { status, text } = await answered(endpoint, JSON.stringify({ numbers }), signal);
  if (status >= 500 || status === 429) throw new RegistryUnreachableError(`The registry answers ${status}`);
  if (status !== 200) throw new Error(`The registry answers ${status} to a search`);
  return Answer.parse(JSON.parse(text)).patents;
}

/** An answer that is cut off is none. */
async function answered(endpoint: URL, body: string, signal: AbortSignal) {
  try {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const reply = await fetch(endpoint, { method: 'POST', headers, body, signal, redirect: 'error' });
    return { status: reply.status, text: await reply.text() };
  } catch (error) {
    throw new RegistryUnreachableError('The registry does not answer', { cause: error });
  }
}

async function told<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!isBrokenCircuitError(error)) throw error;
    throw new RegistryUnreachableError('The registry has not answered for a while', { cause: error });
  }
}
