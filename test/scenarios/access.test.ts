import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseSummary } from '../../workflows/shared/case.ts';
import { demandOf } from './financing-demand/demand-of.ts';
import { askSupplement, decideAll, groupApplication, readCase, submit } from './listing-certificate/steps.ts';
import { type Operation, publishedOperations } from './openapi-operations.ts';
import { startPlatform, type TestPlatform } from './platform.ts';
import { type RawReply, sendRaw, tokenOf } from './raw-request.ts';
import { contentsReader } from './stored-contents.ts';

/**
 * Every route of the published document, called by every kind of actor on what belongs to somebody else: never data, never a 5xx,
 * nothing written. Two cases of the enterprise qiyuan, one issued and one under review, and a financing demand; the task is the environment department's.
 */

type Subject = 'caseId' | 'taskId' | 'supplementId' | 'demandId';
/** What a path parameter is filled with. A new route that names another one has to be added here. */
type PathValues = Readonly<Record<string, string>>;

interface Stranger {
  readonly name: string;
  readonly username: string | undefined;
  /** The things of the path that are not this actor's. */
  readonly foreign: readonly Subject[];
  /** Whether lists, too, must hold nothing of the two cases. */
  readonly seesNothing: boolean;
}

const total = { foreign: ['caseId', 'taskId', 'supplementId', 'demandId'], seesNothing: true } as const;
const STRANGERS: readonly Stranger[] = [
  { name: 'nobody who has signed in', username: undefined, ...total },
  { name: 'another enterprise', username: 'lanxin', ...total },
  { name: 'a department that was not asked', username: 'transport-officer', ...total },
  {
    name: 'a department asked something else',
    username: 'tax-officer',
    foreign: ['taskId', 'supplementId', 'demandId'],
    seesNothing: false,
  },
  { name: 'a bank', username: 'bank-one', ...total },
  { name: 'the applicant', username: 'qiyuan', foreign: ['taskId'], seesNothing: false },
  { name: 'the office', username: 'office', foreign: [], seesNothing: false },
];

let platform: TestPlatform;
let reader: ReturnType<typeof contentsReader>;
let operations: readonly Operation[];
let objects: readonly PathValues[];
let marks: readonly string[];
const tokens = new Map<string, string>();

beforeAll(async () => {
  platform = await startPlatform();
  reader = contentsReader(platform.runtime);
  operations = await publishedOperations(platform.origin);
  const enterprise = await platform.signIn('qiyuan');
  const issued = await submit(platform, enterprise);
  await decideAll(platform, enterprise, issued);
  const underReview = await submit(platform, enterprise, { purpose: { kind: 'bond', board: 'bse' } });
  await askSupplement(platform, `${underReview.caseId}.environment`);
  const demanded = await enterprise.post<CaseSummary>('/v1/financing-demands', demandOf(platform));
  await platform.settle();
  const { resultNumber } = await readCase(enterprise, issued);
  objects = [issued, underReview].map(({ caseId }) => ({
    caseId,
    taskId: `${caseId}.environment`,
    supplementId: `${caseId}.environment.supplement-1`,
    number: String(resultNumber),
    demandId: demanded.body.caseId,
    ...OTHERS,
  }));
  marks = marksOf([issued, underReview, demanded.body]);
  for (const { username } of STRANGERS) {
    if (username) tokens.set(username, await tokenOf(platform.origin, username));
  }
});
afterAll(async () => {
  reader?.close();
  await platform?.stop();
});

/** Words that nobody else may read: of the cases, their entities and their people. */
function marksOf(cases: readonly CaseSummary[]): string[] {
  const { entities, contact, attachments } = groupApplication();
  return [
    ...cases.flatMap(({ caseId, caseNumber }) => [caseId, caseNumber]),
    ...entities.flatMap(({ uscc, name, authorisation }) => [uscc, name, authorisation.signatory]),
    ...attachments.map(({ name }) => name),
    contact.name,
    contact.phone,
    ...(contact.email ? [contact.email] : []),
  ];
}

/** Values of path parameters that name nothing of the two cases. */
const OTHERS: PathValues = {
  day: '2026-01-30',
  loadId: 'no-such-load',
  id: 'message-2026-9',
  delegationId: 'no-such-delegation',
  messageId: 'no-message',
  organisationId: 'no-organisation',
  attachmentId: 'no-attachment',
  listNumber: '1',
  /** An institution, of which no actor here is. */
  institutionId: '91500112LJDEM1060K',
  programmeId: 'no-such-programme',
  version: 'no-such-version',
  objectionId: 'no-objection',
  year: '2026',
};

const ABSENT: PathValues = {
  ...OTHERS,
  caseId: 'lc-00000000000000000000000000000000',
  taskId: 'lc-00000000000000000000000000000000.environment',
  supplementId: 'lc-00000000000000000000000000000000.environment.supplement-1',
  number: 'LJHG-2026-999999',
  demandId: 'fd-00000000000000000000000000000000',
};

function call(operation: Operation, values: PathValues, username: string | undefined): Promise<RawReply> {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) {
      throw new Error(`${operation.operationId}: tell this test whose ${name} to ask for (PathValues)`);
    }
    return encodeURIComponent(value);
  });
  const { method, headers, body } = operation;
  return sendRaw(platform.origin, {
    method,
    path,
    token: username && tokens.get(username),
    headers: {
      ...(headers.includes('Idempotency-Key') ? { 'idempotency-key': randomUUID() } : {}),
      ...(headers.includes('If-Match') ? { 'if-match': '"1"' } : {}),
    },
    body,
  });
}

/** Those of which this operation's path does not say the same: a list is asked for once. */
function differing(values: readonly PathValues[], { pathParameters }: Operation): PathValues[] {
  const named = values.map((one): [string, PathValues] => [
    pathParameters.map((name) => one[name]).join(' '),
    one,
  ]);
  return [...new Map(named).values()];
}

const leaked = (reply: RawReply) => marks.filter((mark) => reply.text.includes(mark));
const isForeign = (operation: Operation, { foreign }: Stranger) =>
  foreign.some((subject) => operation.pathParameters.includes(subject));
const outcome = ({ status, json }: RawReply) => `${status} ${(json as { code?: string })?.code ?? ''}`;

/**
 * What is wrong with the answer to an actor who asks for what is another's. One request after the other: at the same moment each
 * would start an instance of its function, of which there are a hundred.
 */
async function wrongOfForeign(
  operation: Operation,
  values: PathValues,
  { username }: Stranger,
  absent: RawReply,
) {
  const reply = await call(operation, values, username);
  const told = `${operation.operationId}: ${outcome(reply)}`;
  return [
    ...([401, 403].includes(reply.status) ? [] : [told]),
    ...leaked(reply).map((mark) => `${told} tells ${mark}`),
    // What is another's and what does not exist answer alike.
    ...(outcome(absent) === outcome(reply) ? [] : [`${told}, absent: ${outcome(absent)}`]),
  ];
}

/** What is wrong with the answer to an actor who asks for what nobody owns, or for lists of its own. */
async function wrongOfOther(operation: Operation, values: PathValues, stranger: Stranger) {
  const reply = await call(operation, values, stranger.username);
  const told = `${operation.operationId}: ${outcome(reply)}`;
  const needsToken = !operation.isPublic && stranger.username === undefined;
  return [
    ...(reply.status >= 500 || (needsToken && reply.status !== 401) ? [told] : []),
    ...(stranger.seesNothing ? leaked(reply).map((mark) => `${told} tells ${mark}`) : []),
  ];
}

describe('the access of each kind of actor', () => {
  it('is known for every path parameter of every route', () => {
    const known = new Set(Object.keys(ABSENT));
    const unknown = operations.flatMap(({ operationId, pathParameters }) =>
      pathParameters.filter((name) => !known.has(name)).map((name) => `${operationId} {${name}}`),
    );
    expect(unknown).toEqual([]);
  });

  it.each(STRANGERS)(
    "is refused to $name on what is another's: no data, nothing written",
    async (stranger) => {
      const before = await reader.read();
      const wrong: string[] = [];
      for (const operation of operations.filter((one) => isForeign(one, stranger))) {
        const absent = await call(operation, ABSENT, stranger.username);
        for (const values of differing(objects, operation)) {
          wrong.push(...(await wrongOfForeign(operation, values, stranger, absent)));
        }
      }
      expect(wrong).toEqual([]);
      expect(await reader.read()).toEqual(before);
    },
  );

  it.each(STRANGERS)('never makes a 5xx or tells of others where $name asks', async (stranger) => {
    // What an actor may do to its own is not this test's to do.
    const asked = operations.filter(
      (one) => !isForeign(one, stranger) && (one.method === 'GET' || stranger.seesNothing),
    );
    const wrong: string[] = [];
    for (const operation of asked) {
      for (const values of differing([...objects, ABSENT], operation)) {
        wrong.push(...(await wrongOfOther(operation, values, stranger)));
      }
    }
    expect(wrong).toEqual([]);
  });

  it('does reach these objects where it should, so that the refusals mean something', async () => {
    const reached = async (operationId: string, username: string | undefined) => {
      const operation = operations.find((one) => one.operationId === operationId);
      const [issued] = objects;
      if (!operation || !issued) throw new Error(`no route is called ${operationId}`);
      return (await call(operation, issued, username)).status;
    };
    expect(await reached('readCase', 'qiyuan')).toBe(200);
    expect(await reached('readReport', 'tax-officer')).toBe(200);
    expect(await reached('readDeskTask', 'office')).toBe(200);
    expect(await reached('showCertificate', undefined)).toBe(200);
    expect(await reached('readFinancingDemand', 'qiyuan')).toBe(200);
  });
});
