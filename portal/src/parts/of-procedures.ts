import { type ComponentType, lazy } from 'react';
import { type Loaded, PROCEDURES, type ProcedurePages } from '../procedures.ts';

/** A component of every procedure that has one, by the name of its workflow; loaded when it is first shown. */
export function ofProcedures<Props extends object>(
  loadedOf: (pages: ProcedurePages) => Loaded<Props> | undefined,
): Readonly<Record<string, ComponentType<Props>>> {
  return Object.fromEntries(
    Object.entries(PROCEDURES).flatMap(([workflow, pages]) => {
      const loaded = loadedOf(pages);
      return loaded ? [[workflow, lazy(async () => ({ default: (await loaded()).Component }))]] : [];
    }),
  );
}
