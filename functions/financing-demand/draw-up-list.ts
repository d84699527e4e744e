import { DrawUpList } from '../../workflows/financing-demand/list/steps.ts';
import { task } from '../shared/task.ts';
import { type DrawnUp, type DrawServices, drawUp } from './list/draw-up.ts';
import { servicesWithLists } from './store/services-with-lists.ts';

/** Pages of one run, well within its time; the machine calls again where there is more. */
const PAGES = 60;

/** Draws up the next list of an institution, or a part of it. */
export async function drawUpList(
  { institutionId }: { readonly institutionId: string },
  services: DrawServices,
): Promise<DrawnUp & { institutionId: string }> {
  return { institutionId, ...(await drawUp(institutionId, services, PAGES)) };
}

export const handler = task(DrawUpList, drawUpList, servicesWithLists);
