import type { Assembly } from '../template/assembly.ts';
import { eventBus, eventRule } from '../template/resources/events.ts';
import { type EventPattern, parseEventPattern } from './event-pattern.ts';
import { parseScheduleExpression, type Timetable } from './schedule-expression.ts';
import { readTarget, type Target } from './target.ts';

/** A rule of the template that is enabled: by pattern, by schedule or by both. */
export interface Rule {
  readonly name: string;
  readonly arn: string;
  readonly bus: string;
  readonly pattern?: EventPattern;
  readonly schedule?: { readonly expression: string; readonly timetable: Timetable };
  readonly targets: readonly Target[];
}

const DEFAULT_BUS = 'default';

export interface Rules {
  /** Bus name to ARN. */
  readonly buses: ReadonlyMap<string, string>;
  readonly rules: readonly Rule[];
}

/** @throws Error that names the rule and what of it is wrong or not supported */
export function readRules({ of, place }: Pick<Assembly, 'of' | 'place'>): Rules {
  const buses = new Map(of(eventBus).map(({ ref, attributes }) => [ref, attributes.Arn ?? '']));
  const busArn = `arn:${place.partition}:events:${place.region}:${place.accountId}:event-bus/${DEFAULT_BUS}`;
  buses.set(DEFAULT_BUS, busArn);
  const rules = of(eventRule)
    .filter(({ properties }) => properties.State !== 'DISABLED')
    .map(({ attributes, properties, stackName, logicalId }): Rule => {
      const where = `${stackName}/${logicalId}`;
      const bus = busNameOf(properties.EventBusName);
      if (!buses.has(bus)) throw new Error(`${where}: the event bus ${bus} is in no template`);
      const { EventPattern: pattern, ScheduleExpression: expression } = properties;
      return {
        name: attributes.Arn?.split('/').at(-1) ?? logicalId,
        arn: attributes.Arn ?? '',
        bus,
        ...(pattern !== undefined && { pattern: naming(where, () => parseEventPattern(pattern)) }),
        ...(expression !== undefined && {
          schedule: { expression, timetable: naming(where, () => parseScheduleExpression(expression)) },
        }),
        targets: (properties.Targets ?? []).map((target) => naming(where, () => readTarget(target, where))),
      };
    });
  return { buses, rules };
}

/** A bus is named by its name or its ARN. */
export function busNameOf(nameOrArn: string | undefined): string {
  return nameOrArn?.split('event-bus/').at(-1) ?? DEFAULT_BUS;
}

/** Puts the place before the message of what goes wrong. */
export function naming<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw message.startsWith(place) ? error : new Error(`${place}: ${message}`, { cause: error });
  }
}
