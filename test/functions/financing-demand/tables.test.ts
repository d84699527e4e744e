import { randomUUID } from 'node:crypto';
import { readSheet } from 'read-excel-file/node';
import { beforeEach, describe, expect, it } from 'vitest';
import { exportDemandList } from '../../../functions/financing-demand/export-demand-list.ts';
import { exportProducts } from '../../../functions/financing-demand/export-products.ts';
import { importProducts } from '../../../functions/financing-demand/import-products.ts';
import { listDemandLists } from '../../../functions/financing-demand/list-demand-lists.ts';
import { readDemandList } from '../../../functions/financing-demand/read-demand-list.ts';
import { route } from '../../../functions/shared/route.ts';
import type { DemandList, ListItem } from '../../../workflows/financing-demand/list/contract.ts';
import { isNextList } from '../../../workflows/financing-demand/list/list-hash.ts';
import { ListDemandLists, ReadDemandList } from '../../../workflows/financing-demand/list/routes.ts';
import { ImportProducts } from '../../../workflows/financing-demand/product/routes.ts';
import { ENTERPRISE } from '../support/actors.ts';
import { useDatabase } from '../support/database.ts';
import { send } from '../support/http.ts';
import { stepsIn } from './financing-steps.ts';
import { BANK_ONE, BANK_TWO, type FinancingWorld, financingWorld, product } from './financing-world.ts';

const database = useDatabase();
let world: FinancingWorld;
let steps: ReturnType<typeof stepsIn>;

beforeEach(async () => {
  world = financingWorld(database.db());
  steps = stepsIn(world);
  const { version } = await world.products.inForce(BANK_ONE.organisationId);
  await steps.offerProducts(BANK_ONE, [product({ securities: ['receivables', 'guarantee'] })], version);
});

/** The bytes of a workbook that a route answers. */
async function bytesOf(reply: ReturnType<typeof exportProducts | typeof exportDemandList>): Promise<Buffer> {
  return Buffer.from((await reply).body as Uint8Array);
}

const own = { actor: BANK_ONE } as never;

describe('the products of an institution', () => {
  const upload = (contentBase64: string, version: number, format: 'csv' | 'xlsx' = 'xlsx') =>
    send(
      route(ImportProducts, importProducts, () => world),
      {
        actor: BANK_ONE,
        body: { format, contentBase64 },
        headers: { 'idempotency-key': randomUUID(), 'if-match': `"${version}"` },
      },
    );

  it('come back as they were when their table is sent again, as a new version', async () => {
    const before = await world.products.inForce(BANK_ONE.organisationId);
    const table = await bytesOf(exportProducts(own, world));
    const { status, json } = await upload(table.toString('base64'), before.version);
    expect([status, json.version, json.products]).toEqual([200, before.version + 1, before.products]);
    expect(await world.products.version(BANK_ONE.organisationId, before.version)).toEqual(before);
    expect((await upload(table.toString('base64'), before.version)).status).toBe(412);
  });

  it('are refused with every fault by its line and column, and stay as they were', async () => {
    const { version } = await world.products.inForce(BANK_ONE.organisationId);
    const csv = [
      '产品编号,产品名称,融资类型,最低额度（元）,最高额度（元）,最短期限（月）,最长期限（月）,最低年利率（%）,接受首贷',
      'p-1,甲,working-capital,10000,5000000,1,12,3.45,是',
      'p-1,乙,gift,10000,很多,1,12,三,也许',
    ].join('\n');
    const { status, json } = await upload(Buffer.from(csv).toString('base64'), version, 'csv');
    const faults = json.faults as { pointer: string; code: string }[];
    expect([status, faults.map(({ pointer, code }) => `${pointer} ${code}`)]).toEqual([
      422,
      [
        '/lines/3/最高额度（元） cell-yuan',
        '/lines/3/最低年利率（%） cell-percent',
        '/lines/3/接受首贷 cell-yes-no',
        '/lines/3/融资类型 not-in-catalogue',
        '/lines/3/产品编号 duplicate',
      ],
    ]);
    expect(await world.products.inForce(BANK_ONE.organisationId)).toMatchObject({ version });
  });
});

describe('a list of an institution', () => {
  it('is a workbook of what may be seen now, which loses what a consent took back', async () => {
    const [kept, withdrawn] = [await steps.sent(), await steps.sent()];
    const { number = 0 } = await steps.drawUp(BANK_ONE);
    await steps.withdraw(withdrawn, [1]);

    const bytes = await bytesOf(
      exportDemandList({ actor: BANK_ONE, params: { listNumber: number } } as never, world),
    );
    const [heading = [], ...rows] = await readSheet(bytes);
    const column = (name: string) => heading.indexOf(name);
    const nameOf = (demandId: string) =>
      rows.find((row) => row[column('需求编号')] === demandId)?.[column('企业名称')];
    expect(nameOf(kept)).toBe(ENTERPRISE.organisationName);
    expect(nameOf(withdrawn)).toBeNull();
  });

  it('can be checked against the one before by whoever received it, and is nobody else’s', async () => {
    await steps.sent();
    await steps.drawUp(BANK_ONE);
    const lists = async (query: Record<string, string>) =>
      (
        await send(
          route(ListDemandLists, listDemandLists, () => world),
          { actor: BANK_ONE, query },
        )
      ).json as { items: DemandList[]; cursor?: string };
    const newest = await lists({ limit: '1' });
    const older = await lists({ limit: '1', cursor: String(newest.cursor) });
    const [list] = newest.items;
    const read = (actor: typeof BANK_ONE) =>
      send(
        route(ReadDemandList, readDemandList, () => world),
        { actor, path: { listNumber: String(list?.number) } },
      );
    const { json } = await read(BANK_ONE);
    const found = json as unknown as { list: DemandList; chunks: ListItem[][] };
    expect(isNextList(found.list, found.chunks, older.items[0])).toBe(true);
    expect(isNextList(found.list, found.chunks, found.list)).toBe(false);
    expect((await read(BANK_TWO)).status).toBe(404);
  });
});
