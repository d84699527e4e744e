import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Target } from './target.ts';

/** An event on its way to one target. */
export interface Delivery {
  /** Also makes a started execution's name, so that a second try starts no second execution. */
  readonly id: string;
  readonly target: Target;
  /** ARN of the rule or schedule. */
  readonly sourceArn: string;
  /** Service that delivers: `events.amazonaws.com`, `scheduler.amazonaws.com`. */
  readonly principal: string;
  /** What the target gets. */
  readonly input: string;
  readonly acceptedAtMs: number;
  readonly attempts: number;
  readonly dueAtMs: number;
}

/** What is remembered of a schedule. */
export interface ScheduleState {
  readonly expression: string;
  readonly startedAtMs: number;
  /** The time it last fired for, or what counts as such at the start. */
  readonly firedAtMs: number;
}

export interface EventStore {
  /** On the disk when it returns: the deliveries, and with them that the schedule has fired. */
  accept(deliveries: readonly Delivery[], fired?: { arn: string; state: ScheduleState }): void;
  postpone(delivery: Delivery): void;
  remove(id: string): void;
  deliveries(): readonly Delivery[];
  schedule(arn: string): ScheduleState | undefined;
  close(): void;
}

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS delivery (id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS schedule (arn TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID;`;

/** @param file path, or ':memory:' */
export function openEventStore(file: string): EventStore {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(file);
  db.exec(SCHEMA);
  const put = db.prepare('INSERT OR REPLACE INTO delivery (id, content) VALUES (?, ?)');
  const remove = db.prepare('DELETE FROM delivery WHERE id = ?');
  const all = db.prepare('SELECT content FROM delivery ORDER BY rowid');
  const putSchedule = db.prepare('INSERT OR REPLACE INTO schedule (arn, content) VALUES (?, ?)');
  const schedule = db.prepare('SELECT content FROM schedule WHERE arn = ?');

  return {
    accept(deliveries, fired) {
      if (deliveries.length === 0 && !fired) return;
      db.exec('BEGIN IMMEDIATE');
      try {
        for (const delivery of deliveries) put.run(delivery.id, JSON.stringify(delivery));
        if (fired) putSchedule.run(fired.arn, JSON.stringify(fired.state));
        db.exec('COMMIT');
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    },
    postpone: (delivery) => void put.run(delivery.id, JSON.stringify(delivery)),
    remove: (id) => void remove.run(id),
    deliveries: () => all.all().map((row): Delivery => JSON.parse(String(row.content))),
    schedule(arn) {
      const row = schedule.get(arn);
      return row && JSON.parse(String(row.content));
    },
    close: () => db.close(),
  };
}
