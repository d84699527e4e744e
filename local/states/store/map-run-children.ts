import type { DatabaseSync } from 'node:sqlite';

/** A child execution of a map run. */
export interface MapRunChild {
  readonly id: number;
  readonly status: string;
  readonly itemIndex: number;
}

export function childrenOfMapRun(database: DatabaseSync, mapRun: number): readonly MapRunChild[] {
  const rows = database
    .prepare(
      "SELECT id, status, json_extract(details, '$.itemIndex') AS item FROM executions WHERE map_run = ?",
    )
    .all(mapRun);
  return rows.map(({ id, status, item }) => ({
    id: Number(id),
    status: String(status),
    itemIndex: Number(item),
  }));
}
