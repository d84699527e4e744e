import type { JsonObject, JsonValue } from '../../json.ts';
import { isJsonObject } from '../../json.ts';
import type { ItemReader, MapState, ReaderConfig } from '../definition/machine.ts';
import { evaluate } from '../engine/evaluation.ts';
import type { Thread } from '../engine/execution.ts';
import { StateError } from '../engine/state-error.ts';
import type { Turn } from '../engine/turn.ts';
import { parseItems } from './item-formats.ts';
import { countOf, itemsOrEntries, listed, type MapItems } from './map-fields.ts';

/** Where a distributed Map can read its items from. */
export const readerResource = 'arn:aws:states:::s3:getObject';

/** The items of a distributed Map: of its reader, or else Items or the state's input. */
export async function readItems(turn: Turn, thread: Thread, state: MapState): Promise<MapItems> {
  const { ItemReader: reader } = state;
  if (reader === undefined) return itemsOrEntries(turn, thread, state);
  const items = parse(await readObject(turn, thread, reader), reader.ReaderConfig);
  const most = await countOf(turn, thread, reader.ReaderConfig?.MaxItems, 'ItemReader/ReaderConfig/MaxItems');
  return listed(most === undefined || most === 0 ? items : items.slice(0, most));
}

async function readObject(turn: Turn, thread: Thread, reader: ItemReader): Promise<string> {
  if (reader.Resource !== readerResource)
    throw failed(`The reader ${reader.Resource} is not supported by this runtime`);
  const input = await evaluate(turn, thread, reader.Arguments ?? {}, 'ItemReader/Arguments');
  try {
    const answer = (await turn.engine.call({
      caller: { kind: 'role', roleArn: turn.execution.roleArn },
      service: 's3',
      action: 's3:GetObject',
      target: 'GetObject',
      input,
    })) as JsonValue;
    return bodyOf(answer);
  } catch (error) {
    throw failed(error instanceof Error ? error.message : String(error));
  }
}

function bodyOf(answer: JsonValue): string {
  const { Body } = isJsonObject(answer) ? answer : ({} as JsonObject);
  if (typeof Body !== 'string') throw new Error('The object has no text');
  return Body;
}

function parse(text: string, config: ReaderConfig | undefined): readonly JsonValue[] {
  try {
    return parseItems(text, config ?? {});
  } catch (error) {
    throw failed(error instanceof Error ? error.message : String(error));
  }
}

function failed(cause: string): StateError {
  return new StateError('States.ItemReaderFailed', cause);
}
