import { beforeAll, describe, expect, it } from 'vitest';
import { listStaffChanges } from '../../../functions/desk/list-staff-changes.ts';
import { makeDelegation } from '../../../functions/desk/make-delegation.ts';
import { replaceStaff } from '../../../functions/desk/replace-staff.ts';
import { revokeDelegation } from '../../../functions/desk/revoke-delegation.ts';
import { type RouteHandler, route } from '../../../functions/shared/route.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { firstBreak } from '../../../workflows/shared/audit/chain.ts';
import {
  ListStaffChanges,
  MakeDelegation,
  ReplaceStaff,
  RevokeDelegation,
} from '../../../workflows/shared/desk-staff-routes.ts';
import { type NotificationWorld, notificationWorld } from '../notifications/notification-world.ts';
import { BEN, CAI, ENTERPRISE, ENVIRONMENT, LEAD, OFFICE, TAX } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { send } from '../support/http.ts';

const { db } = useDatabase();
let at: NotificationWorld;
let keys = 0;

const services = () => at.services;
const post = (handler: RouteHandler, actor: Actor, rest: object) =>
  send(handler, { actor, headers: { 'idempotency-key': `s-${++keys}` }, ...rest });
const changes = (actor: Actor, query: Record<string, string> = {}) =>
  send(route(ListStaffChanges, listStaffChanges, services), { actor, query });
const days = { fromOn: '2026-11-23', toOn: '2026-11-30' };
const delegate = (actor: Actor, from: Actor, to: Actor) =>
  post(route(MakeDelegation, makeDelegation, services), actor, {
    body: {
      fromPersonId: from.personId,
      toPersonId: to.personId,
      ...days,
      workflows: ['listing-certificate', 'patent-funding'],
    },
  });
const revoke = (actor: Actor, delegationId: unknown) =>
  post(route(RevokeDelegation, revokeDelegation, services), actor, {
    path: { delegationId: String(delegationId) },
  });
async function staff(version: number, ...officers: Actor[]) {
  const reply = await send(route(ReplaceStaff, replaceStaff, services), {
    actor: LEAD,
    headers: { 'idempotency-key': `s-${++keys}`, 'if-match': `"${version}"` },
    body: { officers: officers.map(({ personId, personName }) => ({ personId, personName })) },
  });
  expect(reply.status).toBe(200);
}
/** What a person of the department was told, newest first. */
async function toldTo({ personId }: Actor) {
  await at.relay();
  const owner = { organisationKind: 'department', organisationId: 'environment', personId } as const;
  return (await at.services.inbox.page(owner, { limit: 20 })).items;
}
const kindsToldTo = async (actor: Actor) => (await toldTo(actor)).map(({ kind }) => kind);

beforeAll(async () => {
  at = notificationWorld(db());
  await staff(0, BEN, CAI, LEAD);
});

describe('a delegation', () => {
  it('is told to the deputy, in both languages, without a case and without anybody’s name', async () => {
    const { json } = await delegate(BEN, BEN, CAI);

    const [message, ...others] = await toldTo(CAI);
    expect(others).toEqual([]);
    expect(message).toMatchObject({ kind: 'delegation-received', sequence: 1 });
    expect(message).not.toHaveProperty('caseId');
    expect(message?.text.zh).toMatch(/生态环境部门.*、.*2026-11-23 至 2026-11-30/);
    expect(message?.text.en).toContain('From 2026-11-23 to 2026-11-30');
    expect(JSON.stringify(message)).not.toMatch(/Person|undefined/);
    expect(await kindsToldTo(BEN)).toEqual([]);
    expect(at.mails.at(-1)).toMatchObject({ to: 'environment@departments.example' });

    await revoke(BEN, json.delegationId);
    expect(await kindsToldTo(CAI)).toEqual(['delegation-revoked', 'delegation-received']);
    expect(await kindsToldTo(BEN)).toEqual([]);
  });

  it('that the lead makes or revokes is told to both, and to the lead nothing', async () => {
    const { json } = await delegate(LEAD, BEN, CAI);
    expect((await kindsToldTo(BEN))[0]).toBe('delegation-arranged');
    expect((await kindsToldTo(CAI))[0]).toBe('delegation-received');

    await revoke(LEAD, json.delegationId);
    expect((await kindsToldTo(BEN))[0]).toBe('delegation-revoked');
    expect((await kindsToldTo(CAI))[0]).toBe('delegation-revoked');
    expect(await kindsToldTo(LEAD)).toEqual([]);
  });

  it('that is refused tells nobody', async () => {
    const before = (await toldTo(CAI)).length;
    expect((await delegate(CAI, BEN, CAI)).status).toBe(403);
    expect((await delegate(LEAD, CAI, CAI)).status).toBe(422);
    expect(await toldTo(CAI)).toHaveLength(before);
  });
});

describe('the history of a staff list', () => {
  it('tells the lead and the office who changed what, newest first, in pages', async () => {
    const { json } = await changes(LEAD);
    const kinds = (json.items as { kind: string }[]).map(({ kind }) => kind);
    expect(kinds).toEqual([
      'delegation-revoked',
      'delegation-made',
      'delegation-revoked',
      'delegation-made',
      'staff-replaced',
    ]);
    expect(json.items).toMatchObject([
      { by: { personId: 'lead' }, delegation: { revokedBy: { personId: 'lead' } } },
      { by: { personId: 'lead' }, delegation: { from: { personId: 'ben' }, to: { personId: 'cai' } } },
      {},
      {},
      { version: 1, joined: [{ personId: 'ben' }, { personId: 'cai' }, { personId: 'lead' }], left: [] },
    ]);

    const first = await changes(OFFICE, { department: 'environment', limit: '3' });
    const cursor = String(first.json.cursor);
    const second = await changes(OFFICE, { department: 'environment', limit: '3', cursor });
    expect([...(first.json.items as object[]), ...(second.json.items as object[])]).toEqual(json.items);
    expect(second.json.cursor).toBeUndefined();
    expect(await changes(OFFICE, { department: 'tax', cursor })).toMatchObject({ status: 400 });
  });

  it('names who came, who left and who has a new name', async () => {
    await staff(5, BEN, { ...CAI, personName: 'Person Cai-Li' }, ENVIRONMENT);
    const { json } = await changes(LEAD, { limit: '1' });
    expect(json.items).toMatchObject([
      {
        joined: [{ personName: 'Person Cai-Li' }, { personId: ENVIRONMENT.personId }],
        left: [{ personName: 'Person cai' }, { personId: 'lead' }],
      },
    ]);
  });

  it('is a whole chain of audit entries, which name persons by their ids', async () => {
    const { items } = await at.services.cases.readAudit('roster-environment', { limit: 50 });
    const { version, auditHash } = await at.services.roster.read('environment');
    expect(items).toHaveLength(6);
    expect(firstBreak(items, { sequence: version, hash: auditHash })).toBeUndefined();
    expect(items[1]).toMatchObject({
      kind: 'delegation-made',
      actor: { personId: 'ben', organisationId: 'environment' },
      details: { departmentId: 'environment', from: 'ben', to: 'cai', ...days },
    });
    expect(items[0]?.details).toEqual({
      departmentId: 'environment',
      joined: ['ben', 'cai', 'lead'],
      left: [],
    });
  });

  it.each([
    ['an officer who does not lead', BEN, {}, 'only-for-the-lead'],
    ['another department', TAX, { department: 'environment' }, 'not-your-queue'],
    ['an enterprise', ENTERPRISE, {}, 'not-for-this-organisation'],
  ])('is refused to %s', async (_who, actor, query, code) => {
    expect(await changes(actor, query)).toMatchObject({ status: 403, json: { code } });
  });

  it('asks the office which department', async () => {
    expect(await changes(OFFICE)).toMatchObject({ status: 400 });
  });
});
