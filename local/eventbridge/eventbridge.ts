import { createHash } from 'node:crypto';
import type * as z from 'zod';
import type { Clock } from '../clock.ts';
import type { JsonObject } from '../json.ts';
import { jsonService, operation } from '../json-protocol.ts';
import type { Authorize, Caller, Service } from '../service.ts';
import type { Assembly } from '../template/assembly.ts';
import { createDeliveries } from './deliveries.ts';
import { type Delivery, openEventStore } from './event-store.ts';
import {
  type Announcement,
  EntryRefused,
  envelope,
  eventOf,
  eventTime,
  type PutEventsEntry,
  PutEventsInput,
} from './put-events.ts';
import { busNameOf, type Rule, readRules } from './rules.ts';
import { readSchedules, runSchedules, schedulesOfRules } from './schedules.ts';
import type { TargetPorts } from './send-to-target.ts';
import { targetInput } from './target-input.ts';

export interface EventBridgeOptions {
  /** Declares buses, rules and schedules. */
  readonly assembly: Pick<Assembly, 'of' | 'place'>;
  /** SQLite file with events under way and the schedules' last times, or ':memory:'. */
  readonly file: string;
  readonly clock: Clock;
  readonly authorize: Authorize;
  readonly ports: TargetPorts;
  readonly log?: (message: string) => void;
}

export interface EventBridge extends Service {
  /** An event of an AWS service itself, on the default bus: nobody else may send as `aws.*`. */
  announce(said: Omit<Announcement, 'atMs'>): void;
  /** Starts schedules and goes on with the events of an earlier run; to be called when the targets are ready. */
  start(options?: { readonly schedules?: boolean }): void;
  /** Does the work while schedules rest; what they missed is then made up for once, as after a night when nothing ran. */
  withoutSchedules(work: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/**
 * EventBridge and EventBridge Scheduler: PutEvents, and the rules and schedules of the templates with functions, queues and state
 * machines as targets. An event is on the disk for each of its targets before PutEvents answers; delivery is at least once.
 */
export function createEventBridge(options: EventBridgeOptions): EventBridge {
  const { assembly, clock, authorize, ports, log = () => {} } = options;
  const { buses, rules } = readRules(assembly);
  const schedules = [...readSchedules(assembly), ...schedulesOfRules(rules, assembly.place)];
  const store = openEventStore(options.file);
  const deliveries = createDeliveries({ store, clock, ports, log });
  let running: { close(): void } | undefined;

  /** Puts an entry on its bus; what it answers for is in the store. */
  function putEntry(
    entry: PutEventsEntry,
    caller: Caller,
  ): { eventId: string; accepted: readonly Delivery[] } {
    const bus = busNameOf(entry.EventBusName);
    const busArn = buses.get(bus);
    if (busArn === undefined) {
      throw new EntryRefused('ResourceNotFoundException', `Event bus ${bus} does not exist.`);
    }
    const context = { 'events:source': entry.Source ?? '', 'events:detail-type': entry.DetailType ?? '' };
    authorize(caller, 'events:PutEvents', busArn, context);
    const event = eventOf(entry, assembly.place, clock.now());
    return { eventId: String(event.id), accepted: accept(bus, event) };
  }

  function accept(bus: string, event: JsonObject): readonly Delivery[] {
    const accepted = rules
      .filter((rule) => rule.bus === bus && rule.pattern?.(event))
      .flatMap((rule) => deliveriesOf(rule, event, clock.now()));
    if (accepted.length > 0) store.accept(accepted);
    return accepted;
  }

  function putEvents({ Entries }: z.output<typeof PutEventsInput>, caller: Caller) {
    const answers = Entries.map((entry) => {
      try {
        const { eventId, accepted } = putEntry(entry, caller);
        setImmediate(() => deliveries.start(accepted));
        return { EventId: eventId };
      } catch (error) {
        if (!(error instanceof EntryRefused)) throw error;
        return { ErrorCode: error.code, ErrorMessage: error.message };
      }
    });
    return { FailedEntryCount: answers.filter((answer) => 'ErrorCode' in answer).length, Entries: answers };
  }

  const service = jsonService({
    signingName: 'events',
    targetPrefix: 'AWSEvents',
    version: '1.1',
    log,
    operations: { PutEvents: operation(PutEventsInput, putEvents) },
  });
  return {
    ...service,
    announce(said) {
      deliveries.start(accept('default', envelope({ ...said, atMs: clock.now() }, assembly.place)));
    },
    start({ schedules: runs = true } = {}) {
      deliveries.resume();
      if (runs) running = runSchedules({ schedules, store, clock, start: deliveries.start });
    },
    async withoutSchedules(work) {
      const resting = running;
      resting?.close();
      try {
        await work();
      } finally {
        const goOn = resting !== undefined && running === resting;
        if (goOn) running = runSchedules({ schedules, store, clock, start: deliveries.start });
      }
    },
    async close() {
      running?.close();
      running = undefined;
      await deliveries.close();
      store.close();
    },
  };
}

function deliveriesOf(rule: Rule, event: JsonObject, nowMs: number): readonly Delivery[] {
  const facts = { ruleArn: rule.arn, ruleName: rule.name, ingestionTime: eventTime(nowMs) };
  return rule.targets.map((target) => ({
    id: deliveryId(String(event.id), rule.arn, target.id),
    target,
    sourceArn: rule.arn,
    principal: 'events.amazonaws.com',
    input: targetInput(target, event, facts),
    acceptedAtMs: nowMs,
    attempts: 0,
    dueAtMs: nowMs,
  }));
}

/** As EventBridge names the executions it starts: the event's id, and something for rule and target. At most 80 characters. */
function deliveryId(eventId: string, ruleArn: string, targetId: string): string {
  const digest = createHash('sha256').update(`${ruleArn} ${targetId}`).digest('hex');
  return `${eventId}_${digest.slice(0, 32)}`;
}
