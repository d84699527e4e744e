import { join } from 'node:path';
import { startEngine } from '../../local/dynamodb/engine-process.ts';
import {
  type FinancingWorld,
  financingWorld,
  product,
} from '../../test/functions/financing-demand/financing-world.ts';
import { startTestTables } from '../../test/functions/shared/test-tables.ts';
import type { Institution } from '../../workflows/financing-demand/institution.ts';
import { meter } from './meter.ts';

export interface BenchWorld {
  readonly world: FinancingWorld;
  readonly institutions: readonly Institution[];
  readonly metered: ReturnType<typeof meter>;
  stop(): Promise<void>;
}

/** The functions of demands on a store on disk, with as many banks as wanted, each with one product that fits every demand. */
export async function benchWorld(folder: string, count: number): Promise<BenchWorld> {
  const engine = await startEngine({ file: join(folder, 'store.db'), log: (line) => console.error(line) });
  process.env.LOCAL_DYNAMODB_ENDPOINT = engine.endpoint().href;
  const tables = await startTestTables();
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
    await world.commit(world.products.replace(read, { institutionId, version: 1, products: [product()] }));
  }
  return {
    world,
    institutions,
    metered: meter(tables.db),
    async stop() {
      await tables.stop();
      await engine.stop();
      delete process.env.LOCAL_DYNAMODB_ENDPOINT;
    },
  };
}
