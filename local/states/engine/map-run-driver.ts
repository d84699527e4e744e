import { randomUUID } from 'node:crypto';
import type { JsonValue } from '../../json.ts';
import { Payload } from '../payload.ts';
import type { MapRunRecord } from '../registry/map-run-record.ts';
import { childrenOfMapRun, type MapRunChild } from '../store/map-run-children.ts';
import type { Engine } from './engine.ts';
import type { Execution, Outcome } from './execution.ts';
import { detailsOf, readOutcome } from './load-execution.ts';
import { finishMapRun } from './map-run.ts';

/** MaxConcurrency 0 means 10,000 on AWS; one machine starts fewer at a time. */
const mostAtOnce = 1000;

/** Starts the children of map runs, counts them and finds out when a run is over. All it knows can be counted again. */
export class MapRunDriver {
  readonly #engine: Engine;
  readonly #active = new Map<number, Progress>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Takes the run up as it stands in the store. */
  drive(number: number): void {
    const run = this.#engine.machines.mapRun(number);
    if (run?.status !== 'RUNNING' || this.#active.has(number)) return;
    const inputs = this.#engine.loaded(run.execution)?.threads.get(run.thread)?.items ?? [];
    const progress = new Progress(run, inputs, childrenOfMapRun(this.#engine.store.database, number));
    this.#active.set(number, progress);
    this.#goOn(number, progress);
  }

  /** Takes up again the children of a run that did not succeed, then the run itself. */
  async redrive(number: number): Promise<void> {
    for (const child of childrenOfMapRun(this.#engine.store.database, number)) {
      if (child.status !== 'SUCCEEDED') await this.#engine.deliver(child.id, { kind: 'redrive' });
    }
    this.drive(number);
  }

  childEnded({ row, details }: Execution): void {
    const progress = row.mapRun === null ? undefined : this.#active.get(row.mapRun);
    if (progress === undefined || row.mapRun === null) return;
    progress.ended(details.itemIndex ?? 0, row.status);
    this.#goOn(row.mapRun, progress);
  }

  abandon(number: number): void {
    this.#active.delete(number);
    for (const child of childrenOfMapRun(this.#engine.store.database, number)) {
      if (child.status === 'RUNNING') this.#engine.abandonChild(child.id);
    }
  }

  /** The children's outputs by index; a child that did not succeed leaves its status, error and cause (measured). */
  outputs(number: number): readonly (string | undefined)[] {
    const outputs: (string | undefined)[] = [];
    for (const child of childrenOfMapRun(this.#engine.store.database, number)) {
      const row = this.#engine.store.execution(child.id);
      const outcome = row === undefined ? undefined : readOutcome(this.#engine, row);
      const index = row === undefined ? 0 : (detailsOf(row).itemIndex ?? 0);
      if (outcome !== undefined) outputs[index] = resultOf(outcome);
    }
    return outputs;
  }

  #goOn(number: number, progress: Progress): void {
    const run = this.#engine.machines.mapRun(number);
    if (run === undefined || !this.#active.has(number)) return;
    const isExceeded = progress.isExceeded(run);
    if (isExceeded || progress.isComplete) {
      this.#active.delete(number);
      this.#engine.transition(run.execution, (turn) => finishMapRun(turn, run, isExceeded));
      return;
    }
    const room = Math.min(run.maxConcurrency || mostAtOnce, mostAtOnce) - progress.running;
    for (const index of progress.takeNext(room)) this.#startChild(run, index, progress.inputs[index] ?? null);
  }

  #startChild(run: MapRunRecord, itemIndex: number, input: JsonValue): void {
    const machine = this.#engine.machines.machines.get(this.#engine.machines.arnOf(run.machine));
    const parent = this.#engine.store.execution(run.execution);
    if (machine === undefined || parent === undefined) return;
    this.#engine.startUntilStored({
      machine,
      revision: parent.revision,
      name: randomUUID(),
      input: Payload.ofValue(input),
      details: { mapRunArn: run.arn, itemIndex },
      mapRun: run.number,
    });
  }
}

function resultOf(outcome: Outcome): string {
  if (outcome.status === 'SUCCEEDED') return outcome.output.text;
  const { status, error, cause } = outcome;
  return JSON.stringify({ Status: status, Error: error, Cause: cause });
}

/** How far a run has come. */
class Progress {
  readonly #total: number;
  readonly #itemCounts: readonly number[] | undefined;
  readonly #started = new Set<number>();
  readonly #ended = new Set<number>();
  readonly inputs: readonly JsonValue[];
  #next = 0;
  #failedItems = 0;

  constructor(run: MapRunRecord, inputs: readonly JsonValue[], children: readonly MapRunChild[]) {
    this.inputs = inputs;
    this.#total = run.childCount;
    this.#itemCounts = run.itemCounts;
    for (const { itemIndex, status } of children) {
      this.#started.add(itemIndex);
      if (status !== 'RUNNING') this.ended(itemIndex, status);
    }
  }

  get running(): number {
    return this.#started.size - this.#ended.size;
  }

  get isComplete(): boolean {
    return this.#ended.size === this.#total;
  }

  ended(index: number, status: string): void {
    // The end of a child may be read from the store and be told as well.
    if (this.#ended.has(index)) return;
    this.#ended.add(index);
    if (status !== 'SUCCEEDED') this.#failedItems += this.#itemCounts?.[index] ?? 1;
  }

  /** Source: developer guide, "Setting failure thresholds for Distributed Map states". */
  isExceeded({ toleratedFailureCount, toleratedFailurePercentage, itemCount }: MapRunRecord): boolean {
    if (this.#failedItems === 0) return false;
    const overCount = this.#failedItems > toleratedFailureCount;
    const overPercentage = (this.#failedItems * 100) / Math.max(1, itemCount) > toleratedFailurePercentage;
    if (toleratedFailureCount > 0 && toleratedFailurePercentage > 0) return overCount || overPercentage;
    return toleratedFailurePercentage > 0 ? overPercentage : overCount;
  }

  /** Indexes of up to `room` children that have not been started. */
  takeNext(room: number): readonly number[] {
    const taken: number[] = [];
    while (taken.length < room && this.#next < this.#total) {
      const index = this.#next++;
      if (this.#started.has(index)) continue;
      this.#started.add(index);
      taken.push(index);
    }
    return taken;
  }
}
