import type { Clock } from '../clock.ts';
import type { Authorize, FunctionInvoker, Service } from '../service.ts';
import { handle } from './api/handle.ts';
import { startChild } from './api/start-child.ts';
import { deployMachines, type StateMachineSpec } from './deploy.ts';
import { Engine, type Log } from './engine/engine.ts';
import type { CallService } from './engine/engine-context.ts';
import { Machines } from './registry/machines.ts';
import { Documents } from './registry/registry.ts';
import { Store } from './store/store.ts';

export { supportedCalls } from './api/calls.ts';
export type { StateMachineSpec } from './deploy.ts';
export type { CallService, ServiceCall } from './engine/engine-context.ts';

export interface StatesOptions {
  /** Path of the store, or `:memory:`. */
  readonly file: string;
  readonly clock: Clock;
  readonly invoker: FunctionInvoker;
  /** How tasks call the other emulated services. */
  readonly call: CallService;
  readonly authorize: Authorize;
  readonly accountId: string;
  readonly region: string;
  readonly partition: string;
  readonly log: Log;
}

/** Step Functions on one machine: the API as a service, and what the runtime does at its start and end. */
export interface States extends Service {
  /** Registers the machines of the template; may be repeated. Running executions keep the definition they started with. */
  deploy(machines: readonly StateMachineSpec[]): Promise<void>;
  /** Continues every unfinished execution; to be called after deploy, once the other services answer. */
  resume(): Promise<void>;
  close(): Promise<void>;
  readonly engine: Engine;
}

/** @throws StoreOpenError when the store is damaged or in use */
export async function createStates(options: StatesOptions): Promise<States> {
  const { file, ...rest } = options;
  let onCommit = (): void => {};
  const store = Store.open(file, () => onCommit());
  const machines = new Machines(new Documents(store.database));
  const engine = new Engine({ ...rest, store, machines, startChild });
  onCommit = () => engine.timers.rearm();
  return {
    signingName: 'states',
    engine,
    handle: (request) => handle(engine, options.authorize, request),
    deploy: async (specs) => deployMachines(engine, specs),
    resume: () => engine.resume(),
    close: async () => engine.close(),
  };
}
