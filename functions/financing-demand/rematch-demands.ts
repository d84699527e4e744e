import type * as z from 'zod';
import { RematchDemands } from '../../workflows/financing-demand/list/steps.ts';
import { task } from '../shared/task.ts';
import { type RematchServices, rematchPage } from './demand/rematch.ts';
import { servicesWithLists } from './store/services-with-lists.ts';

/** A run ends after so many pages, or so many demands that were sent; the machine calls again where there is more. */
const PAGES = 20;
const MOST_SENT = 200;

/** Matches open demands with the products that changed: those that may fit, found by facility; what was matched is not matched again. */
export async function rematchDemands(
  { on }: z.output<typeof RematchDemands.input>,
  services: RematchServices,
): Promise<z.input<typeof RematchDemands.output>> {
  let sent = 0;
  for (let page = 0; page < PAGES && sent < MOST_SENT; page++) {
    const matched = await rematchPage(services);
    if (!matched) return { on, sent, done: true };
    sent += matched.sent;
  }
  return { on, sent, done: false };
}

export const handler = task(RematchDemands, rematchDemands, servicesWithLists);
