import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc, { type Arbitrary } from 'fast-check';
import { startPlatform, type TestPlatform } from '../scenarios/platform.ts';
import { type RawReply, sendRaw } from '../scenarios/raw-request.ts';
import { watchStores } from '../scenarios/store-watch.ts';
import { knownOf } from './known.ts';
import { type ApiDocument, type FuzzedRequest, requests } from './request-arbitrary.ts';

export interface FuzzReport {
  readonly requests: number;
  /** How many answers had which status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Operations that were answered with a success at least once. */
  readonly reached: readonly string[];
  /** What should not have been: a 5xx, a broken answer, a refusal that wrote something. */
  readonly wrong: readonly string[];
}

/** Requests are made as they are sent: thousands at once would fill the memory with bodies. */
const BATCH = 250;
/** Cases are withdrawn and decided on the way: of many requests some must find one that is open. */
const A_CASE_FOR = 1000;

/**
 * Sends `count` generated requests over HTTP to a platform of its own, one after the other: every answer is a success or a refusal
 * in both languages, and neither a refusal nor a read writes to any store, nor begins anything.
 * @param sent called with how many were sent so far, from time to time
 */
export async function fuzz(
  count: number,
  seed: number,
  sent: (requests: number) => void = () => {},
): Promise<FuzzReport> {
  const data = mkdtempSync(join(tmpdir(), 'fuzz-'));
  const platform = await startPlatform({ schedules: false, data });
  const watch = watchStores(data);
  try {
    const known = await knownOf(platform, 1 + Math.ceil(count / A_CASE_FOR));
    const made = requests(await documentOf(platform), known);
    const tally = new Tally();
    watch.writtenTo();
    for (const request of inBatches(made, count, seed, sent)) {
      const reply = await sendRaw(platform.origin, request);
      tally.add(request, reply, watch.writtenTo());
      if (reply.status >= 400 || request.method === 'GET') continue;
      await platform.settle();
      watch.writtenTo();
    }
    return tally.report();
  } finally {
    await platform.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

function* inBatches(
  made: Arbitrary<FuzzedRequest>,
  count: number,
  seed: number,
  sent: (requests: number) => void,
): Generator<FuzzedRequest> {
  for (let from = 0; from < count; from += BATCH) {
    sent(from);
    yield* fc.sample(made, { numRuns: Math.min(BATCH, count - from), seed: seed + from });
  }
}

async function documentOf({ origin }: TestPlatform): Promise<ApiDocument> {
  return (await sendRaw(origin, { path: '/openapi.json' })).json as ApiDocument;
}

class Tally {
  readonly #statuses: Record<string, number> = {};
  readonly #reached = new Set<string>();
  readonly #wrong: string[] = [];

  add(request: FuzzedRequest, reply: RawReply, writtenTo: readonly string[]): void {
    this.#statuses[reply.status] = (this.#statuses[reply.status] ?? 0) + 1;
    if (reply.status < 400) this.#reached.add(request.operationId);
    const faults = [
      ...(reply.status >= 500 ? ['a defect'] : []),
      ...(mayWrite(request, reply) ? [] : writtenTo.map((store) => `a write to ${store} that must not be`)),
      ...(/undefined|\[object Object\]/.test(problemText(reply)) ? ['words for machines'] : []),
    ];
    if (faults.length > 0) this.#wrong.push(told(faults, request, reply));
  }

  report(): FuzzReport {
    const requests = Object.values(this.#statuses).reduce((sum, one) => sum + one, 0);
    return { requests, statuses: this.#statuses, reached: [...this.#reached].sort(), wrong: this.#wrong };
  }
}

function mayWrite({ method }: FuzzedRequest, { status }: RawReply): boolean {
  return status < 400 && method !== 'GET';
}

function problemText({ status, json }: RawReply): string {
  const { zh, en } = (json ?? {}) as { zh?: string; en?: string };
  return status >= 400 ? `${zh ?? ''} ${en ?? ''}` : '';
}

function told(faults: readonly string[], request: FuzzedRequest, reply: RawReply): string {
  const { operationId, method, path, headers, body } = request;
  const sent = JSON.stringify({ method, path, headers, body });
  return `${operationId}: ${faults.join(', ')}: ${reply.status} ${reply.text.slice(0, 300)} to ${sent.slice(0, 2000)}`;
}
