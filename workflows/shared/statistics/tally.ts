import type { Counted, CountedFor } from './counted.ts';

/** Counters of one month: of a procedure, or of a department in it. */
export interface CounterSet extends CountedFor {
  readonly month: string;
  readonly counters: ReadonlyMap<string, number>;
}

type Home = CountedFor & { readonly month: string };

/** Sums counters: what the shards hold, or what the entries of an audit come to. */
export class Tally {
  private readonly homes = new Map<string, { home: Home; counters: Map<string, number> }>();

  count({ counters, ...home }: Counted): void {
    for (const counter of counters) this.add(home, counter, 1);
  }

  add({ month, workflow, departmentId }: Home, counter: string, by: number): void {
    const home = { month, workflow, ...(departmentId !== undefined && { departmentId }) };
    const key = [month, workflow, departmentId ?? ''].join('\n');
    const kept = this.homes.get(key) ?? { home, counters: new Map<string, number>() };
    kept.counters.set(counter, (kept.counters.get(counter) ?? 0) + by);
    this.homes.set(key, kept);
  }

  /** Ordered by month, procedure and department. */
  sets(): CounterSet[] {
    return [...this.homes]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { home, counters }]) => ({ ...home, counters }));
  }
}
