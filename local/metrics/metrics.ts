import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { RequestHandler } from '../gateway/index.ts';
import { readEmbeddedMetrics } from './embedded-metrics.ts';

/** A metric over a span of time. */
interface MetricStatistics {
  readonly namespace: string;
  readonly name: string;
  readonly unit: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly count: number;
  readonly sum: number;
  readonly minimum: number;
  readonly maximum: number;
}

interface MetricQuery {
  readonly namespace?: string;
  readonly name?: string;
  /** Milliseconds since the epoch; only values from then on. */
  readonly sinceMs?: number;
}

/** The metrics that functions log, in the place of CloudWatch. */
export interface Metrics {
  /** Takes a function's output as it comes, in pieces of any size. */
  write(functionName: string, text: string): void;
  query(query?: MetricQuery): readonly MetricStatistics[];
  /** `/local/metrics?namespace=...&name=...&since=<ISO 8601>` */
  readonly page: RequestHandler;
  close(): void;
}

/** A metric that is lost in a power cut is no harm: the file is not synced. */
const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = OFF;
  CREATE TABLE IF NOT EXISTS metric (
    atMs REAL NOT NULL, namespace TEXT NOT NULL, name TEXT NOT NULL, unit TEXT NOT NULL,
    dimensions TEXT NOT NULL, value REAL NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS time ON metric (atMs);`;

/** The longest line that is kept while its end has not come; a longer one is no metric. */
const LONGEST_LINE = 1024 * 1024;

/** @param file path of the SQLite file, or ':memory:' */
export function openMetrics(file: string): Metrics {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(file);
  db.exec(SCHEMA);
  const insert = db.prepare('INSERT INTO metric VALUES (?, ?, ?, ?, ?, ?)');
  const select = db.prepare(`
    SELECT namespace, name, unit, dimensions, count(*) AS count, sum(value) AS sum, min(value) AS minimum, max(value) AS maximum
    FROM metric WHERE atMs >= ?1 AND (?2 IS NULL OR namespace = ?2) AND (?3 IS NULL OR name = ?3)
    GROUP BY namespace, name, unit, dimensions ORDER BY namespace, name, dimensions`);
  const unfinished = new Map<string, string>();

  const query = ({ namespace, name, sinceMs = 0 }: MetricQuery = {}) =>
    select.all(sinceMs, namespace ?? null, name ?? null).map(
      (row): MetricStatistics => ({
        namespace: String(row.namespace),
        name: String(row.name),
        unit: String(row.unit),
        dimensions: JSON.parse(String(row.dimensions)),
        count: Number(row.count),
        sum: Number(row.sum),
        minimum: Number(row.minimum),
        maximum: Number(row.maximum),
      }),
    );

  return {
    write(functionName, text) {
      const lines = ((unfinished.get(functionName) ?? '') + text).split('\n');
      const rest = lines.pop() ?? '';
      unfinished.set(functionName, rest.length > LONGEST_LINE ? '' : rest);
      for (const metric of lines.flatMap(readEmbeddedMetrics)) {
        const { atMs, namespace, name, unit, dimensions, value } = metric;
        insert.run(atMs, namespace, name, unit, JSON.stringify(dimensions), value);
      }
    },
    query,
    page(request, response) {
      const parameters = new URL(request.url ?? '/', 'http://localhost').searchParams;
      const [namespace, name, since] = ['namespace', 'name', 'since'].map(
        (key) => parameters.get(key) ?? undefined,
      );
      const sinceMs = since === undefined ? 0 : Date.parse(since);
      const valid = !Number.isNaN(sinceMs);
      const body = valid
        ? query({
            sinceMs,
            ...(namespace !== undefined && { namespace }),
            ...(name !== undefined && { name }),
          })
        : { message: 'since is an instant in ISO 8601' };
      response.writeHead(valid ? 200 : 400, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    },
    close: () => db.close(),
  };
}
