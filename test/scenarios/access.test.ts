import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseSummary } from '../../workflows/shared/case.ts';
import type { NotificationView } from '../../workflows/shared/notifications/outbox-row.ts';
import { demandOf } from './financing-demand/demand-of.ts';
import { askSupplement, decideAll, groupApplication, readCase, submit } from './listing-certificate/steps.ts';
import { type Operation, publishedOperations } from './openapi-operations.ts';
import { ownedThings } from './owned-things.ts';
import { startPlatform, type TestPlatform } from './platform.ts';
import { type RawReply, sendRaw, tokenOf } from './raw-request.ts';
import { contentsReader } from './stored-contents.ts';

/**
 * Every route of the published document, called by every kind of actor on what belongs to somebody else: never data, never a 5xx,
 * nothing written. Two cases of the enterprise qiyuan, one issued and one under review, a financing demand and a file that is used
 * nowhere; the task and the delegation are the environment department's, the register's load the tax department's, the message is
 * the office's to send again.
 */

type Subject = keyof typeof ABSENT_THINGS;
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

/** Things of the paths that belong to somebody: here with ids under which there is nothing. */
const ABSENT_THINGS = {
  caseId: 'lc-00000000000000000000000000000000',
  taskId: 'lc-00000000000000000000000000000000.environment',
  supplementId: 'lc-00000000000000000000000000000000.environment.supplement-1',
  demandId: 'fd-00000000000000000000000000000000',
  attachmentId: '00000000-0000-4000-8000-000000000000',
  loadId: 'no-such-load',
  delegationId: 'no-such-delegation',
  messageId: 'no-message',
  programmeId: 'no-such-programme',
  institutionId: '91500112LJDEM0000X',
};
const THINGS = Object.keys(ABSENT_THINGS) as Subject[];
const allBut = (...own: Subject[]) => THINGS.filter((one) => !own.includes(one));

const total = { foreign: THINGS, seesNothing: true } as const;
const STRANGERS: readonly Stranger[] = [
  { name: 'nobody who has signed in', username: undefined, ...total },
  { name: 'another enterprise', username: 'lanxin', ...total },
  { name: 'a department that was not asked', username: 'transport-officer', ...total },
  {
    name: 'a department asked something else',
    username: 'tax-officer',
    foreign: allBut('caseId', 'loadId'),
    seesNothing: false,
  },
  { name: 'a bank', username: 'bank-one', ...total },
  {
    name: 'the applicant',
    username: 'qiyuan',
    foreign: allBut('caseId', 'supplementId', 'demandId', 'attachmentId'),
    seesNothing: false,
  },
  {
    name: 'the office',
    username: 'office',
    foreign: ['attachmentId', 'loadId', 'delegationId'],
    seesNothing: false,
  },
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
  const owned = await ownedThings(platform);
  const office = await platform.signIn('office');
  const told = await office.get<{ items: NotificationView[] }>(
    `/v1/cases/${underReview.caseId}/notifications`,
  );
  const messageId = String(told.body.items[0]?.messageId);
  objects = [issued, underReview].map(({ caseId }) => ({
    ...OTHERS,
    caseId,
    taskId: `${caseId}.environment`,
    supplementId: `${caseId}.environment.supplement-1`,
    number: String(resultNumber),
    demandId: demanded.body.caseId,
    ...owned,
    messageId,
    programmeId: 'patent-grant-support',
    institutionId: '91500112LJDEM1060K',
  }));
  marks = [...marksOf([issued, underReview, demanded.body]), ...Object.values(owned), messageId];
  for (const username of [...STRANGERS.map((one) => one.username), 'environment-officer']) {
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

/** Values of path parameters that are everybody's, their own, or name nothing. */
const OTHERS: PathValues = {
  day: '2026-01-30',
  id: 'message-2026-9',
  organisationId: 'environment',
  listNumber: '1',
  version: 'no-such-version',
  objectionId: 'no-objection',
  year: '2026',
};

const ABSENT: PathValues = { ...OTHERS, ...ABSENT_THINGS, number: 'LJHG-2026-999999' };

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
async function wrongOfForeign(operation: Operation, values: PathValues, { username, foreign }: Stranger) {
  const reply = await call(operation, values, username);
  const nothing = Object.fromEntries(foreign.map((thing) => [thing, ABSENT_THINGS[thing]]));
  const absent = await call(operation, { ...values, ...nothing }, username);
  const told = `${operation.operationId}: ${outcome(reply)}`;
  const refusals = username === undefined && !operation.isPublic ? [401] : [401, 403, 404];
  return [
    ...(refusals.includes(reply.status) ? [] : [told]),
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
        for (const values of differing(objects, operation)) {
          wrong.push(...(await wrongOfForeign(operation, values, stranger)));
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
    expect(await reached('readAttachment', 'qiyuan')).toBe(200);
    expect(await reached('readRegisterLoad', 'tax-officer')).toBe(200);
    // Last: what was made for this test is used up by it.
    expect(await reached('revokeDelegation', 'environment-officer')).toBe(200);
  });
});
