import { institutionIn } from '../../../workflows/financing-demand/rules/financing-rules.ts';
import { deliveriesAfter } from '../list/deliveries.ts';
import { encodePlace } from '../list/delivery-cursor.ts';
import type { ServicesWithLists } from '../store/services-with-lists.ts';
import type { DeliverableLists } from './deliverable-lists.ts';

/** Rows of one message; a longer list goes on by pull from the cursor that the message names. */
const MOST_ROWS = 200;

/** The lists as push sends them: the very rows that pull shows at this moment. */
export function demandLists(
  services: Pick<ServicesWithLists, 'lists' | 'cases' | 'now' | 'financingRules'>,
  mostRows = MOST_ROWS,
): DeliverableLists {
  return {
    async read(institutionId, number) {
      const list = await services.lists.list(institutionId, number);
      const institution = institutionIn(services.financingRules(services.now()).directory, institutionId);
      if (!list || !institution) return undefined;
      const start = { listNumber: number, chunk: 1, position: 0 };
      const { items } = await deliveriesAfter(institution, start, mostRows, services);
      const rows = items.filter(({ listNumber }) => listNumber === number);
      const { previousHash, hash, createdAt, itemCount } = list;
      const last = rows.at(-1);
      const more =
        rows.length < itemCount && last
          ? { after: encodePlace(institutionId, { listNumber: number, chunk: 1, position: last.position }) }
          : {};
      return { createdAt, data: { number, previousHash, hash, itemCount, items: rows, ...more } };
    },
  };
}
