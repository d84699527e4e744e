import { countsOf, DESK_COUNTS, type HeldCount, heldBy, type QueueCounts } from './desk-counts.ts';
import type { DeskTaskSummary } from './desk-task.ts';

/** One counter of the desk that is not what its tasks come to. */
export interface DeskDifference {
  /** As `tax/listing-certificate/open`, `tax/held by ben` or `2027/moved due dates`. */
  readonly counter: string;
  readonly stated: number;
  readonly recounted: number;
}

/** What the platform says of its counters. */
export interface StatedCounters {
  readonly queues: readonly QueueCounts[];
  /** By department. */
  readonly held: ReadonlyMap<string, readonly HeldCount[]>;
  /** Due dates that the calendar of a year moved. */
  readonly moved: ReadonlyMap<number, number>;
}

/** Counts tasks anew, each by the rule by which every write moves the counters. */
export class DeskRecount {
  readonly #found = new Map<string, number>();
  tasks = 0;

  take(task: DeskTaskSummary): void {
    this.tasks++;
    for (const count of countsOf(task)) this.#add(queueCounter(task, count));
    const holder = heldBy(task);
    if (holder !== undefined) this.#add(heldCounter(task.departmentId, holder));
  }

  /** A due date in the list of those that the calendar of a year moved. */
  takeMoved(year: number): void {
    this.#add(movedCounter(year));
  }

  /** Every counter of the desk held against what was taken. */
  differences(counters: StatedCounters): DeskDifference[] {
    const stated = byName(counters);
    return [...new Set([...stated.keys(), ...this.#found.keys()])]
      .map((counter) => ({
        counter,
        stated: stated.get(counter) ?? 0,
        recounted: this.#found.get(counter) ?? 0,
      }))
      .filter((one) => one.stated !== one.recounted)
      .sort((a, b) => (a.counter < b.counter ? -1 : 1));
  }

  #add(counter: string): void {
    this.#found.set(counter, (this.#found.get(counter) ?? 0) + 1);
  }
}

function byName({ queues, held, moved }: StatedCounters): Map<string, number> {
  return new Map([
    ...queues.flatMap((queue) =>
      DESK_COUNTS.map((count): [string, number] => [queueCounter(queue, count), queue[count]]),
    ),
    ...[...held].flatMap(([departmentId, counts]) =>
      counts.map((one): [string, number] => [heldCounter(departmentId, one.personId), one.open]),
    ),
    ...[...moved].map(([year, total]): [string, number] => [movedCounter(year), total]),
  ]);
}

type Queue = Pick<QueueCounts, 'departmentId' | 'workflow'>;
const queueCounter = ({ departmentId, workflow }: Queue, count: string) =>
  `${departmentId}/${workflow}/${count}`;
const heldCounter = (departmentId: string, personId: string) => `${departmentId}/held by ${personId}`;
const movedCounter = (year: number) => `${year}/moved due dates`;
