import { StartExecutionCommand } from '@aws-sdk/client-sfn';
import { beforeEach, describe, expect, it } from 'vitest';
import { listCases } from '../../../functions/desk/list-cases.ts';
import { openDeskTask } from '../../../functions/desk/open-desk-task.ts';
import { readCase } from '../../../functions/desk/read-case.ts';
import { readDeskTask } from '../../../functions/desk/read-desk-task.ts';
import { readTimeline } from '../../../functions/desk/read-timeline.ts';
import { recordDeadExecution } from '../../../functions/desk/record-dead-execution.ts';
import { recordFailure } from '../../../functions/desk/record-failure.ts';
import { resumeCase } from '../../../functions/desk/resume-case.ts';
import { route } from '../../../functions/shared/route.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import type { TimelineEntry } from '../../../workflows/shared/case.ts';
import { ListCases, ReadCase, ReadTimeline, ResumeCase } from '../../../workflows/shared/case-routes.ts';
import { ReadDeskTask } from '../../../workflows/shared/desk-routes.ts';
import { BANK, ENTERPRISE, ENVIRONMENT, OFFICE, OTHER_ENTERPRISE, TAX } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { send, type TestRequest } from '../support/http.ts';
import { caseInReview, decideEnvironment, type SampleCase } from '../support/sample-case.ts';
import { NOW, type World, world } from '../support/world.ts';

const database = useDatabase();
let w: World;
let sample: SampleCase;

beforeEach(async () => {
  w = world(database.db());
  sample = await caseInReview(w);
  await openDeskTask(
    {
      taskToken: 'secret-token',
      workflow: 'listing-certificate',
      caseId: sample.caseId,
      question: sample.question('environment'),
    },
    w,
  );
});

const path = () => ({ caseId: sample.caseId });
const getCase = (actor: Actor, caseId = sample.caseId) =>
  send(
    route(ReadCase, readCase, () => w),
    { actor, path: { caseId } },
  );
const getTimeline = (actor: Actor, query: TestRequest['query'] = {}) =>
  send(
    route(ReadTimeline, readTimeline, () => w),
    { actor, path: path(), query },
  );
const getCases = (actor: Actor, query: TestRequest['query'] = {}) =>
  send(
    route(ListCases, listCases, () => w),
    { actor, query },
  );

const failCase = () => recordFailure({ caseId: sample.caseId, error: 'Error', cause: 'technical' }, w);

async function withdraw(): Promise<void> {
  const read = await w.cases.read(sample.caseId);
  if (!read) throw new Error('the case is there');
  const deed = { kind: 'case-withdrawn', at: NOW, actor: { by: 'platform', step: 'test' } } as const;
  await w.commit(w.cases.change(read, { status: 'WITHDRAWN' }, deed));
}

describe('read-case', () => {
  it.each([
    ['its enterprise', ENTERPRISE],
    ['a department that is asked', ENVIRONMENT],
    ['the office', OFFICE],
  ])('shows the case with its tasks to %s', async (_who, actor) => {
    const reply = await getCase(actor);

    expect(reply).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      json: { status: 'IN_REVIEW', detail: { fields: expect.any(Array) }, tasks: [{ status: 'OPEN' }] },
    });
    expect(JSON.stringify(reply)).not.toContain('secret-token');
  });

  it.each([
    ['another enterprise', OTHER_ENTERPRISE, 403],
    ['a department that is not asked', TAX, 403],
    ['a bank', BANK, 403],
  ])('is refused to %s', async (_who, actor, status) => {
    expect((await getCase(actor)).status).toBe(status);
  });

  it('answers the case of another as it answers one that does not exist', async () => {
    const others = await getCase(OTHER_ENTERPRISE);
    const unknown = await getCase(OTHER_ENTERPRISE, 'unknown');

    expect(others.json).toEqual(unknown.json);
    expect((await getCase(OFFICE, 'unknown')).status).toBe(404);
  });

  it('tells why a case failed to the office alone', async () => {
    await failCase();

    expect((await getCase(OFFICE)).json.failure).toMatchObject({ cause: 'technical' });
    expect((await getCase(ENTERPRISE)).json.failure).toEqual({ error: 'Error', failedAt: NOW, attempt: 1 });
  });
});

describe('read-desk-task', () => {
  it('shows the question with the case, and the version that a decision must name', async () => {
    const { taskId } = sample.question('environment');

    const reply = await send(
      route(ReadDeskTask, readDeskTask, () => w),
      { actor: ENVIRONMENT, path: { taskId } },
    );

    expect(reply).toMatchObject({
      status: 200,
      headers: { etag: '"1"' },
      json: { taskId, question: { fieldIds: ['environment-field'] }, case: { caseId: sample.caseId } },
    });
    expect(JSON.stringify(reply)).not.toContain('secret-token');
  });
});

describe('read-timeline', () => {
  it('tells in order what happened, a page at a time', async () => {
    await decideEnvironment(w, sample);

    const first = await getTimeline(ENTERPRISE, { limit: '2' });
    const second = await getTimeline(ENTERPRISE, { limit: '2', cursor: String(first.json.cursor) });

    expect(first.json.items).toMatchObject([{ sequence: 1, kind: 'case-submitted' }, { sequence: 2 }]);
    expect(second.json.items).toMatchObject([
      { sequence: 3, kind: 'task-decided', text: { en: expect.any(String) } },
    ]);
    expect(second.json.cursor).toBeUndefined();
  });

  it('begins with the newest where that is asked, and goes on with the earlier', async () => {
    await decideEnvironment(w, sample);
    const query = { limit: '2', order: 'newest-first' };

    const newest = await getTimeline(ENTERPRISE, query);
    const earlier = await getTimeline(ENTERPRISE, { ...query, cursor: String(newest.json.cursor) });

    expect(newest.json.items).toMatchObject([{ sequence: 3, kind: 'task-decided' }, { sequence: 2 }]);
    expect(earlier.json.items).toMatchObject([{ sequence: 1, kind: 'case-submitted' }]);
    expect(earlier.json.cursor).toBeUndefined();
  });
});

describe('read-timeline of a decision', () => {
  it.each([
    ['the office', OFFICE, ENVIRONMENT.personName],
    ['the department itself', ENVIRONMENT, ENVIRONMENT.personName],
    ['the enterprise', ENTERPRISE, undefined],
  ])('tells %s who it was as far as that is theirs to know', async (_who, reader, personName) => {
    await decideEnvironment(w, sample);

    const { items } = (await getTimeline(reader)).json as { items: TimelineEntry[] };

    expect(items[2]?.by).toEqual({
      organisationKind: 'department',
      organisationName: ENVIRONMENT.organisationName,
      ...(personName ? { personName } : {}),
    });
  });
});

describe('list-cases', () => {
  it('gives an enterprise its own and the office a month, newest first, in pages without gaps', async () => {
    await caseInReview(w, { submittedAt: '2025-03-31T23:59:00+08:00' });
    const march = await Promise.all(
      [1, 2, 3].map((day) => caseInReview(w, { submittedAt: `2025-03-0${day}T09:00:00+08:00` })),
    );

    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await getCases(OFFICE, { month: '2025-03', limit: '2', ...(cursor ? { cursor } : {}) });
      seen.push(...(page.json.items as { caseId: string }[]).map(({ caseId }) => caseId));
      cursor = page.json.cursor as string | undefined;
    } while (cursor);

    expect(seen).toHaveLength(4);
    expect(seen.slice(1)).toEqual(march.map(({ caseId }) => caseId).reverse());
    expect((await getCases(OTHER_ENTERPRISE)).json.items).toEqual([]);
  });

  it('refuses the month to an enterprise, and everything to banks', async () => {
    expect(await getCases(ENTERPRISE, { month: '2025-03' })).toMatchObject({
      status: 400,
      json: { faults: [{ pointer: '/query/month' }] },
    });
    expect((await getCases(BANK)).status).toBe(403);
  });

  it("does not take a cursor of another's list", async () => {
    const { cursor } = (await getCases(ENTERPRISE, { limit: '1' })).json;

    expect(await getCases(OFFICE, { cursor: String(cursor) })).toMatchObject({
      status: 400,
      json: { code: 'unknown-cursor' },
    });
  });
});

describe('resume-case', () => {
  const begun = () =>
    w.stepFunctions.commandCalls(StartExecutionCommand).map(({ args }) => args[0].input.name);
  const resume = (actor: Actor = OFFICE, key = 'k') =>
    send(
      route(ResumeCase, resumeCase, () => w),
      {
        actor,
        path: path(),
        headers: { 'idempotency-key': `${key}-${sample.caseId}` },
      },
    );

  it('lets a failed case go on by a new execution, once for one key', async () => {
    await failCase();

    const replies = [await resume(), await resume()];

    expect(replies.map(({ status }) => status)).toEqual([202, 202]);
    expect(await w.cases.read(sample.caseId)).toMatchObject({ status: 'IN_REVIEW', attempt: 2 });
    expect(begun()).toEqual([`${sample.caseId}-2`]);
  });

  it('lets a withdrawn case whose machine broke undo what is left; it stays withdrawn, and the office is told once', async () => {
    await withdraw();
    await failCase();
    const detail = {
      name: sample.caseId,
      status: 'FAILED',
      input: JSON.stringify({ caseId: sample.caseId }),
    };
    expect(await recordDeadExecution({ detail } as never, w)).toMatchObject({ recorded: false });
    expect((await getCase(OFFICE)).json).toMatchObject({
      status: 'WITHDRAWN',
      failure: { cause: 'technical' },
    });

    expect(await resume()).toMatchObject({ status: 202, json: { status: 'WITHDRAWN' } });

    expect(begun()).toEqual([`${sample.caseId}-2`]);
    expect((await getCase(OFFICE)).json).not.toHaveProperty('failure');
    expect(await resume(OFFICE, 'again')).toMatchObject({ status: 409, json: { code: 'case-state' } });
    const { items } = await w.cases.readAudit(sample.caseId, { limit: 100 });
    expect(items.filter(({ kind }) => kind === 'case-failed')).toHaveLength(1);
  });

  it('is refused while the case goes on, and to everybody but the office', async () => {
    expect(await resume()).toMatchObject({
      status: 409,
      json: { code: 'case-state', present: { status: 'IN_REVIEW' } },
    });
    expect((await resume(ENTERPRISE)).status).toBe(403);
    expect((await resume(ENVIRONMENT)).status).toBe(403);
  });
});
