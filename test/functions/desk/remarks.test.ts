import { beforeEach, describe, expect, it } from 'vitest';
import { addComment } from '../../../functions/desk/add-comment.ts';
import { addNote } from '../../../functions/desk/add-note.ts';
import { listComments } from '../../../functions/desk/list-comments.ts';
import { listNotes } from '../../../functions/desk/list-notes.ts';
import { openDeskTask } from '../../../functions/desk/open-desk-task.ts';
import { readTimeline } from '../../../functions/desk/read-timeline.ts';
import { type RouteHandler, route } from '../../../functions/shared/route.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import {
  AddComment,
  AddNote,
  ListComments,
  ListNotes,
} from '../../../workflows/shared/case-remark-routes.ts';
import { ReadTimeline } from '../../../workflows/shared/case-routes.ts';
import { BANK, BEN, ENTERPRISE, ENVIRONMENT, OFFICE, TAX } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { send } from '../support/http.ts';
import { caseInReview, type SampleCase } from '../support/sample-case.ts';
import { organisationsTold } from '../support/told-of.ts';
import { type World, world } from '../support/world.ts';

const database = useDatabase();
let w: World;
let sample: SampleCase;
let keys = 0;

beforeEach(async () => {
  w = world(database.db());
  sample = await caseInReview(w);
  for (const departmentId of ['environment', 'tax']) {
    const question = sample.question(departmentId);
    await openDeskTask(
      { taskToken: 't', workflow: 'listing-certificate', caseId: sample.caseId, question },
      w,
    );
  }
});

const write = (handler: RouteHandler, actor: Actor, text: unknown, key = `r-${++keys}`) =>
  send(handler, {
    actor,
    path: { caseId: sample.caseId },
    headers: { 'idempotency-key': key },
    body: { text },
  });
const comment = (actor: Actor, text: unknown, key?: string) =>
  write(
    route(AddComment, addComment, () => w),
    actor,
    text,
    key,
  );
const note = (actor: Actor, text: unknown) =>
  write(
    route(AddNote, addNote, () => w),
    actor,
    text,
  );
const read = (handler: RouteHandler, actor: Actor, query: Record<string, string> = {}) =>
  send(handler, { actor, path: { caseId: sample.caseId }, query });
const comments = (actor: Actor, query?: Record<string, string>) =>
  read(
    route(ListComments, listComments, () => w),
    actor,
    query,
  );
const notes = (actor: Actor) =>
  read(
    route(ListNotes, listNotes, () => w),
    actor,
  );
const texts = ({ json }: { json: Record<string, unknown> }) =>
  (json.items as { text: string }[]).map(({ text }) => text);

describe('a comment', () => {
  it('is read by the departments asked and the office, never by the applicant', async () => {
    await comment(ENVIRONMENT, '需核对许可证');

    for (const actor of [ENVIRONMENT, TAX, OFFICE])
      expect(texts(await comments(actor))).toEqual(['需核对许可证']);
    expect(await comments(ENTERPRISE)).toMatchObject({ status: 403 });
    expect(await comments({ ...TAX, organisationId: 'transport' })).toMatchObject({ status: 403 });
    expect(await comments(BANK)).toMatchObject({ status: 403 });
  });

  it('is told to the other departments asked, whoever writes, and not to the applicant', async () => {
    await comment(ENVIRONMENT, '请税务部门核对');
    const told = () => organisationsTold(database.db(), sample.caseId, 'comment-added');
    expect(await told()).toEqual(['tax']);
    await comment(OFFICE, '请尽快答复');
    expect((await told()).sort()).toEqual(['environment', 'tax', 'tax']);
    await note(TAX, '内部');
    expect(await told()).toHaveLength(3);
  });

  it('tells another department which organisation wrote, and not which person', async () => {
    await comment(BEN, 'x');

    const byFor = async (actor: Actor) => (await comments(actor)).json.items as { by: object }[];
    expect((await byFor(TAX))[0]?.by).toEqual({
      organisationKind: 'department',
      organisationId: 'environment',
      organisationName: BEN.organisationName,
    });
    expect((await byFor(ENVIRONMENT))[0]?.by).toMatchObject({ personName: 'Person ben' });
    expect((await byFor(OFFICE))[0]?.by).toMatchObject({ personName: 'Person ben' });
  });

  it('is written once for one key, and all at one moment stand in the audit', async () => {
    const [first, second] = await Promise.all([comment(TAX, 'a', 'same'), comment(TAX, 'a', 'same')]);
    await Promise.all([comment(TAX, 'b'), comment(OFFICE, 'c')]);

    expect(second).toEqual(first);
    expect(texts(await comments(OFFICE)).sort()).toEqual(['a', 'b', 'c']);
    const { items } = await w.cases.readAudit(sample.caseId, { limit: 100 });
    expect(items.filter(({ kind }) => kind === 'comment-added')).toHaveLength(3);
    expect(JSON.stringify(items.at(-1)?.details)).toMatch(/textSha256":"[0-9a-f]{64}/);
  });

  it.each([
    ['', 'too-small'],
    ['   ', 'too-small'],
    ['x'.repeat(2001), 'too-big'],
    [7, 'invalid-type'],
  ])('is refused as %j', async (text, code) => {
    expect(await comment(TAX, text)).toMatchObject({
      status: 422,
      json: { faults: [{ pointer: '/text', code }] },
    });
    expect(texts(await comments(TAX))).toEqual([]);
  });

  /** In one and the same second. */
  async function commentedThrice(): Promise<void> {
    for (const text of ['1', '2', '3']) await comment(TAX, text);
  }

  it('is on the first page where the newest come first, and the cursor leads to the earlier ones', async () => {
    await commentedThrice();
    const query = { limit: '2', order: 'newest-first' };
    const newest = await comments(OFFICE, query);
    const cursor = String(newest.json.cursor);
    const earlier = await comments(OFFICE, { ...query, cursor });

    expect([texts(newest), texts(earlier)]).toEqual([['3', '2'], ['1']]);
    expect(earlier.json.cursor).toBeUndefined();
    expect(await comments(OFFICE, { cursor })).toMatchObject({
      status: 400,
      json: { code: 'unknown-cursor' },
    });
  });

  it('is listed oldest first in pages, whose cursors lead into no other case or list', async () => {
    await commentedThrice();
    const first = await comments(OFFICE, { limit: '2' });
    const cursor = String(first.json.cursor);

    expect(texts(first)).toEqual(['1', '2']);
    expect(texts(await comments(OFFICE, { limit: '2', cursor }))).toEqual(['3']);
    expect(
      await read(
        route(ListNotes, listNotes, () => w),
        OFFICE,
        { cursor },
      ),
    ).toMatchObject({ status: 400, json: { code: 'unknown-cursor' } });
  });
});

describe('an internal note', () => {
  it("is read only within the writer's own organisation, not even by the office", async () => {
    await note(ENVIRONMENT, '内部');
    await note(OFFICE, '办公室内部');

    expect(texts(await notes(BEN))).toEqual(['内部']);
    expect(texts(await notes(TAX))).toEqual([]);
    expect(texts(await notes(OFFICE))).toEqual(['办公室内部']);
    expect(await notes(ENTERPRISE)).toMatchObject({ status: 403 });
  });

  it('shows in no timeline but that of its organisation', async () => {
    await note(ENVIRONMENT, 'n');
    await comment(ENVIRONMENT, 'c');
    const kinds = async (actor: Actor) => {
      const { json } = await read(
        route(ReadTimeline, readTimeline, () => w),
        actor,
      );
      return (json.items as { kind: string }[])
        .map(({ kind }) => kind)
        .filter((kind) => kind.endsWith('-added'));
    };

    expect(await kinds(ENVIRONMENT)).toEqual(['note-added', 'comment-added']);
    expect(await kinds(TAX)).toEqual(['comment-added']);
    expect(await kinds(OFFICE)).toEqual(['comment-added']);
    expect(await kinds(ENTERPRISE)).toEqual([]);
  });
});
