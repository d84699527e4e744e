import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../demo/person.ts';
import type { ListingSubmission } from '../../workflows/listing-certificate/contract.ts';
import type { DepartmentQuestion } from '../../workflows/listing-certificate/desk-procedure.ts';
import type { CaseSummary } from '../../workflows/shared/case.ts';
import type { DeskTask } from '../../workflows/shared/desk-task.ts';
import type { Problem } from '../../workflows/shared/fault.ts';
import { cleanAnswer, decide, groupApplication, readCase, submit } from './listing-certificate/steps.ts';
import { demonstration, startPlatform, type TestPlatform } from './platform.ts';
import { type RawReply, type RawRequest, sendRaw, tokenOf } from './raw-request.ts';
import { wrongTokens } from './signed-tokens.ts';
import { contentsReader, type StoredContents } from './stored-contents.ts';

/** Whatever is wrong with a request: 4xx that names every fault and its place in both languages, and nothing is written. */

const data = mkdtempSync(join(tmpdir(), 'bad-input-'));
let platform: TestPlatform;
let reader: ReturnType<typeof contentsReader>;
let enterprise: Person;
let tokens: Record<'enterprise' | 'environment' | 'tax' | 'office', string>;
let submitted: CaseSummary;
/** The environment department has not answered, the tax department has. */
let open: { path: string; etag: string; question: DepartmentQuestion };
let decided: { path: string; etag: string };

beforeAll(async () => {
  platform = await startPlatform({ data });
  reader = contentsReader(platform.runtime);
  enterprise = await platform.signIn('qiyuan');
  submitted = await submit(platform, enterprise);
  const token = (username: string) => tokenOf(platform.origin, username);
  tokens = {
    enterprise: await token('qiyuan'),
    environment: await token('environment-officer'),
    tax: await token('tax-officer'),
    office: await token('office'),
  };
  const { tasks } = await readCase(enterprise, submitted);
  for (const task of tasks) {
    const path = `/v1/desk/tasks/${task.taskId}`;
    if (task.departmentId === 'tax') {
      const { body } = await decide(platform, task);
      decided = { path, etag: `"${body.version}"` };
    }
    if (task.departmentId !== 'environment') continue;
    const { body, etag } = await (await platform.signIn('environment-officer')).get<DeskTask>(path);
    open = { path, etag: String(etag), question: body.question as DepartmentQuestion };
  }
  await platform.settle();
});
afterAll(async () => {
  reader?.close();
  await platform?.stop();
  rmSync(data, { recursive: true, force: true });
});

const send = (request: RawRequest) => sendRaw(platform.origin, request);

/** Sends what must be refused and holds the stores against what they held before. */
async function refused(request: RawRequest): Promise<RawReply> {
  const before: StoredContents = await reader.read();
  const reply = await send(request);
  await platform.settle();
  expect(await reader.read()).toEqual(before);
  return reply;
}

/** The problem of a refusal by our own functions, with its faults as `pointer code`. */
function problemOf({ status, headers, json }: RawReply): { status: number; code: string; faults: string[] } {
  const problem = json as Problem;
  expect(headers.get('content-type')).toContain('application/problem+json');
  expect(problem).toMatchObject({ status, type: `urn:liangjiang:problem:${problem.code}` });
  for (const { zh, en } of [problem, ...(problem.faults ?? [])]) {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/[a-z]/);
    expect(`${zh} ${en}`).not.toMatch(/undefined|\[object|received/);
  }
  const faults = (problem.faults ?? []).map(({ pointer, code }) => `${pointer} ${code}`).sort();
  return { status, code: problem.code, faults };
}

const key = () => ({ 'idempotency-key': randomUUID() });
const submission = (body: unknown): RawRequest => ({
  path: '/v1/listing-certificates',
  token: tokens.enterprise,
  headers: key(),
  body,
});
/** An application for a board that nobody applied for, changed by `change`. */
function application(change: (body: ListingSubmission) => void = () => {}): ListingSubmission {
  const body = structuredClone({ ...groupApplication(), purpose: { kind: 'bond', board: 'hkex' } as const });
  change(body);
  return body;
}
const pdf = (sizeBytes: number) =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(sizeBytes - 9)]).toString('base64');

describe('an application', () => {
  it.each<[string, (body: ListingSubmission) => void, string[]]>([
    [
      'a wrong check digit',
      (body) => Object.assign(body.entities[1] ?? {}, { uscc: '91500105LJDEM00250' }),
      ['/entities/1/uscc uscc-check-digit'],
    ],
    [
      'an entity twice',
      (body) => Object.assign(body.entities[3] ?? {}, { uscc: body.entities[2]?.uscc }),
      ['/entities/3/uscc entity-duplicate'],
    ],
    [
      'a period of more than five years',
      (body) => Object.assign(body.period, { fromOn: '2020-12-30' }),
      ['/period period-too-long'],
    ],
    [
      'a period in the future',
      (body) => Object.assign(body, { period: { fromOn: '2099-01-01', toOn: '2099-12-31' } }),
      ['/period/fromOn period-in-the-future', '/period/toOn period-in-the-future'],
    ],
    ['an unknown field', (body) => void body.fields.push('astrology'), ['/fields/6 field-unknown']],
    [
      'an attachment that is too large',
      (body) => Object.assign(body.attachments[0] ?? {}, { contentBase64: pdf(512 * 1024 + 1) }),
      ['/attachments/0/contentBase64 attachment-too-large'],
    ],
    [
      'parts left out, unknown and of another kind',
      (body) => Object.assign(body, { contact: undefined, colour: 'red', purpose: 1 }),
      ['/colour unknown-key', '/contact required', '/purpose invalid-type'],
    ],
  ])('with %s is refused by name and place', async (_what, change, faults) => {
    expect(problemOf(await refused(submission(application(change))))).toEqual({
      status: 422,
      code: 'invalid-input',
      faults,
    });
  });

  it('that is wrong in eight ways is told all eight at once', async () => {
    const { status, faults } = problemOf(await refused(submission(demonstration('faulty-application.json'))));
    expect([status, faults.length]).toEqual([422, 8]);
  });

  it('of the same purpose on the same day is refused and names the case', async () => {
    const reply = await refused(submission(groupApplication()));
    expect(problemOf(reply)).toMatchObject({ status: 409, code: 'same-purpose-today' });
    expect(reply.json).toMatchObject({ present: { caseId: submitted.caseId } });
  });
});

describe('a request', () => {
  const withHeaders = (headers: Record<string, string>) => () => ({
    ...submission(JSON.stringify(application())),
    headers,
  });
  const json = { 'content-type': 'application/json' };
  const text = (body: string) => () => ({
    ...submission(body),
    headers: { ...key(), ...json },
  });

  it.each<[string, () => RawRequest, number, string]>([
    ['over the limit of its route', text(' '.repeat(4 * 1024 * 1024 + 1)), 413, 'body-too-large'],
    ['that is not JSON', text('{"applicant":'), 400, 'malformed-json'],
    ['without content', text(''), 400, 'malformed-json'],
    ['nested beyond reason', text('['.repeat(50_000) + ']'.repeat(50_000)), 400, 'nested-too-deeply'],
    [
      'of another content type',
      withHeaders({ ...key(), 'content-type': 'text/plain' }),
      415,
      'unsupported-media-type',
    ],
    ['without Idempotency-Key', withHeaders(json), 400, 'idempotency-key-missing'],
    [
      'with an unfit Idempotency-Key',
      withHeaders({ ...json, 'idempotency-key': 'with a space' }),
      400,
      'idempotency-key-missing',
    ],
    [
      'for a page of none',
      () => ({ path: '/v1/cases?limit=0', token: tokens.enterprise }),
      400,
      'invalid-parameters',
    ],
    [
      'with a cursor that is none',
      () => ({ path: '/v1/cases?cursor=abc', token: tokens.enterprise }),
      400,
      'unknown-cursor',
    ],
    [
      'with a query nobody knows',
      () => ({ path: '/v1/cases?colour=red', token: tokens.enterprise }),
      400,
      'invalid-parameters',
    ],
    [
      'with an id that is far too long',
      () => ({ path: `/v1/cases/${'a'.repeat(65)}`, token: tokens.enterprise }),
      400,
      'invalid-parameters',
    ],
    [
      'to resume a case that has not failed',
      () => ({
        method: 'POST',
        path: `/v1/cases/${submitted.caseId}/resume`,
        token: tokens.office,
        headers: key(),
      }),
      409,
      'case-state',
    ],
  ])('%s is refused', async (_what, request, status, code) => {
    expect(problemOf(await refused(request()))).toMatchObject({ status, code });
  });

  it('of more than 10 MB is refused by the gateway itself', async () => {
    const reply = await refused(text('x'.repeat(10 * 1024 * 1024 + 1))());
    expect([reply.status, reply.json]).toEqual([413, { message: 'Request Entity Too Large' }]);
  });

  it('with a key that was used for another request is refused', async () => {
    const headers = key();
    const first = await send({ ...submission(application()), headers });
    await platform.settle();
    expect(first.status).toBe(201);
    const other = application((body) => void body.fields.pop());
    expect(problemOf(await refused({ ...submission(other), headers }))).toMatchObject({
      status: 422,
      code: 'idempotency-key-reused',
    });
  });
});

describe('a token', () => {
  it.each([
    'expired',
    'signed by somebody else',
    'for another audience',
    'of another issuer',
    'not signed',
    'changed after it was signed',
    'no token at all',
  ])('that is wrong (%s) is refused', async (what) => {
    const token = (await wrongTokens(tokens.enterprise, data))[what];
    const read = await refused({ path: '/v1/cases', token });
    expect([read.status, read.json]).toEqual([401, { message: 'Unauthorized' }]);
    expect(read.headers.get('www-authenticate')).toContain('Bearer');
    expect((await refused({ ...submission(application()), token })).status).toBe(401);
  });

  it('that is missing is refused, one that is right is not', async () => {
    const { right } = await wrongTokens(tokens.enterprise, data);
    expect((await refused({ ...submission(application()), token: undefined })).status).toBe(401);
    expect((await send({ path: '/v1/cases', token: right })).status).toBe(200);
  });

  it('that does not say for which organisation is refused', async () => {
    const token = (await wrongTokens(tokens.enterprise, data))['without an organisation'];
    expect(problemOf(await refused({ path: '/v1/cases', token }))).toMatchObject({
      status: 401,
      code: 'unknown-actor',
    });
  });
});

describe('a decision', () => {
  interface Change {
    readonly token?: string;
    readonly path?: string;
    readonly headers?: Record<string, string>;
    readonly answer?: unknown;
  }
  const decision = (change: Change = {}): RawRequest => ({
    path: `${change.path ?? open.path}/decision`,
    token: change.token ?? tokens.environment,
    headers: change.headers ?? { ...key(), 'if-match': open.etag },
    body: { answer: 'answer' in change ? change.answer : cleanAnswer(open.question) },
  });

  it.each<[string, () => Change, number, string]>([
    ['without If-Match', () => ({ headers: key() }), 428, 'if-match-missing'],
    [
      'on what was changed meanwhile',
      () => ({ headers: { ...key(), 'if-match': '"999"' } }),
      412,
      'changed-meanwhile',
    ],
    ['of another department', () => ({ token: tokens.tax }), 403, 'not-your-task'],
    ['of an enterprise', () => ({ token: tokens.enterprise }), 403, 'not-for-this-organisation'],
    [
      'on a decided task',
      () => ({
        token: tokens.tax,
        path: decided.path,
        headers: { ...key(), 'if-match': decided.etag },
      }),
      409,
      'task-decided',
    ],
  ])('%s is refused', async (_what, change, status, code) => {
    expect(problemOf(await refused(decision(change())))).toMatchObject({ status, code });
  });

  it.each<[string, (answers: object[]) => unknown, string[]]>([
    ['nothing', () => undefined, ['/answer required']],
    ['no answers', () => ({ answers: [] }), ['/answer/answers too-small']],
    ['too few answers', (answers) => ({ answers: answers.slice(1) }), ['/answer/answers answer-missing']],
    [
      'one answer twice',
      (answers) => ({ answers: [...answers, answers[0]] }),
      ['/answer/answers/4 answer-duplicate'],
    ],
    [
      'an answer for an entity that was not asked',
      (answers) => ({ answers: [...answers, { ...answers[0], uscc: '91500112LJDEM00685' }] }),
      ['/answer/answers/4 answer-not-asked'],
    ],
    [
      'a record from another time, and one that is not filled in',
      ([first, second, ...others]) => ({
        answers: [
          { ...first, finding: 'records', records: [{ ...RECORD, decidedOn: '1999-01-01' }] },
          { ...second, finding: 'records', records: [{ ...RECORD, authority: undefined }] },
          ...others,
        ],
      }),
      ['/answer/answers/1/records/0/authority required'],
    ],
    [
      'a record from another time',
      ([first, ...others]) => ({
        answers: [
          { ...first, finding: 'records', records: [{ ...RECORD, decidedOn: '1999-01-01' }] },
          ...others,
        ],
      }),
      ['/answer/answers/0/records/0/decidedOn record-outside-the-period'],
    ],
    [
      'a finding that does not exist',
      ([first, ...others]) => ({ answers: [{ ...first, finding: 'maybe' }, ...others] }),
      ['/answer/answers/0/finding invalid-union'],
    ],
  ])('with %s is refused by name and place', async (_what, answerOf, faults) => {
    const answer = answerOf(cleanAnswer(open.question).answers);
    expect(problemOf(await refused(decision({ answer })))).toEqual({
      status: 422,
      code: 'invalid-input',
      faults,
    });
  });
});

const RECORD = {
  documentNumber: '演示罚字〔2024〕第7号',
  decidedOn: '2024-05-20',
  authority: '演示环境局（虚构）',
  behaviourKind: '超标排放（演示）',
  outcome: '罚款人民币200元',
  repaired: true,
};

describe('a submission sent again', () => {
  it('makes one case, also where it is sent twenty times at once', async () => {
    const before = await enterprise.get<{ items: CaseSummary[] }>('/v1/cases?limit=100');
    const headers = key();
    const body = { ...groupApplication(), purpose: { kind: 'bond', board: 'bse' } };
    const post = () => send({ ...submission(body), headers });

    const replies = await Promise.all(Array.from({ length: 20 }, post));
    await platform.settle();
    const later = await post();

    expect([...replies, later].map((reply) => reply.status)).toEqual(Array(21).fill(201));
    expect(new Set([...replies, later].map((reply) => reply.text)).size).toBe(1);
    const after = await enterprise.get<{ items: CaseSummary[] }>('/v1/cases?limit=100');
    expect(after.body.items.length).toBe(before.body.items.length + 1);
    const view = await readCase(enterprise, after.body.items[0] ?? submitted);
    expect(view.status).toBe('IN_REVIEW');
    expect(new Set(view.tasks.map((task) => task.departmentId)).size).toBe(view.tasks.length);
  });
});
