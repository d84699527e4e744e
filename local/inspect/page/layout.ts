import type { JsonObject } from '../../json.ts';
import type { StateGraph } from '../../states/definition/machine.ts';
import { transitionsOf } from '../../states/definition/transitions.ts';

/** A state in the drawing: `row` counts steps from the start, `column` the states of the same row. */
export interface PlacedState {
  readonly name: string;
  readonly type: string;
  readonly row: number;
  readonly column: number;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  /** By a Catch. */
  readonly isCatch: boolean;
}

export interface Layout {
  readonly states: readonly PlacedState[];
  readonly edges: readonly Edge[];
  readonly rows: number;
  readonly columns: number;
}

/** Rows by the fewest steps from StartAt, columns in the order of discovery. */
export function layOut(graph: StateGraph): Layout {
  const states = graph.States as unknown as JsonObject;
  const rowOf = new Map([[graph.StartAt, 0]]);
  const edges: Edge[] = [];
  for (const [name, row] of rowOf) {
    for (const { target, field } of transitionsOf(states[name])) {
      edges.push({ from: name, to: target, isCatch: field.startsWith('Catch') });
      if (!rowOf.has(target)) rowOf.set(target, row + 1);
    }
  }
  const filled: number[] = [];
  const placed = [...rowOf].map(([name, row]): PlacedState => {
    const column = filled[row] ?? 0;
    filled[row] = column + 1;
    return { name, type: graph.States[name]?.Type ?? '', row, column };
  });
  return { states: placed, edges, rows: filled.length, columns: Math.max(...filled) };
}
