import type { JsonValue } from '../../json.ts';
import type { MapState } from '../definition/machine.ts';
import { evaluate } from '../engine/evaluation.ts';
import type { Thread } from '../engine/execution.ts';
import type { Turn } from '../engine/turn.ts';
import { maximumPayloadBytes } from '../payload.ts';
import { countOf } from './map-fields.ts';

export interface Batches {
  /** The input of every child. */
  readonly inputs: readonly JsonValue[];
  /** How many items each carries; undefined without ItemBatcher. */
  readonly sizes?: readonly number[];
}

/** Source: developer guide, "ItemBatcher (Map)": `{BatchInput, Items}` per child. */
export async function batchItems(
  turn: Turn,
  thread: Thread,
  { ItemBatcher }: MapState,
  items: readonly JsonValue[],
): Promise<Batches> {
  if (ItemBatcher === undefined) return { inputs: items };
  const place = 'ItemBatcher/';
  const most = await countOf(turn, thread, ItemBatcher.MaxItemsPerBatch, `${place}MaxItemsPerBatch`);
  const bytes = await countOf(
    turn,
    thread,
    ItemBatcher.MaxInputBytesPerBatch,
    `${place}MaxInputBytesPerBatch`,
  );
  const head =
    ItemBatcher.BatchInput === undefined
      ? {}
      : { BatchInput: await evaluate(turn, thread, ItemBatcher.BatchInput, `${place}BatchInput`) };
  const overhead = Buffer.byteLength(JSON.stringify({ ...head, Items: [] }));
  const groups = group(
    items,
    most || Infinity,
    Math.min(bytes || maximumPayloadBytes, maximumPayloadBytes) - overhead,
  );
  return { inputs: groups.map((Items) => ({ ...head, Items })), sizes: groups.map(({ length }) => length) };
}

/** Fills one batch after the other; an item that is too large alone stands alone. */
function group(items: readonly JsonValue[], mostItems: number, mostBytes: number): readonly JsonValue[][] {
  const groups: JsonValue[][] = [];
  let bytes = 0;
  for (const item of items) {
    const size = Buffer.byteLength(JSON.stringify(item)) + 1;
    const current = groups.at(-1);
    if (current === undefined || current.length >= mostItems || bytes + size > mostBytes) {
      groups.push([item]);
      bytes = size;
    } else {
      current.push(item);
      bytes += size;
    }
  }
  return groups;
}
