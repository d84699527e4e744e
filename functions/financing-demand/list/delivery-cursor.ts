import { decodeCursor, encodeCursor, unknownCursor } from '../../shared/store/cursor.ts';
import type { DeliveryPlace } from './deliveries.ts';

const nameOf = (institutionId: string) => `deliveries#${institutionId}`;

/** The cursor of a place, of use to its own institution alone. */
export function encodePlace(institutionId: string, { listNumber, chunk, position }: DeliveryPlace): string {
  return encodeCursor(nameOf(institutionId), `${listNumber}.${chunk}.${position}`);
}

/** @throws RefusedError 400 where it is none of ours or of another institution */
export function decodePlace(institutionId: string, cursor: string): DeliveryPlace {
  const place = /^([1-9]\d{0,7})\.([1-9]\d{0,4})\.(\d{1,8})$/.exec(
    decodeCursor(nameOf(institutionId), cursor),
  );
  if (!place) throw unknownCursor();
  const [listNumber = 0, chunk = 0, position = 0] = place.slice(1).map(Number);
  return { listNumber, chunk, position };
}
