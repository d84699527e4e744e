import { countsOf, DESK_COUNTS, type QueueCounts } from './desk-counts.ts';
import type { DeskTaskSummary } from './desk-task.ts';

/** One counter of the desk that is not what its tasks come to. */
export interface DeskDifference {
  /** As `tax/listing-certificate/open`. */
  readonly counter: string;
  readonly stated: number;
  readonly recounted: number;
}

/** Counts tasks anew, each by the rule by which every write moves the counters. */
export class DeskRecount {
  private readonly found = new Map<string, number>();
  tasks = 0;

  take(task: DeskTaskSummary): void {
    this.tasks++;
    for (const count of countsOf(task)) {
      const counter = nameOf(task, count);
      this.found.set(counter, (this.found.get(counter) ?? 0) + 1);
    }
  }

  /** Every counter of a reply of GET /v1/desk/counts held against the tasks. */
  differences(stated: readonly QueueCounts[]): DeskDifference[] {
    const told = new Map(
      stated.flatMap((queue) =>
        DESK_COUNTS.map((count): [string, number] => [nameOf(queue, count), queue[count]]),
      ),
    );
    return [...new Set([...told.keys(), ...this.found.keys()])]
      .map((counter) => ({
        counter,
        stated: told.get(counter) ?? 0,
        recounted: this.found.get(counter) ?? 0,
      }))
      .filter((one) => one.stated !== one.recounted)
      .sort((a, b) => (a.counter < b.counter ? -1 : 1));
  }
}

function nameOf({ departmentId, workflow }: Pick<QueueCounts, 'departmentId' | 'workflow'>, count: string) {
  return `${departmentId}/${workflow}/${count}`;
}
