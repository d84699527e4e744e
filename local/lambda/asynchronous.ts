import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { FunctionResult } from '../service.ts';
import type { AcceptedEvent, EventStore } from './event-store.ts';
import type { FoundFunction, Lambda } from './lambda.ts';

/** Sends a text to a queue, function or bus by its ARN, with the function's role as caller. */
export type SendTo = (destinationArn: string, body: string, roleArn: string) => Promise<void>;

export interface AsynchronousOptions {
  readonly lambda: Pick<Lambda, 'find' | 'run'>;
  readonly store: EventStore;
  readonly clock: Clock;
  readonly send: SendTo;
  readonly log: (line: string) => void;
}

/** Asynchronous invocations: accepted on disk, run soon, tried again, handed to a destination when they end. */
export interface Asynchronous {
  /** Returns when the event is on disk. */
  accept(functionName: string, payload: string): { readonly id: string };
  /** Goes on with the events that an earlier run had accepted. */
  resume(): void;
  close(): void;
}

/** One minute before the first retry, two before the second (developer guide, "Retries with asynchronous invocation"). */
const RETRY_DELAYS_MS = [60_000, 120_000];
/** An event that finds no room is tried again after 1 second to 5 minutes, whatever the number of retries. */
const LONGEST_THROTTLE_DELAY_MS = 300_000;

/** Opens the queue of asynchronous invocations. */
export function createAsynchronous(options: AsynchronousOptions): Asynchronous {
  const { lambda, store, clock, send, log } = options;
  const timers = new Map<string, () => void>();
  let closed = false;

  const schedule = (event: AcceptedEvent) => {
    store.put(event);
    const cancel = clock.at(event.dueAtMs, () => {
      timers.delete(event.id);
      void attempt(event).catch((error: unknown) =>
        log(`event ${event.id} for ${event.functionName}: ${String(error)}`),
      );
    });
    timers.set(event.id, cancel);
  };

  const attempt = async (event: AcceptedEvent) => {
    const found = lambda.find(event.functionName);
    if (!found) {
      log(
        `event ${event.id} is for ${event.functionName}, which the templates no longer have; it is dropped`,
      );
      store.remove(event.id);
      return;
    }
    const result = await lambda.run(found, event.payload);
    // What ended because everything ends runs again at the next start.
    if (closed) return;
    const next = result.ok ? undefined : nextAttempt(event, found, result, clock.now());
    if (next) {
      schedule(next);
      return;
    }
    await hand(event, found, result);
    if (!closed) store.remove(event.id);
  };

  const hand = async (event: AcceptedEvent, { spec, arn }: FoundFunction, result: FunctionResult) => {
    const { onSuccessArn, onFailureArn, deadLetterArn } = spec.asynchronous;
    const destination = result.ok ? onSuccessArn : onFailureArn;
    const nowMs = clock.now();
    if (destination) {
      await send(destination, JSON.stringify(recordOf(event, arn, result, nowMs)), spec.roleArn);
    }
    if (!result.ok && deadLetterArn) await send(deadLetterArn, event.payload, spec.roleArn);
  };

  return {
    accept(functionName, payload) {
      const nowMs = clock.now();
      const event = { id: randomUUID(), functionName, payload, failures: 0, throttles: 0 };
      schedule({ ...event, acceptedAtMs: nowMs, dueAtMs: nowMs });
      return { id: event.id };
    },
    resume() {
      for (const event of store.all()) if (!timers.has(event.id)) schedule(event);
    },
    close() {
      closed = true;
      for (const cancel of timers.values()) cancel();
      timers.clear();
      store.close();
    },
  };
}

function nextAttempt(
  event: AcceptedEvent,
  { spec }: FoundFunction,
  result: Extract<FunctionResult, { ok: false }>,
  nowMs: number,
): AcceptedEvent | undefined {
  const { maximumRetries, maximumAgeSeconds } = spec.asynchronous;
  const isThrottled = result.errorType === 'Lambda.TooManyRequestsException';
  if (!isThrottled && event.failures >= maximumRetries) return undefined;
  const delayMs = isThrottled
    ? Math.min(1_000 * 2 ** event.throttles, LONGEST_THROTTLE_DELAY_MS)
    : (RETRY_DELAYS_MS[event.failures] ?? RETRY_DELAYS_MS[1] ?? 0);
  const dueAtMs = nowMs + delayMs;
  if (dueAtMs > event.acceptedAtMs + maximumAgeSeconds * 1000) return undefined;
  return {
    ...event,
    dueAtMs,
    failures: event.failures + (isThrottled ? 0 : 1),
    throttles: event.throttles + (isThrottled ? 1 : 0),
  };
}

/** The invocation record (developer guide, "Capturing records of Lambda asynchronous invocations"). */
function recordOf(event: AcceptedEvent, functionArn: string, result: FunctionResult, nowMs: number): object {
  return {
    version: '1.0',
    timestamp: new Date(nowMs).toISOString(),
    requestContext: {
      requestId: event.id,
      functionArn,
      condition: conditionOf(event, result),
      approximateInvokeCount: event.failures + 1,
    },
    requestPayload: JSON.parse(event.payload),
    responseContext: {
      statusCode: 200,
      executedVersion: result.ok ? result.executedVersion : '$LATEST',
      ...(result.ok ? {} : { functionError: 'Unhandled' }),
    },
    responsePayload: JSON.parse(result.payload ?? 'null'),
  };
}

function conditionOf(event: AcceptedEvent, result: FunctionResult): string {
  if (result.ok) return 'Success';
  return event.throttles > 0 && event.failures === 0 ? 'EventAgeExceeded' : 'RetriesExhausted';
}
