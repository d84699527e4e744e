import type { MapState } from '../definition/machine.ts';
import { executing } from './evaluation.ts';
import type { Thread } from './execution.ts';
import { StateError } from './state-error.ts';
import type { Turn } from './turn.ts';

export async function startMapRun(_turn: Turn, thread: Thread, _state: MapState): Promise<void> {
  throw new StateError(
    'States.Runtime',
    `${executing(thread)} A distributed Map is not supported by this runtime yet.`,
  );
}

export function abortMapRun(_turn: Turn, _mapRun: number): void {}
