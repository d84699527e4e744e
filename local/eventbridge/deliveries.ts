import { type Clock, isVirtual } from '../clock.ts';
import type { Delivery, EventStore } from './event-store.ts';
import { sendToDeadLetters, sendToTarget, type TargetPorts } from './send-to-target.ts';

export interface DeliveriesOptions {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly ports: TargetPorts;
  readonly log: (message: string) => void;
}

/** Brings accepted events to their targets, and tries again until the target's retry policy is used up. */
export interface Deliveries {
  /** Goes on with what an earlier run had accepted. */
  resume(): void;
  /** For deliveries that are in the store already. */
  start(deliveries: readonly Delivery[]): void;
  close(): Promise<void>;
}

/** Nothing is gained by a second try. */
const LASTING = /AccessDenied|DoesNotExist|NotFound|NonExistent|InvalidArn/;
const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 5 * 60_000;

export function createDeliveries({ store, clock, ports, log }: DeliveriesOptions): Deliveries {
  const timers = new Map<string, () => void>();
  const running = new Set<Promise<void>>();
  let closed = false;

  function plan(delivery: Delivery): void {
    if (closed) return;
    if (delivery.dueAtMs <= clock.now()) {
      run(delivery);
      return;
    }
    const cancel = clock.at(delivery.dueAtMs, () => {
      timers.delete(delivery.id);
      run(delivery);
    });
    timers.set(delivery.id, cancel);
  }

  function run(delivery: Delivery): void {
    const release = isVirtual(clock) ? clock.hold() : undefined;
    const attempt = deliver(delivery).finally(() => {
      running.delete(attempt);
      release?.();
    });
    running.add(attempt);
  }

  async function deliver(delivery: Delivery): Promise<void> {
    try {
      await sendToTarget(delivery, ports);
      store.remove(delivery.id);
    } catch (error) {
      const reason = error instanceof Error ? error : new Error(String(error));
      const next = retryOf(delivery, reason, clock.now());
      if (!next) return giveUp(delivery, reason);
      store.postpone(next);
      plan(next);
    }
  }

  async function giveUp(delivery: Delivery, reason: Error): Promise<void> {
    const { sourceArn, target } = delivery;
    log(`${sourceArn}: ${target.arn} did not take the event: ${reason.name}: ${reason.message}`);
    try {
      await sendToDeadLetters(delivery, reason, ports);
    } catch (error) {
      log(
        `${sourceArn}: neither did the dead-letter queue: ${error instanceof Error ? error.message : error}`,
      );
    }
    store.remove(delivery.id);
  }

  return {
    resume: () => store.deliveries().forEach(plan),
    start: (deliveries) => deliveries.forEach(plan),
    async close() {
      closed = true;
      for (const cancel of timers.values()) cancel();
      await Promise.all(running);
    },
  };
}

/** The same delivery for later; undefined when there is no later. */
function retryOf(delivery: Delivery, reason: Error, nowMs: number): Delivery | undefined {
  const { target, acceptedAtMs } = delivery;
  const attempts = delivery.attempts + 1;
  const dueAtMs = nowMs + Math.min(FIRST_DELAY_MS * 2 ** (attempts - 1), LONGEST_DELAY_MS);
  const tooOld = dueAtMs > acceptedAtMs + target.maximumAgeSeconds * 1000;
  if (LASTING.test(reason.name) || attempts >= target.maximumAttempts || tooOld) return undefined;
  return { ...delivery, attempts, dueAtMs };
}
