import { RelayLists } from '../../workflows/financing-demand/list/steps.ts';
import { task } from '../shared/task.ts';
import type { DrawServices } from './list/draw-up.ts';
import { drawUpAtOnce } from './list/draw-up-at-once.ts';
import { servicesWithLists } from './store/services-with-lists.ts';

/** Heals what a crash left between the change of a demand and its lists: draws up those that were to go out at once. */
export async function relayLists(_: unknown, services: DrawServices): Promise<{ demands: number }> {
  const rows = await services.lists.atOnce();
  for (const row of rows) await drawUpAtOnce(row, services);
  return { demands: rows.length };
}

export const handler = task(RelayLists, relayLists, servicesWithLists);
