import fc from 'fast-check';
import { groupApplication, readCase, submit } from '../scenarios/listing-certificate/steps.ts';
import { startPlatform, type TestPlatform } from '../scenarios/platform.ts';
import { type RawReply, sendRaw, tokenOf } from '../scenarios/raw-request.ts';
import { contentsReader } from '../scenarios/stored-contents.ts';
import { type ApiDocument, type FuzzedRequest, type Known, requests } from './request-arbitrary.ts';

const ACCOUNTS = {
  qiyuan: 'enterprise',
  lanxin: 'enterprise',
  'environment-officer': 'department',
  'tax-officer': 'department',
  office: 'office',
  'bank-one': 'bank',
};
const HEADERS = { 'Idempotency-Key': ['fuzz-1', 'fuzz-2', 'fuzz-3'], 'If-Match': ['"1"', '"2"', '"3"'] };

export interface FuzzReport {
  readonly requests: number;
  /** How many answers had which status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Operations that were answered with a success at least once. */
  readonly reached: readonly string[];
  /** What should not have been: a 5xx, a broken answer, a refusal that wrote something. */
  readonly wrong: readonly string[];
}

/**
 * Sends `count` generated requests over HTTP to a platform in memory, one after the other: every answer is a success or a refusal
 * in both languages, and a refusal leaves every table and bucket as it was.
 */
export async function fuzz(count: number, seed: number): Promise<FuzzReport> {
  const platform = await startPlatform({ schedules: false });
  const reader = contentsReader(platform.runtime);
  try {
    const known = await knownOf(platform);
    const document = (await sendRaw(platform.origin, { path: '/openapi.json' })).json as ApiDocument;
    const samples = fc.sample(requests(document, known), { numRuns: count, seed });
    const tally = new Tally();
    let before = JSON.stringify(await reader.read());
    for (const request of samples) {
      const reply = await sendRaw(platform.origin, request);
      if (reply.status < 400) await platform.settle();
      // What a GET should not have written shows after the next request that may write.
      const after = request.method === 'GET' ? before : JSON.stringify(await reader.read());
      tally.add(request, reply, before === after);
      before = after;
    }
    return tally.report();
  } finally {
    reader.close();
    await platform.stop();
  }
}

/** Two cases with their tasks, and what a client of each kind would send. */
async function knownOf(platform: TestPlatform): Promise<Known> {
  const enterprise = await platform.signIn('qiyuan');
  const cases = [
    await submit(platform, enterprise),
    await submit(platform, enterprise, { purpose: { kind: 'bond', board: 'bse' } }),
  ];
  const views = await Promise.all(cases.map((one) => readCase(enterprise, one)));
  const actors = await Promise.all(
    Object.entries(ACCOUNTS).map(async ([username, kind]) => ({
      kind,
      token: await tokenOf(platform.origin, username),
    })),
  );
  return {
    actors,
    values: {
      ...HEADERS,
      caseId: cases.map(({ caseId }) => caseId),
      taskId: views.flatMap(({ tasks }) => tasks.map(({ taskId }) => taskId)),
    },
    bodies: { submitListingCase: [{ ...groupApplication(), attachments: [] }] },
  };
}

class Tally {
  readonly #statuses: Record<string, number> = {};
  readonly #reached = new Set<string>();
  readonly #wrong: string[] = [];

  add(request: FuzzedRequest, reply: RawReply, unchanged: boolean): void {
    this.#statuses[reply.status] = (this.#statuses[reply.status] ?? 0) + 1;
    if (reply.status < 400) this.#reached.add(request.operationId);
    const faults = [
      ...(reply.status >= 500 ? ['a defect'] : []),
      ...(reply.status >= 400 && !unchanged ? ['a refusal that wrote something'] : []),
      ...(/undefined|\[object Object\]/.test(problemText(reply)) ? ['words for machines'] : []),
    ];
    if (faults.length > 0) this.#wrong.push(told(faults, request, reply));
  }

  report(): FuzzReport {
    const requests = Object.values(this.#statuses).reduce((sum, one) => sum + one, 0);
    return { requests, statuses: this.#statuses, reached: [...this.#reached].sort(), wrong: this.#wrong };
  }
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
