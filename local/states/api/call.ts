import type { Authorize, Caller } from '../../service.ts';
import type { Engine } from '../engine/engine.ts';
import type { Fields } from './fields.ts';

/** What a call of the API works with. */
export interface CallContext {
  readonly engine: Engine;
  readonly caller: Caller;
  /** Throws AccessDeniedException when the caller may not do `states:<action>` on the resource. */
  readonly authorize: (action: string, resource: string) => void;
}

/** A call of the API: the members of the answer. A string is JSON text already. */
export type ApiCall = (context: CallContext, fields: Fields) => Promise<object | string> | object | string;

export function contextOf(engine: Engine, caller: Caller, authorize: Authorize): CallContext {
  return {
    engine,
    caller,
    authorize: (action, resource) => authorize(caller, `states:${action}`, resource),
  };
}

/** An instant as the JSON protocol writes it: seconds since the epoch. */
export function epochSeconds(ms: number): number {
  return ms / 1000;
}
