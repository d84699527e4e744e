import { beforeEach, describe, expect, it } from 'vitest';
import { countInbox } from '../../../functions/notifications/count-inbox.ts';
import { listCaseNotifications } from '../../../functions/notifications/list-case-notifications.ts';
import { listInbox } from '../../../functions/notifications/list-inbox.ts';
import { listNotifications } from '../../../functions/notifications/list-notifications.ts';
import { markInboxRead } from '../../../functions/notifications/mark-inbox-read.ts';
import { retryNotification } from '../../../functions/notifications/retry-notification.ts';
import { retryOrganisationNotification } from '../../../functions/notifications/retry-organisation-notification.ts';
import { route } from '../../../functions/shared/route.ts';
import { EMPTY_CHAIN, firstBreak } from '../../../workflows/shared/audit/chain.ts';
import { messageChainId } from '../../../workflows/shared/notifications/outbox-row.ts';
import {
  CountInbox,
  ListCaseNotifications,
  ListInbox,
  ListNotifications,
  MarkInboxRead,
  RetryNotification,
  RetryOrganisationNotification,
} from '../../../workflows/shared/notifications/routes.ts';
import { ENTERPRISE, ENVIRONMENT, OFFICE } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { send, type TestRequest } from '../support/http.ts';
import { NOW } from '../support/world.ts';
import { type NotificationWorld, notificationWorld } from './notification-world.ts';

const { db } = useDatabase();
let at: NotificationWorld;
beforeEach(() => {
  at = notificationWorld(db());
});

const services = () => at.services;
const list = (request: TestRequest) => send(route(ListInbox, listInbox, services), request);
const count = (request: TestRequest) => send(route(CountInbox, countInbox, services), request);
const mark = (request: TestRequest) => send(route(MarkInboxRead, markInboxRead, services), request);

/** A department of its own for each test. */
const officer = (organisationId: string, personId = 'zhao') => ({ ...ENVIRONMENT, organisationId, personId });

async function tell(departmentId: string, times: number, officerId?: string) {
  for (let time = 0; time < times; time++) {
    const read = await at.newCase();
    const facts = { taskId: `${read.caseId}.x`, departmentId, dueAt: NOW, officerId };
    await at.services.commit(at.services.outbox.notify('question-put', read, NOW, facts));
    await at.relay();
  }
}

describe('the inbox', () => {
  it('shows pages, newest first, to the organisation they are for and to no other', async () => {
    await tell('tax', 3);

    const first = await list({ actor: officer('tax'), query: { limit: '2' } });
    const items = first.json.items as { sequence: number; read: boolean }[];
    expect(items.map(({ sequence }) => sequence)).toEqual([3, 2]);
    expect(items.every(({ read }) => read)).toBe(false);
    const cursor = String(first.json.cursor);
    const second = await list({ actor: officer('tax'), query: { limit: '2', cursor } });
    expect((second.json.items as { sequence: number }[]).map(({ sequence }) => sequence)).toEqual([1]);
    expect(second.json.cursor).toBeUndefined();

    const other = await list({ actor: officer('water'), query: { cursor } });
    expect(other).toMatchObject({ status: 400, json: { code: 'unknown-cursor' } });
    expect((await list({ actor: officer('water') })).json.items).toEqual([]);
    expect((await list({ actor: { ...ENTERPRISE, organisationId: 'tax' } })).json.items).toEqual([]);
  });

  it('counts what each person has not read, for itself', async () => {
    await tell('health', 3);
    const zhao = officer('health');
    const qian = officer('health', 'qian');

    const marked = await mark({ actor: zhao, body: { sequences: [3] } });

    expect(marked.json).toEqual({ received: 3, unread: 2 });
    expect((await count({ actor: zhao })).json).toMatchObject({ organisation: { received: 3, unread: 2 } });
    expect((await count({ actor: qian })).json).toMatchObject({ organisation: { received: 3, unread: 3 } });
    const read = (await list({ actor: zhao })).json.items as { sequence: number; read: boolean }[];
    expect(read.filter((one) => one.read).map((one) => one.sequence)).toEqual([3]);

    await mark({ actor: zhao, body: { upToSequence: 3 } });
    await mark({ actor: zhao, body: { upToSequence: 1 } });
    expect((await count({ actor: zhao })).json).toMatchObject({ organisation: { unread: 0 } });
  });

  it('keeps what one person is told from the others', async () => {
    await tell('transport', 1, 'zhao');
    const query = { box: 'person' };
    expect((await list({ actor: officer('transport'), query })).json.items).toHaveLength(1);
    expect((await list({ actor: officer('transport', 'qian'), query })).json.items).toEqual([]);
    expect((await list({ actor: officer('transport') })).json.items).toEqual([]);
    expect((await count({ actor: officer('transport') })).json).toMatchObject({ person: { unread: 1 } });
  });

  it('names every number that is of no message, and marks nothing', async () => {
    await tell('statistics', 1);
    const refused = await mark({
      actor: officer('statistics'),
      body: { upToSequence: 2, sequences: [1, 7] },
    });
    expect(refused.status).toBe(422);
    expect((refused.json.faults as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
      '/upToSequence',
      '/sequences/1',
    ]);
    expect((await count({ actor: officer('statistics') })).json).toMatchObject({
      organisation: { unread: 1 },
    });
  });
});

describe('the office', () => {
  const retry = (request: TestRequest) =>
    send(route(RetryNotification, retryNotification, services), request);

  async function dead() {
    const read = await at.newCase();
    const facts = { taskId: `${read.caseId}.x`, departmentId: 'water', dueAt: NOW };
    await at.services.commit(at.services.outbox.notify('question-put', read, NOW, facts));
    await giveUp();
    return { read, row: await at.only(read.caseId) };
  }

  /** No attempt of the relay brings any mail to its recipient. */
  async function giveUp() {
    at.onMail(() => {
      throw new Error('no');
    });
    for (let attempts = 0; attempts < 12; attempts++) {
      await at.relay();
      at.pass(21_600);
    }
  }

  async function failed() {
    const { json } = await send(route(ListNotifications, listNotifications, services), { actor: OFFICE });
    return json.items as { messageId: string; title: { zh: string } }[];
  }

  it('sees what was given up, and lets it be sent again with the same id', async () => {
    const { read, row } = await dead();
    const seen = (await failed()).find(({ messageId }) => messageId === row.messageId);
    expect(seen?.title.zh).toContain(read.caseNumber);
    const ids: string[] = [];
    at.onMail(({ messageId }) => void ids.push(messageId));

    const request = {
      actor: OFFICE,
      path: { caseId: read.caseId, messageId: row.messageId },
      headers: { 'idempotency-key': 'retry-notification-1' },
    };
    expect(await retry(request)).toMatchObject({ status: 202, json: { state: 'PENDING', attempts: 0 } });
    expect((await retry(request)).status).toBe(202);
    await at.relay();

    expect(ids).toEqual([`${row.messageId}.0`]);
    const of = await send(route(ListCaseNotifications, listCaseNotifications, services), {
      actor: OFFICE,
      path: { caseId: read.caseId },
    });
    expect(of.json.items).toMatchObject([{ messageId: row.messageId, state: 'DONE' }]);
    const audit = await at.services.cases.readAudit(read.caseId, { limit: 10 });
    expect(audit.items.at(-1)).toMatchObject({
      kind: 'notification-retried',
      details: { messageId: row.messageId },
    });
    const again = await retry({ ...request, headers: { 'idempotency-key': 'retry-notification-2' } });
    expect(again).toMatchObject({ status: 409, json: { code: 'notification-state' } });
  });

  it('lets what is of no case be sent again, each time with an entry of its own chain', async () => {
    const facts = { institutionId: 'bank-of-nowhere', because: 'failing' as const, number: '7' };
    const of = { organisationId: facts.institutionId };
    const before = new Set((await failed()).map(({ messageId }) => messageId));
    await at.services.commit(at.services.outbox.notify('endpoint-disabled', of, NOW, facts));
    await giveUp();
    const [row] = (await failed()).filter(({ messageId }) => !before.has(messageId));
    if (!row) throw new Error('nothing was given up');
    const again = (key: string) =>
      send(route(RetryOrganisationNotification, retryOrganisationNotification, services), {
        actor: OFFICE,
        path: { ...of, messageId: row.messageId },
        headers: { 'idempotency-key': key },
      });

    expect(await again('retry-organisation-1')).toMatchObject({ status: 202, json: { state: 'PENDING' } });
    expect((await again('retry-organisation-1')).status).toBe(202);
    await giveUp();
    expect((await again('retry-organisation-2')).status).toBe(202);

    const { items } = await at.services.cases.readAudit(messageChainId(row.messageId), { limit: 10 });
    expect(items.map(({ kind, sequence }) => `${sequence} ${kind}`)).toEqual([
      '1 notification-retried',
      '2 notification-retried',
    ]);
    expect(firstBreak(items, items.at(-1) ?? EMPTY_CHAIN)).toBeUndefined();
    expect((await again('retry-organisation-3')).status).toBe(409);
  });

  it('finds nothing under another case', async () => {
    const { row } = await dead();
    const other = await at.newCase();
    const refused = await retry({
      actor: OFFICE,
      path: { caseId: other.caseId, messageId: row.messageId },
      headers: { 'idempotency-key': 'retry-notification-3' },
    });
    expect(refused).toMatchObject({ status: 404, json: { code: 'notification-not-found' } });
  });

  it('alone sees who was told what', async () => {
    const { read } = await dead();
    for (const actor of [ENTERPRISE, ENVIRONMENT]) {
      const refused = await send(route(ListCaseNotifications, listCaseNotifications, services), {
        actor,
        path: { caseId: read.caseId },
      });
      expect(refused.status).toBe(403);
    }
  });
});
