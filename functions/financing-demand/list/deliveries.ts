import { DemandDetail } from '../../../workflows/financing-demand/contract.ts';
import type { Institution } from '../../../workflows/financing-demand/institution.ts';
import type { Delivery, ListItem } from '../../../workflows/financing-demand/list/contract.ts';
import { demandSeen } from '../../../workflows/financing-demand/rules/demand-seen.ts';
import type { ListChunk } from '../store/list-store.ts';
import type { ServicesWithLists } from '../store/services-with-lists.ts';

/** A place in an institution's lists: everything up to and with this item was delivered. */
export interface DeliveryPlace {
  readonly listNumber: number;
  /** The chunk it lies in, so that nothing before it is read again. */
  readonly chunk: number;
  readonly position: number;
}

/** Before the first list. */
export const START: DeliveryPlace = { listNumber: 1, chunk: 1, position: 0 };

export interface Deliveries {
  readonly items: readonly Delivery[];
  /** Where to go on: after the last item, or where one began. */
  readonly next: DeliveryPlace;
}

type DeliveryServices = Pick<ServicesWithLists, 'lists' | 'cases' | 'now'>;

/**
 * What an institution is delivered after a place, in the order of its lists, each demand as the consent lets it be seen at this moment.
 * Push, pull and the workbook of a list read through this and nothing else, so that what one shows the other shows.
 */
export async function deliveriesAfter(
  institution: Institution,
  after: DeliveryPlace,
  limit: number,
  services: DeliveryServices,
): Promise<Deliveries> {
  const placed = await itemsAfter(institution.institutionId, after, limit, services);
  const items = await seenNow(institution, placed, services);
  return { items, next: placed.at(-1)?.place ?? after };
}

interface PlacedItem {
  readonly place: DeliveryPlace;
  readonly item: ListItem;
}

/** All of them belong to sealed lists. */
async function itemsAfter(
  institutionId: string,
  after: DeliveryPlace,
  limit: number,
  { lists }: Pick<DeliveryServices, 'lists'>,
): Promise<PlacedItem[]> {
  const { number: last } = await lists.head(institutionId);
  const found: PlacedItem[] = [];
  let from = { number: after.listNumber, chunk: after.chunk };
  while (found.length < limit) {
    const chunks = await lists.chunks(institutionId, from, last, limit);
    const latest = chunks.at(-1);
    if (latest === undefined) break;
    found.push(...chunks.flatMap(placedItems).filter(({ place }) => isAfter(place, after)));
    from = { number: latest.number, chunk: latest.chunk + 1 };
  }
  return found.slice(0, limit);
}

function placedItems({ number, chunk, firstPosition, items }: ListChunk): PlacedItem[] {
  return items.map((item, index) => ({
    place: { listNumber: number, chunk, position: firstPosition + index },
    item,
  }));
}

const isAfter = (place: DeliveryPlace, after: DeliveryPlace) =>
  place.listNumber > after.listNumber ||
  (place.listNumber === after.listNumber && place.position > after.position);

async function seenNow(
  institution: Institution,
  placed: readonly PlacedItem[],
  { cases, now }: Pick<DeliveryServices, 'cases' | 'now'>,
): Promise<Delivery[]> {
  const details = await cases.readDetails(placed.map(({ item }) => item.demandId));
  const at = now();
  return placed.map(({ place: { listNumber, position }, item }) => {
    const detail = DemandDetail.parse(details.get(item.demandId));
    const demand = demandSeen({ demandId: item.demandId, detail }, institution, at);
    return { listNumber, position, ...item, ...(demand && { demand }) };
  });
}
