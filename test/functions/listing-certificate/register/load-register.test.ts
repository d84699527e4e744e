import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { activateRegister } from '../../../../functions/listing-certificate/activate-register.ts';
import { loadRegister } from '../../../../functions/listing-certificate/load-register.ts';
import type { LoadKey } from '../../../../functions/listing-certificate/store/register-records.ts';
import type { RegisterRecord } from '../../../../workflows/listing-certificate/register/contract.ts';
import { startTestTables, type TestTables } from '../../shared/test-tables.ts';
import { TAX } from '../../support/actors.ts';
import { send } from '../../support/http.ts';
import { csvOfRecords, SAMPLE } from './register-files.ts';
import { registerWorld } from './register-world.ts';

let tables: TestTables;
let w: ReturnType<typeof registerWorld>;

const OLD = { ...SAMPLE, documentNumber: '旧1号' };
const NEW = { ...SAMPLE, documentNumber: '新1号' };
const ANOTHER = { ...SAMPLE, uscc: '91500112LJDEM00685', documentNumber: '新2号' };
const department = { ...TAX };

beforeAll(async () => {
  tables = await startTestTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  w = registerWorld(tables);
});

const head = () => w.services.registers.head('tax');
const inForce = async (): Promise<readonly RegisterRecord[] | undefined> =>
  (await w.services.registers.readFor('tax', [SAMPLE.uscc, ANOTHER.uscc]))?.records;
const recordsOf = (load: LoadKey) => w.services.registers.records.of(load, [SAMPLE.uscc, ANOTHER.uscc]);
const statusOf = async (load: LoadKey) => (await w.services.registers.load(load))?.status;

/** What was written to the outbox of a load, however often its machine ran. */
async function toldOf({ loadId }: LoadKey): Promise<string[]> {
  const { Items = [] } = await tables.db.send(
    new QueryCommand({
      TableName: 'MessageTable',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'organisation#tax' },
    }),
  );
  return Items.filter(({ facts }) => facts.loadId === loadId).map(
    ({ kind, recipients: [to] }) => `${kind} to ${to.personId}`,
  );
}

describe('who announced a file', () => {
  it('is told once what became of it', async () => {
    const good = await w.announceRecords(department, [OLD]);
    const bad = await w.announceRecords(department, [{ ...OLD, uscc: '91500112LJDEM0017X' }]);
    const lost = await w.announceRecords(department, [OLD]);
    const late = await w.announceRecords(department, [OLD]);
    const latest = await w.announceRecords(department, [NEW]);
    const broken = {
      registers: { ...w.services.registers, head: () => Promise.reject(new Error('broken')) },
    };
    for (const load of [good, good, bad, bad]) await w.run(load);
    for (const _ of ['once', 'again']) await w.run(lost, broken);
    for (const load of [latest, late, late]) await w.run(load);

    const to = ` to ${department.personId}`;
    expect(await toldOf(good)).toEqual([`register-loaded${to}`]);
    expect(await toldOf(bad)).toEqual([`register-load-refused${to}`]);
    expect(await toldOf(lost)).toEqual([`register-load-failed${to}`]);
    expect(await toldOf(late)).toEqual([`register-load-superseded${to}`]);
  });
});

describe('a load', () => {
  it('becomes the next version of the register, and what was before is swept', async () => {
    const first = await w.loaded(department, [OLD]);
    const before = await head();
    const second = await w.loaded(department, [NEW, ANOTHER]);

    expect(await head()).toMatchObject({
      loadId: second.loadId,
      version: (before?.version ?? 0) + 1,
      recordCount: 2,
      previousLoadId: first.loadId,
    });
    expect(await inForce()).toEqual([NEW, ANOTHER]);
    expect(await recordsOf(first)).toEqual([]);
    expect(await w.services.registers.load(second)).toMatchObject({ status: 'LOADED', recordCount: 2 });
  });

  it('with one bad line leaves the register as it was and tells line, column and reason', async () => {
    await w.loaded(department, [OLD]);
    const before = await head();
    const load = await w.announceRecords(department, [NEW, { ...ANOTHER, uscc: '91500112LJDEM0017X' }]);

    expect(await w.run(load)).toBe('refused');

    expect(await head()).toEqual(before);
    expect(await inForce()).toEqual([OLD]);
    expect(await recordsOf(load)).toEqual([]);
    const { json } = await send(w.api.faults, { actor: department, path: { loadId: load.loadId } });
    expect(json).toMatchObject({ items: [{ line: 3, faults: [{ column: 'uscc', code: 'uscc-invalid' }] }] });
    expect(await w.services.registers.load(load)).toMatchObject({ status: 'REFUSED', badLineCount: 1 });
  });

  it('lists thousands of bad lines in order, page by page', async () => {
    const bad = Array.from({ length: 1200 }, (_, index) => ({
      ...SAMPLE,
      documentNumber: `第${index}号`,
      decidedOn: '2023-02-30',
    }));
    const load = await w.announceRecords(department, bad);
    await w.run(load);

    const lines: unknown[] = [];
    let cursor: string | undefined;
    do {
      const { json } = await send(w.api.faults, {
        actor: department,
        path: { loadId: load.loadId },
        query: { limit: '100', ...(cursor ? { cursor } : {}) },
      });
      lines.push(...(json.items as { line: number }[]).map(({ line }) => line));
      cursor = json.cursor as string | undefined;
    } while (cursor);

    expect(lines).toEqual(bad.map((_, index) => index + 2));
  });

  it('of a file that changed after it was announced is refused', async () => {
    const load = await w.announceRecords(department, [NEW]);
    w.bucket.set(load.loadId, csvOfRecords([NEW, ANOTHER]));

    expect(await w.run(load)).toBe('refused');

    const { json } = await send(w.api.faults, { actor: department, path: { loadId: load.loadId } });
    expect(json).toMatchObject({ items: [{ line: 0, faults: [{ code: 'file-checksum' }] }] });
  });

  it('without records empties the register', async () => {
    await w.loaded(department, [OLD]);
    await w.loaded(department, []);

    expect(await inForce()).toEqual([]);
    expect(await head()).toMatchObject({ recordCount: 0 });
  });

  it('that runs twice writes its records once and makes one version', async () => {
    await w.loaded(department, [OLD]);
    const before = await head();
    const load = await w.announceRecords(department, [NEW]);

    await Promise.all([w.run(load), w.run(load)]);

    expect(await head()).toMatchObject({ loadId: load.loadId, version: (before?.version ?? 0) + 1 });
    expect(await inForce()).toEqual([NEW]);
  });
});

describe('a load that breaks', () => {
  class Broken extends Error {}

  /** Breaks at the n-th write of all that the load does; `after`: the write is done and its answer lost. */
  function breaking(at: number, after: boolean) {
    let count = 0;
    const guarded =
      <A extends unknown[]>(write: (...args: A) => Promise<void>) =>
      async (...args: A) => {
        count += 1;
        if (count === at && !after) throw new Broken();
        await write(...args);
        if (count === at) throw new Broken();
      };
    const { registers, commit } = w.services;
    const { records } = registers;
    return {
      commit: guarded(commit),
      registers: { ...registers, records: { ...records, write: guarded(records.write) } },
    };
  }

  const WRITES = ['it is LOADING', 'its records lie ready', 'they are counted', 'it becomes the register'];
  const points = WRITES.flatMap((name, index) => [
    { name: `before ${name}`, at: index + 1, after: false },
    { name: `right after ${name}`, at: index + 1, after: true },
  ]);

  it.each(points.slice(0, -1))(
    '$name leaves the register as it was, and nothing of its own',
    async (point) => {
      await w.loaded(department, [OLD]);
      const before = await head();
      const load = await w.announceRecords(department, [NEW]);

      expect(await w.run(load, breaking(point.at, point.after))).toBe('failed');

      expect(await head()).toEqual(before);
      expect(await inForce()).toEqual([OLD]);
      expect(await recordsOf(load)).toEqual([]);
      expect(await statusOf(load)).toBe('FAILED');
      await w.loaded(department, [NEW]);
      expect(await inForce()).toEqual([NEW]);
    },
  );

  it('right after it became the register stays the register', async () => {
    await w.loaded(department, [OLD]);
    const load = await w.announceRecords(department, [NEW]);

    await w.run(load, breaking(WRITES.length, true));

    expect(await head()).toMatchObject({ loadId: load.loadId });
    expect(await inForce()).toEqual([NEW]);
    expect(await statusOf(load)).toBe('LOADED');
  });

  it('in the middle of its records leaves none of them behind', async () => {
    await w.loaded(department, [OLD]);
    const load = await w.announceRecords(department, [NEW, ANOTHER]);
    const { registers } = w.services;
    const half = {
      ...registers.records,
      write: async (key: LoadKey) => {
        await registers.records.write(key, [NEW]);
        throw new Broken();
      },
    };

    await w.run(load, { registers: { ...registers, records: half } });

    expect(await recordsOf(load)).toEqual([]);
    expect(await inForce()).toEqual([OLD]);
  });

  it('in the sweep is caught up by the next load', async () => {
    const first = await w.loaded(department, [OLD]);
    const second = await w.announceRecords(department, [NEW]);
    await loadRegister({ departmentId: 'tax', loadId: second.loadId }, w.services);
    await activateRegister({ departmentId: 'tax', loadId: second.loadId }, w.services);
    expect(await recordsOf(first)).toEqual([OLD]);

    await w.loaded(department, [ANOTHER]);

    expect(await recordsOf(first)).toEqual([]);
    expect(await recordsOf(second)).toEqual([]);
  });
});

describe('two loads at once', () => {
  it.each([
    ['the earlier runs first', [0, 1]],
    ['the later runs first', [1, 0]],
  ])('end with the one that was announced later, when %s', async (_, order) => {
    const earlier = await w.announceRecords(department, [OLD]);
    const later = await w.announceRecords(department, [NEW]);
    for (const index of order) await w.run(index === 0 ? earlier : later);

    expect(await inForce()).toEqual([NEW]);
    expect(await statusOf(later)).toBe('LOADED');
    expect(await statusOf(earlier)).toBe(order[0] === 0 ? 'LOADED' : 'SUPERSEDED');
    expect(await recordsOf(earlier)).toEqual([]);
  });

  it('end with the later one when they meet in every step', async () => {
    const earlier = await w.announceRecords(department, [OLD]);
    const later = await w.announceRecords(department, [NEW]);

    await Promise.all([w.run(earlier), w.run(later)]);

    expect(await inForce()).toEqual([NEW]);
    expect(await recordsOf(earlier)).toEqual([]);
  });
});
