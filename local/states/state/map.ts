import type { MapState } from '../definition/machine.ts';
import type { Thread } from '../engine/execution.ts';
import { startFork } from '../engine/fork.ts';
import { startMapRun } from '../engine/map-run.ts';
import type { Turn } from '../engine/turn.ts';
import { Payload } from '../payload.ts';
import { countOf, inputsOf, itemsOf, listed, toleratedFailures } from './map-fields.ts';

/** The items, each with the input its iteration gets. */
export async function enterMap(turn: Turn, thread: Thread, state: MapState): Promise<void> {
  if (state.ItemProcessor.ProcessorConfig?.Mode === 'DISTRIBUTED') return startMapRun(turn, thread, state);
  const items = await itemsOf(turn, thread, state);
  const concurrency = await countOf(turn, thread, state.MaxConcurrency, 'MaxConcurrency');
  const tolerated = await toleratedFailures(turn, thread, state, items.length);
  thread.items = items;
  thread.parameters =
    state.ItemSelector === undefined
      ? undefined
      : Payload.ofValue(await inputsOf(turn, thread, state.ItemSelector, listed(items).context));
  turn.dataChanged(thread);
  startFork(turn, thread, {
    total: items.length,
    concurrency: concurrency === undefined || concurrency === 0 ? items.length : concurrency,
    ...(tolerated !== undefined && { tolerated }),
  });
}
