import type { Execution } from './execution.ts';
import { chooseCatcher } from './retry-policy.ts';

/** An event of a history, as it is written. */
export type Event = Readonly<Record<string, Readonly<Record<string, string>>>> & { readonly type: string };

/** Which catcher took the error, or which retrier will try again after how long. */
export interface ErrorDetails {
  readonly catchIndex?: number;
  readonly retryIndex?: number;
  readonly retryBackoffIntervalSeconds?: number;
}

/** What the call got and gave. */
export function argumentsAndResult(events: readonly Event[]): { afterArguments?: string; result?: string } {
  const last = (texts: readonly (string | undefined)[]) => texts.filter((text) => text !== undefined).at(-1);
  const afterArguments = last(
    events.map(
      (event) =>
        event.taskScheduledEventDetails?.parameters ?? event.lambdaFunctionScheduledEventDetails?.input,
    ),
  );
  const result = last(
    events.map(
      (event) => event.taskSucceededEventDetails?.output ?? event.lambdaFunctionSucceededEventDetails?.output,
    ),
  );
  return { ...(afterArguments !== undefined && { afterArguments }), ...(result !== undefined && { result }) };
}

export function retryOf({ threads, row }: Execution): { errorDetails?: ErrorDetails } {
  const main = threads.get(0);
  if (main?.phase.kind !== 'backoff') return {};
  const retryIndex = main.retries.findIndex((count) => count > 0);
  const retryBackoffIntervalSeconds = Math.round((main.phase.until - row.startedAt) / 1000);
  return { errorDetails: { retryIndex, retryBackoffIntervalSeconds } };
}

export function catchOf(
  { graph }: Execution,
  { error }: { readonly error?: string | undefined },
): { errorDetails?: ErrorDetails } {
  const state = graph.States[graph.StartAt];
  const catchers = state !== undefined && 'Catch' in state ? (state.Catch ?? []) : [];
  const chosen = chooseCatcher(catchers, error);
  return chosen === undefined ? {} : { errorDetails: { catchIndex: chosen.index } };
}
