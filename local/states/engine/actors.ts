import type { Store } from '../store/store.ts';
import { Actor } from './actor.ts';
import type { EngineContext } from './engine-context.ts';
import type { Execution } from './execution.ts';
import type { Reception, Stimulus } from './stimulus.ts';

/** Executions at rest that are kept in memory because more may come for them soon. */
const idleActorsKept = 256;

/** The executions in memory. One that waits costs disk only: beyond a few hundred, those at rest longest are forgotten. */
export class Actors {
  readonly #byId = new Map<number, Actor>();
  /** In the order in which they came to rest. */
  readonly #idle = new Map<number, Actor>();
  readonly #engine: EngineContext;
  readonly #store: Store;
  readonly #load: (id: number) => Execution | undefined;

  constructor(engine: EngineContext, store: Store, load: (id: number) => Execution | undefined) {
    this.#engine = engine;
    this.#store = store;
    this.#load = load;
  }

  begin(execution: Execution): Promise<Reception> {
    const actor = this.#actor(execution.row.id);
    actor.execution = execution;
    return actor.deliver({ kind: 'begin' });
  }

  deliver(id: number, stimulus: Stimulus): Promise<Reception> {
    this.#idle.delete(id);
    return this.#actor(id).deliver(stimulus);
  }

  /** The execution as it stands in memory, if it is there. */
  inMemory(id: number): Execution | undefined {
    return this.#byId.get(id)?.execution;
  }

  #actor(id: number): Actor {
    const found = this.#byId.get(id);
    if (found !== undefined) return found;
    const made = new Actor(id, this.#engine, this.#store, this.#load, (actor) => this.#rest(actor));
    this.#byId.set(id, made);
    return made;
  }

  #rest(actor: Actor): void {
    const { execution } = actor;
    if (execution === undefined || execution.outcome !== undefined) {
      this.#byId.delete(actor.id);
      return;
    }
    this.#idle.set(actor.id, actor);
    if (this.#idle.size <= idleActorsKept) return;
    for (const [id, oldest] of this.#idle) {
      this.#idle.delete(id);
      if (oldest.execution?.isVolatile) continue;
      this.#byId.delete(id);
      break;
    }
  }
}
