import { beforeEach, describe, expect, it } from 'vitest';
import { relayNotifications } from '../../../functions/notifications/relay-notifications.ts';
import { ENTERPRISE } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { NOW } from '../support/world.ts';
import { type NotificationWorld, notificationWorld } from './notification-world.ts';

const { db } = useDatabase();
let at: NotificationWorld;
beforeEach(() => {
  at = notificationWorld(db());
});

const applicantOf = (organisationId: string) => ({ organisationKind: 'enterprise', organisationId }) as const;

/** A case whose department is to be told, in a department of its own so that tests do not meet. */
async function overdue(departmentId: string) {
  const read = await at.newCase();
  const facts = { taskId: `${read.caseId}.x`, departmentId, dueAt: NOW };
  await at.services.commit(at.services.outbox.notify('question-put', read, NOW, facts));
  return read;
}

describe('relay-notifications', () => {
  it('tells the department in its inbox and by mail, and notes both', async () => {
    const { caseId, caseNumber } = await overdue('tax');

    expect(await at.relay()).toMatchObject({ done: 1, waiting: 0, dead: 0 });

    const { items } = await at.services.inbox.page(
      { organisationKind: 'department', organisationId: 'tax' },
      { limit: 10 },
    );
    expect(items[0]).toMatchObject({ sequence: 1, kind: 'question-put', caseId, caseNumber, at: NOW });
    expect(items[0]?.title.zh).toContain('2026年11月23日');
    expect(at.mails).toHaveLength(1);
    expect(at.mails[0]).toMatchObject({ to: 'tax@departments.example' });
    expect(at.mails[0]?.subject).toContain(caseNumber);
    expect(await at.only(caseId)).toMatchObject({
      state: 'DONE',
      deliveries: [
        { to: 0, channel: 'inbox', state: 'DELIVERED', at: NOW },
        { to: 0, channel: 'mail', state: 'DELIVERED', reference: 'ses-1' },
      ],
    });
  });

  it('says on the row which channels are not configured and where nobody gave an address', async () => {
    const read = await at.newCase();
    await at.services.commit(at.services.outbox.notify('case-accepted', read, NOW, {}));

    await at.relay();

    const { deliveries, state } = await at.only(read.caseId);
    expect(state).toBe('DONE');
    expect(Object.fromEntries(deliveries.map((one) => [one.channel, one.state]))).toEqual({
      inbox: 'DELIVERED',
      mail: 'NO_ADDRESS',
      sms: 'NOT_CONFIGURED',
      'city-message': 'NOT_CONFIGURED',
    });
    const { items } = await at.services.inbox.page(applicantOf(ENTERPRISE.organisationId), { limit: 1 });
    expect(items[0]?.caseId).toBe(read.caseId);
  });

  it('tells nothing twice when it runs again, or twice at once', async () => {
    const { caseId } = await overdue('water');

    await Promise.all([at.relay(), at.relay(), at.relay()]);
    at.pass(3600);
    await at.relay();

    const owner = { organisationKind: 'department', organisationId: 'water' } as const;
    expect(await at.services.inbox.received(owner)).toBe(1);
    expect(at.mails).toHaveLength(1);
    expect((await at.only(caseId)).state).toBe('DONE');
  });

  it('tries a mail again after growing delays, with the same message id, and the inbox once', async () => {
    const { caseId } = await overdue('health');
    const ids: string[] = [];
    at.onMail(({ messageId }) => {
      ids.push(messageId);
      if (ids.length < 3) throw new Error('busy with contact@qiyuan.example');
    });

    expect(await at.relay()).toMatchObject({ waiting: 1 });
    expect((await at.only(caseId)).deliveries[1]).toMatchObject({ state: 'PENDING', error: 'Error' });
    at.pass(59);
    expect(await at.relay()).toMatchObject({ waiting: 0, done: 0 });
    at.pass(1);
    expect(await at.relay()).toMatchObject({ waiting: 1 });
    at.pass(119);
    expect(await at.relay()).toMatchObject({ waiting: 0, done: 0 });
    at.pass(1);
    expect(await at.relay()).toMatchObject({ done: 1 });

    expect(new Set(ids).size).toBe(1);
    expect(ids).toHaveLength(3);
    const owner = { organisationKind: 'department', organisationId: 'health' } as const;
    expect(await at.services.inbox.received(owner)).toBe(1);
    expect(JSON.stringify(await at.only(caseId))).not.toContain('qiyuan.example');
  });

  it('sends again what a process sent and could not note before it died', async () => {
    const { caseId } = await overdue('transport');
    const dying = { ...at.services, commit: at.services.commit };
    let commits = 0;
    const killed = {
      ...dying,
      commit: async (writes: Parameters<typeof dying.commit>[0]) => {
        if (++commits === 2) throw new Error('killed');
        await dying.commit(writes);
      },
    };
    await relayNotifications(undefined, killed);
    expect(await at.only(caseId)).toMatchObject({ state: 'PENDING', attempts: 1 });

    at.pass(60);
    await at.relay();

    expect((await at.only(caseId)).state).toBe('DONE');
    expect(new Set(at.mails.map(({ messageId }) => messageId)).size).toBe(1);
    const owner = { organisationKind: 'department', organisationId: 'transport' } as const;
    expect(await at.services.inbox.received(owner)).toBe(1);
  });

  it('gives a mail up after the last attempt, where the office sees it', async () => {
    const { caseId } = await overdue('statistics');
    at.onMail(() => {
      throw new TypeError('no');
    });
    for (let attempts = 0; attempts < 12; attempts++) {
      await at.relay();
      at.pass(21_600);
    }

    expect(await at.only(caseId)).toMatchObject({ state: 'DEAD', attempts: 12 });
    const { items } = await at.services.outboxRows.inState('DEAD', '2026-11', { limit: 100 });
    expect(items).toContainEqual(expect.objectContaining({ caseId }));
    expect(await at.relay()).toMatchObject({ done: 0, waiting: 0, dead: 0 });
  });

  it('numbers an inbox without gaps when many messages arrive at once', async () => {
    const cases = await Promise.all(Array.from({ length: 12 }, () => overdue('fire-rescue')));
    await Promise.all([at.relay(), at.relay()]);

    const owner = { organisationKind: 'department', organisationId: 'fire-rescue' } as const;
    const { items } = await at.services.inbox.page(owner, { limit: 100 });
    expect(items.map(({ sequence }) => sequence)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(new Set(items.map(({ caseId }) => caseId))).toEqual(new Set(cases.map(({ caseId }) => caseId)));
  });
});
