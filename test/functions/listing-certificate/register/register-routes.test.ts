import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { REGISTER_FILE_BYTES } from '../../../../workflows/listing-certificate/register/routes.ts';
import type { Actor } from '../../../../workflows/shared/actor.ts';
import { verifyCase } from '../../../../workflows/shared/audit/case-verification.ts';
import { startTestTables, type TestTables } from '../../shared/test-tables.ts';
import { BANK, ENTERPRISE, ENVIRONMENT, OFFICE, TAX } from '../../support/actors.ts';
import { send } from '../../support/http.ts';
import { csvOfRecords, SAMPLE } from './register-files.ts';
import { announcement, registerWorld } from './register-world.ts';

let tables: TestTables;
let w: ReturnType<typeof registerWorld>;

beforeAll(async () => {
  tables = await startTestTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  w = registerWorld(tables);
});

const key = () => ({ 'idempotency-key': randomUUID() });
const loads = async (departmentId: string) => (await w.services.registers.newestLoads(departmentId)).length;
const codes = (json: Record<string, unknown>) =>
  (json.faults as { pointer: string; code: string }[]).map(({ pointer, code }) => `${pointer} ${code}`);
const file = csvOfRecords([SAMPLE]);
const json = { format: 'json', fieldIds: ['tax'], coverage: announcement(TAX, file).coverage };

describe('a load is announced', () => {
  it('and told where its file goes', async () => {
    const reply = await send(w.api.begin, { actor: TAX, headers: key(), body: announcement(TAX, file) });

    expect(reply).toMatchObject({
      status: 201,
      json: { load: { departmentId: 'tax', status: 'AWAITING_FILE' }, upload: { headers: {} } },
    });
    expect(w.started).toEqual([]);
  });

  it('with its records and begun at once, however often the request is sent', async () => {
    const request = { actor: TAX, headers: key(), body: { ...json, records: [SAMPLE] } };

    const [first, again] = [await send(w.api.begin, request), await send(w.api.begin, request)];

    expect(again.json).toEqual(first.json);
    expect(first.json).not.toHaveProperty('upload');
    const { loadId } = first.json.load as { loadId: string };
    expect(w.started).toEqual([loadId]);
    expect(await w.run({ departmentId: 'tax', loadId })).toBe('loaded');
  });

  it('in vain with every fault of it at once, and nothing is kept', async () => {
    const before = await loads('tax');
    const reply = await send(w.api.begin, {
      actor: TAX,
      headers: key(),
      body: {
        ...announcement(TAX, file),
        fieldIds: ['tax', 'environment', 'tax', 'poetry'],
        coverage: { fromOn: '2099-12-31', toOn: '2099-01-01' },
      },
    });

    expect(reply.status).toBe(422);
    expect(codes(reply.json)).toEqual([
      '/fieldIds/1 field-not-yours',
      '/fieldIds/2 field-duplicate',
      '/fieldIds/3 field-not-yours',
      '/coverage/fromOn coverage-reversed',
      '/coverage/toOn coverage-in-the-future',
    ]);
    expect(await loads('tax')).toBe(before);
  });

  it.each([
    ['a file that is too large', { sizeBytes: REGISTER_FILE_BYTES + 1 }, '/sizeBytes'],
    ['an empty file', { sizeBytes: 0 }, '/sizeBytes'],
    ['another format', { format: 'pdf' }, '/format'],
    ['a checksum that is none', { sha256: 'abc' }, '/sha256'],
    ['no field', { fieldIds: [] }, '/fieldIds'],
    ['a day that is none', { coverage: { fromOn: '2023-02-29', toOn: '2026-01-01' } }, '/coverage/fromOn'],
  ])('in vain of %s', async (_, change, pointer) => {
    const body = { ...announcement(TAX, file), ...change };
    const reply = await send(w.api.begin, { actor: TAX, headers: key(), body });

    expect(reply.status).toBe(422);
    expect(JSON.stringify(reply.json.faults)).toContain(pointer);
  });
});

describe('a load is started', () => {
  it('twice, and the machine is told the same name', async () => {
    const { loadId } = await w.announce(TAX, file);
    const once = () => send(w.api.start, { actor: TAX, headers: key(), path: { loadId } });

    const replies = await Promise.all([once(), once()]);

    expect(replies.map(({ status, json }) => [status, json.status])).toEqual([
      [202, 'LOADING'],
      [202, 'LOADING'],
    ]);
    expect(new Set(w.started)).toEqual(new Set([loadId]));
  });

  it('in vain once it has ended', async () => {
    const { loadId } = await w.loaded(TAX, [SAMPLE]);

    const reply = await send(w.api.start, { actor: TAX, headers: key(), path: { loadId } });

    expect(reply).toMatchObject({ status: 409, json: { code: 'register-load-ended' } });
    expect(w.started).toEqual([]);
  });
});

describe('the register of a department', () => {
  it('shows what is in force, what was chosen and the newest loads', async () => {
    const load = await w.loaded(TAX, [SAMPLE]);

    const { status, json } = await send(w.api.show, { actor: TAX });

    expect(status).toBe(200);
    expect(json).toMatchObject({ head: { loadId: load.loadId, recordCount: 1 } });
    expect((json.loads as { loadId: string }[])[0]?.loadId).toBe(load.loadId);
  });

  it('is for no other department: another load is not there, another register is its own', async () => {
    const { loadId } = await w.loaded(TAX, [SAMPLE]);
    const other = { actor: ENVIRONMENT, path: { loadId } };

    expect((await send(w.api.read, other)).status).toBe(404);
    expect((await send(w.api.faults, other)).status).toBe(404);
    expect((await send(w.api.start, { ...other, headers: key() })).status).toBe(404);
    expect((await send(w.api.show, { actor: ENVIRONMENT })).json).not.toHaveProperty('head');
  });

  it.each([ENTERPRISE, OFFICE, BANK])('is for departments only, not for $organisationKind', async (actor) => {
    const { loadId } = await w.announce(TAX, file);
    const path = { loadId };
    const replies = [
      await send(w.api.begin, { actor, headers: key(), body: announcement(TAX, file) }),
      await send(w.api.start, { actor, headers: key(), path }),
      await send(w.api.read, { actor, path }),
      await send(w.api.faults, { actor, path }),
      await send(w.api.show, { actor }),
      await send(w.api.settings, { actor, body: {} }),
    ];

    expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 403));
  });
});

describe('the audit of a register', () => {
  it('says who let clean results go out at once, each time, and which load came into force', async () => {
    w.setNow('2026-06-02T09:00:00+08:00');
    const before = (await w.services.cases.readAudit('register-tax', { limit: 100 })).items.length;
    const etag = async () => String((await send(w.api.show, { actor: TAX })).headers.etag);
    const choose = async (actor: Actor, fieldsByRecord: string[]) => {
      const headers = { 'if-match': await etag() };
      return send(w.api.settings, { actor, headers, body: { fieldsByRecord, maximumAgeDays: 7 } });
    };
    const colleague = { ...TAX, personId: 'tax-2', personName: 'Person tax-2' };

    expect((await choose(TAX, ['tax'])).status).toBe(200);
    const { loadId, sha256 } = await w.loaded(TAX, [SAMPLE]);
    expect((await choose(colleague, [])).status).toBe(200);
    expect((await choose(colleague, ['environment'])).status).toBe(422);

    const { items } = await w.services.cases.readAudit('register-tax', { limit: 100 });
    expect(items.slice(before)).toMatchObject([
      {
        kind: 'register-settings-changed',
        actor: { by: 'person', personId: TAX.personId },
        details: { departmentId: 'tax', fieldsByRecord: ['tax'], maximumAgeDays: 7 },
      },
      {
        kind: 'register-loaded',
        actor: { by: 'platform', step: 'ActivateRegister' },
        details: { departmentId: 'tax', loadId, sha256, recordCount: 1, announcedBy: TAX.personId },
      },
      {
        kind: 'register-settings-changed',
        actor: { personId: 'tax-2' },
        details: { fieldsByRecord: [] },
      },
    ]);
    const last = items.at(-1);
    const head = { sequence: items.length, hash: String(last?.hash) };
    expect(verifyCase('register-tax', items, head)).toBeUndefined();
    // What is exported, and what the anchor of the day is made of.
    const { lines } = await w.services.audit.readDay('2026-06-02', '', 100);
    expect(lines).toContainEqual({ line: 'entry', entry: last });
  });

  it('loses no entry of two that are written at once', async () => {
    const load = await w.announceRecords(TAX, [SAMPLE]);
    const { headers } = await send(w.api.show, { actor: TAX });
    const body = { fieldsByRecord: ['tax'], maximumAgeDays: 0 };
    const before = (await w.services.cases.readAudit('register-tax', { limit: 100 })).items.length;
    const [verdict, choice] = await Promise.all([
      w.run(load),
      send(w.api.settings, { actor: TAX, headers: { 'if-match': String(headers.etag) }, body }),
    ]);

    expect([verdict, choice.status]).toEqual(['loaded', 200]);
    const { items } = await w.services.cases.readAudit('register-tax', { limit: 100 });
    expect(items.map(({ sequence }) => sequence)).toEqual(items.map((_, index) => index + 1));
    expect(
      items
        .slice(before)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['register-loaded', 'register-settings-changed']);
  });
});

describe('what a department chose', () => {
  const choose = (fieldsByRecord: string[], etag: string) =>
    send(w.api.settings, {
      actor: TAX,
      headers: { 'if-match': etag },
      body: { fieldsByRecord, maximumAgeDays: 7 },
    });
  const etag = async () => String((await send(w.api.show, { actor: TAX })).headers.etag);

  it('is kept, and a choice made upon an older one is refused', async () => {
    const read = await etag();

    expect((await choose(['tax'], read)).status).toBe(200);
    expect((await choose([], read)).status).toBe(412);

    const { json } = await send(w.api.show, { actor: TAX });
    expect(json.settings).toEqual({ fieldsByRecord: ['tax'], maximumAgeDays: 7 });
  });

  it('is one of two made at once', async () => {
    const read = await etag();

    const replies = await Promise.all([choose(['tax'], read), choose([], read)]);

    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('may only speak of its own fields', async () => {
    const reply = await choose(['tax', 'environment'], await etag());

    expect(reply.status).toBe(422);
    expect(codes(reply.json)).toEqual(['/fieldsByRecord/1 field-not-yours']);
  });
});
