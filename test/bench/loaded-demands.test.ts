import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendDemands } from '../../bench/lists/demands.ts';
import { enterprise } from '../../bench/lists/enterprise.ts';
import { loadDemands, type Names, namesOf, rowsOf } from '../../bench/lists/load.ts';
import { benchWorld, storeIn } from '../../bench/lists/world.ts';
import { drawUp } from '../../functions/financing-demand/list/draw-up.ts';
import { NOW } from '../functions/support/world.ts';

const ROOT = join(import.meta.dirname, '..', '..', '.local');
let folder: string;
const [first, second] = [0, 1].map((index) => namesOf(enterprise(index), index + 1, NOW.slice(0, 10))) as [
  Names,
  Names,
];

beforeAll(async () => {
  mkdirSync(ROOT, { recursive: true });
  folder = mkdtempSync(join(ROOT, 'loaded-'));
  const { world, stop } = await benchWorld(folder, 3);
  await sendDemands(world, [enterprise(0)]);
  await sendDemands(world, [enterprise(1)]);
  await stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the file holds of a demand, but hash prefixes, which only scans read; items are parsed, since the order of their members means nothing. */
function stored(of: Names): unknown {
  const db = new DatabaseSync(storeIn(folder));
  const rows = [...rowsOf(db, of)].map(([table, all]) => [
    table,
    all
      .map(({ item_json, hash_prefix: _, ...row }) => ({
        ...row,
        item: { ...JSON.parse(String(item_json)), auditHash: 0 },
      }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  ]);
  db.close();
  return rows;
}

it('a demand that is loaded has the rows that its handlers wrote, in tables and indexes, and goes into lists', async () => {
  const byHandlers = stored(second);
  const db = new DatabaseSync(storeIn(folder));
  for (const [table, rows] of rowsOf(db, second)) {
    const [pk, sk] = table.includes('::gsi::') ? ['gsi_pk', 'gsi_sk'] : ['pk', 'sk'];
    const remove = db.prepare(`DELETE FROM "${table}" WHERE ${pk} = ? AND ${sk} = ?`);
    for (const row of rows) remove.run(row[pk] ?? null, row[sk] ?? null);
  }
  db.close();
  expect(stored(second)).not.toEqual(byHandlers);

  loadDemands(storeIn(folder), first, [second]);

  expect(stored(second)).toEqual(byHandlers);
  const { world, institutions, stop } = await benchWorld(folder, 3);
  try {
    const institutionId = institutions[0]?.institutionId ?? '';
    await drawUp(institutionId, world);
    const [chunk] = await world.lists.chunks(institutionId, { number: 1, chunk: 1 }, 1, 10);
    expect(chunk?.items.map(({ demandId }) => demandId).sort()).toEqual(
      [first, second].map(({ demandId }) => demandId).sort(),
    );
  } finally {
    await stop();
  }
});
