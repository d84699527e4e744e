import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { JsonObject } from '../json.ts';
import type { Assembly } from '../template/assembly.ts';
import type { Place } from '../template/place.ts';
import { schedule as scheduleType } from '../template/resources/events.ts';
import type { Delivery, EventStore, ScheduleState } from './event-store.ts';
import { eventTime } from './put-events.ts';
import { naming, type Rule } from './rules.ts';
import { parseScheduleExpression, type Timetable } from './schedule-expression.ts';
import { readTarget, type Target } from './target.ts';
import { targetInput } from './target-input.ts';

/** Something that fires at times: a schedule of EventBridge Scheduler, or a rule with a schedule. */
export interface Schedule {
  readonly arn: string;
  /** Expression and zone: when they change, the schedule starts anew. */
  readonly expression: string;
  readonly timetable: Timetable;
  readonly targets: readonly Target[];
  readonly principal: string;
  inputFor(target: Target, firedAtMs: number): string;
}

/** Schedules of EventBridge Scheduler that are enabled. @throws Error that names the schedule */
export function readSchedules({ of, place }: Pick<Assembly, 'of' | 'place'>): readonly Schedule[] {
  const enabled = of(scheduleType).filter(({ properties }) => properties.State !== 'DISABLED');
  return enabled.map(({ attributes, properties, stackName, logicalId }): Schedule => {
    const where = `${stackName}/${logicalId}`;
    const { ScheduleExpression, ScheduleExpressionTimezone: zone = 'UTC', StartDate, EndDate } = properties;
    const arn = attributes.Arn ?? '';
    return {
      arn,
      expression: [ScheduleExpression, zone, StartDate, EndDate].join(' '),
      timetable: naming(where, () =>
        within(parseScheduleExpression(ScheduleExpression, zone), StartDate, EndDate),
      ),
      targets: [naming(where, () => readTarget(properties.Target, where))],
      principal: 'scheduler.amazonaws.com',
      inputFor: ({ input }, firedAtMs) =>
        input === undefined
          ? JSON.stringify(scheduledEvent('aws.scheduler', arn, place, firedAtMs, '{}'))
          : fillContext(input, arn, firedAtMs),
    };
  });
}

/** The schedules among the rules; their times are in UTC. */
export function schedulesOfRules(rules: readonly Rule[], place: Place): readonly Schedule[] {
  return rules.flatMap(({ arn, name, schedule, targets }) => {
    if (!schedule) return [];
    const inputFor = (target: Target, firedAtMs: number) => {
      const facts = { ruleArn: arn, ruleName: name, ingestionTime: eventTime(firedAtMs) };
      return targetInput(target, scheduledEvent('aws.events', arn, place, firedAtMs, {}), facts);
    };
    return [{ arn, ...schedule, targets, principal: 'events.amazonaws.com', inputFor }];
  });
}

export interface ScheduleRunnerOptions {
  readonly schedules: readonly Schedule[];
  readonly store: EventStore;
  readonly clock: Clock;
  /** Called with deliveries that are in the store. */
  readonly start: (deliveries: readonly Delivery[]) => void;
}

/** An event is delivered up to a day late (the retry policy's longest age). */
const LATEST_MS = 86_400_000;

/**
 * Fires schedules. What fell due while nothing ran is made up for, as AWS delivers late what could not be delivered in time: once
 * for each schedule, for the last time it missed within a day, and not once for every minute of a night.
 */
export function runSchedules({ schedules, store, clock, start }: ScheduleRunnerOptions): { close(): void } {
  const cancels = new Map<string, () => void>();

  function arm(schedule: Schedule, state: ScheduleState): void {
    const nextMs = schedule.timetable.next(state.firedAtMs, state.startedAtMs);
    cancels.delete(schedule.arn);
    if (nextMs === undefined) return;
    cancels.set(
      schedule.arn,
      clock.at(nextMs, () => fire(schedule, state, nextMs)),
    );
  }

  function fire(schedule: Schedule, state: ScheduleState, firedAtMs: number): void {
    const { arn: sourceArn, principal, targets } = schedule;
    const nowMs = clock.now();
    const deliveries = targets.map(
      (target): Delivery => ({
        id: randomUUID(),
        target,
        sourceArn,
        principal,
        input: schedule.inputFor(target, firedAtMs),
        acceptedAtMs: nowMs,
        attempts: 0,
        dueAtMs: nowMs,
      }),
    );
    const fired = { ...state, firedAtMs };
    store.accept(deliveries, { arn: sourceArn, state: fired });
    arm(schedule, fired);
    start(deliveries);
  }

  for (const schedule of schedules) {
    const state = stateOf(schedule, store, clock.now());
    const missedMs = lastMissed(schedule.timetable, state, clock.now());
    if (missedMs === undefined) arm(schedule, state);
    else fire(schedule, state, missedMs);
  }
  return {
    close() {
      for (const cancel of cancels.values()) cancel();
    },
  };
}

function stateOf({ arn, expression }: Schedule, store: EventStore, nowMs: number): ScheduleState {
  const known = store.schedule(arn);
  if (known?.expression === expression) return known;
  const state = { expression, startedAtMs: nowMs, firedAtMs: nowMs };
  store.accept([], { arn, state });
  return state;
}

function lastMissed(timetable: Timetable, state: ScheduleState, nowMs: number): number | undefined {
  const sinceMs = Math.max(state.firedAtMs, nowMs - LATEST_MS);
  let missedMs: number | undefined;
  for (let atMs = timetable.next(sinceMs, state.startedAtMs); atMs !== undefined && atMs <= nowMs; ) {
    missedMs = atMs;
    atMs = timetable.next(atMs, state.startedAtMs);
  }
  return missedMs;
}

/** https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule.html: start inclusive, end exclusive. */
function within(timetable: Timetable, startDate: string | undefined, endDate: string | undefined): Timetable {
  const startMs = startDate === undefined ? Number.NEGATIVE_INFINITY : Date.parse(startDate);
  const endMs = endDate === undefined ? Number.POSITIVE_INFINITY : Date.parse(endDate);
  if (Number.isNaN(startMs) || Number.isNaN(endMs))
    throw new SyntaxError('StartDate and EndDate are ISO 8601 instants');
  return {
    next(afterMs, startedAtMs) {
      const nextMs = timetable.next(Math.max(afterMs, startMs - 1), Math.max(startedAtMs, startMs));
      return nextMs !== undefined && nextMs < endMs ? nextMs : undefined;
    },
  };
}

function scheduledEvent(
  source: string,
  arn: string,
  { accountId, region }: Place,
  firedAtMs: number,
  detail: JsonObject | string,
): JsonObject {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source,
    account: accountId,
    time: eventTime(firedAtMs),
    region,
    resources: [arn],
    detail,
  };
}

/** https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html */
function fillContext(input: string, arn: string, firedAtMs: number): string {
  return input
    .replaceAll('<aws.scheduler.schedule-arn>', arn)
    .replaceAll('<aws.scheduler.scheduled-time>', eventTime(firedAtMs))
    .replaceAll('<aws.scheduler.execution-id>', randomUUID())
    .replaceAll('<aws.scheduler.attempt-number>', '1');
}
