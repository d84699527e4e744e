import { join } from 'node:path';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startEngine } from '../../local/dynamodb/engine-process.ts';
import {
  type FinancingWorld,
  financingWorld,
  product,
} from '../../test/functions/financing-demand/financing-world.ts';
import { startTestTables } from '../../test/functions/shared/test-tables.ts';
import type { Institution } from '../../workflows/financing-demand/institution.ts';

export interface BenchWorld {
  readonly db: DynamoDBDocumentClient;
  readonly world: FinancingWorld;
  readonly institutions: readonly Institution[];
  stop(): Promise<void>;
}

export const storeIn = (folder: string) => join(folder, 'store.db');

/**
 * The functions of demands on the store of a folder, with as many banks as wanted, each with one product that fits every demand. A store
 * that is there already is taken as it is.
 */
export async function benchWorld(folder: string, count: number): Promise<BenchWorld> {
  const engine = await startEngine({ file: storeIn(folder), log: (line) => console.error(line) });
  process.env.LOCAL_DYNAMODB_ENDPOINT = engine.endpoint().href;
  const tables = await startTestTables();
  delete process.env.LOCAL_DYNAMODB_ENDPOINT;
  const institutions = Array.from({ length: count }, (_, index): Institution => {
    const institutionId = `bench-institution-${String(index + 1).padStart(3, '0')}`;
    return { institutionId, class: 'bank', name: { zh: institutionId, en: institutionId } };
  });
  const world = financingWorld(tables.db, (rules) => ({
    ...rules,
    directory: { ...rules.directory, institutions: [...institutions] },
    matching: { ...rules.matching, roundSize: count },
  }));
  for (const { institutionId } of institutions) {
    const read = await world.products.inForce(institutionId);
    if (read.version > 0) continue;
    await world.commit(world.products.replace(read, { institutionId, version: 1, products: [product()] }));
  }
  return {
    db: tables.db,
    world,
    institutions,
    async stop() {
      await tables.stop();
      await engine.stop();
    },
  };
}
