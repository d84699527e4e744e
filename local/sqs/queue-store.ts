import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What a sender gave. */
export interface MessageContent {
  readonly body: string;
  /** As the API writes them: `{ "trace": { "DataType": "String", "StringValue": "..." } }`. */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly groupId?: string;
  readonly deduplicationId?: string;
  readonly deadLetterSourceArn?: string;
}

/** A message as it lies in a queue. */
export interface StoredMessage extends MessageContent {
  /** Grows with every message of all queues: the order of a FIFO queue. */
  readonly sequence: number;
  readonly messageId: string;
  readonly sentAtMs: number;
  readonly visibleAtMs: number;
  readonly receiveCount: number;
  readonly firstReceivedAtMs: number | null;
}

export interface QueueStore {
  add(
    queue: string,
    messageId: string,
    content: MessageContent,
    sentAtMs: number,
    visibleAtMs: number,
  ): number;
  /** Visible messages in the order they came. */
  visible(queue: string, nowMs: number): Iterable<StoredMessage>;
  /** Groups of a FIFO queue that have a message in flight or delayed, and so give no other. */
  blockedGroups(queue: string, nowMs: number): ReadonlySet<string>;
  /** Gives the message out: hides it and counts. */
  hide(sequence: number, visibleAtMs: number, receivedAtMs: number, receipt: string): void;
  moveTo(queue: string, message: StoredMessage, sourceArn: string, visibleAtMs: number): void;
  /** True when the receipt was the message's newest. */
  remove(queue: string, sequence: number, receipt: string): boolean;
  /** False when the message is not in flight under that receipt. */
  setVisibility(
    queue: string,
    sequence: number,
    receipt: string,
    nowMs: number,
    visibleAtMs: number,
  ): boolean;
  expire(queue: string, sentBeforeMs: number): void;
  purge(queue: string): void;
  count(queue: string, nowMs: number): { visible: number; inFlight: number; delayed: number };
  /** When the next hidden message becomes visible. */
  nextVisibleAtMs(queue: string, nowMs: number): number | undefined;
  /** The message that was sent with this id less than five minutes ago. */
  duplicateOf(
    queue: string,
    deduplicationId: string,
    sentAfterMs: number,
  ): { messageId: string; sequence: number } | undefined;
  transaction<T>(work: () => T): T;
  close(): void;
}

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS message (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    queue TEXT NOT NULL, messageId TEXT NOT NULL, content TEXT NOT NULL, groupId TEXT,
    sentAtMs REAL NOT NULL, visibleAtMs REAL NOT NULL,
    receiveCount INTEGER NOT NULL DEFAULT 0, firstReceivedAtMs REAL, receipt TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS visibility ON message (queue, visibleAtMs);
  CREATE TABLE IF NOT EXISTS deduplication (
    queue TEXT NOT NULL, id TEXT NOT NULL, messageId TEXT NOT NULL, sequence INTEGER NOT NULL, sentAtMs REAL NOT NULL,
    PRIMARY KEY (queue, id)
  ) STRICT, WITHOUT ROWID;`;

/** Messages in one SQLite file. A call returns when its effect is on the disk. @param file path, or ':memory:' */
export function openQueueStore(file: string): QueueStore {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(file);
  db.exec(SCHEMA);
  const sql = {
    add: db.prepare(
      'INSERT INTO message (queue, messageId, content, groupId, sentAtMs, visibleAtMs) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    remember: db.prepare('INSERT OR REPLACE INTO deduplication VALUES (?, ?, ?, ?, ?)'),
    visible: db.prepare('SELECT * FROM message WHERE queue = ? AND visibleAtMs <= ? ORDER BY sequence'),
    blocked: db.prepare('SELECT DISTINCT groupId FROM message WHERE queue = ? AND visibleAtMs > ?'),
    hide: db.prepare(`
      UPDATE message SET visibleAtMs = ?, receipt = ?, receiveCount = receiveCount + 1,
        firstReceivedAtMs = coalesce(firstReceivedAtMs, ?) WHERE sequence = ?`),
    move: db.prepare(
      'UPDATE message SET queue = ?, content = ?, visibleAtMs = ?, receipt = NULL WHERE sequence = ?',
    ),
    remove: db.prepare('DELETE FROM message WHERE queue = ? AND sequence = ? AND receipt = ?'),
    setVisibility: db.prepare(
      'UPDATE message SET visibleAtMs = ? WHERE queue = ? AND sequence = ? AND receipt = ? AND visibleAtMs > ?',
    ),
    expire: db.prepare('DELETE FROM message WHERE queue = ? AND sentAtMs < ?'),
    purge: db.prepare('DELETE FROM message WHERE queue = ?'),
    count: db.prepare(`
      SELECT count(*) FILTER (WHERE visibleAtMs <= ?1) AS visible,
        count(*) FILTER (WHERE visibleAtMs > ?1 AND receipt IS NOT NULL) AS inFlight,
        count(*) FILTER (WHERE visibleAtMs > ?1 AND receipt IS NULL) AS delayed
      FROM message WHERE queue = ?2`),
    next: db.prepare('SELECT min(visibleAtMs) AS at FROM message WHERE queue = ? AND visibleAtMs > ?'),
    duplicate: db.prepare(
      'SELECT messageId, sequence FROM deduplication WHERE queue = ? AND id = ? AND sentAtMs > ?',
    ),
  };

  return {
    add(queue, messageId, content, sentAtMs, visibleAtMs) {
      const text = JSON.stringify(content);
      const added = sql.add.run(queue, messageId, text, content.groupId ?? null, sentAtMs, visibleAtMs);
      const sequence = Number(added.lastInsertRowid);
      const { deduplicationId } = content;
      if (deduplicationId !== undefined)
        sql.remember.run(queue, deduplicationId, messageId, sequence, sentAtMs);
      return sequence;
    },
    visible: (queue, nowMs) => sql.visible.all(queue, nowMs).map(readMessage),
    blockedGroups: (queue, nowMs) => new Set(sql.blocked.all(queue, nowMs).map((row) => String(row.groupId))),
    hide: (sequence, visibleAtMs, receivedAtMs, receipt) =>
      void sql.hide.run(visibleAtMs, receipt, receivedAtMs, sequence),
    moveTo(queue, { body, attributes, groupId, deduplicationId, sequence }, sourceArn, visibleAtMs) {
      const content: MessageContent = {
        body,
        attributes,
        ...(groupId !== undefined && { groupId }),
        ...(deduplicationId !== undefined && { deduplicationId }),
        deadLetterSourceArn: sourceArn,
      };
      sql.move.run(queue, JSON.stringify(content), visibleAtMs, sequence);
    },
    remove: (queue, sequence, receipt) => Number(sql.remove.run(queue, sequence, receipt).changes) > 0,
    setVisibility: (queue, sequence, receipt, nowMs, visibleAtMs) =>
      Number(sql.setVisibility.run(visibleAtMs, queue, sequence, receipt, nowMs).changes) > 0,
    expire: (queue, sentBeforeMs) => void sql.expire.run(queue, sentBeforeMs),
    purge: (queue) => void sql.purge.run(queue),
    count(queue, nowMs) {
      const row = sql.count.get(nowMs, queue) ?? {};
      return { visible: Number(row.visible), inFlight: Number(row.inFlight), delayed: Number(row.delayed) };
    },
    nextVisibleAtMs(queue, nowMs) {
      const at = sql.next.get(queue, nowMs)?.at;
      return typeof at === 'number' ? at : undefined;
    },
    duplicateOf(queue, deduplicationId, sentAfterMs) {
      const row = sql.duplicate.get(queue, deduplicationId, sentAfterMs);
      return row && { messageId: String(row.messageId), sequence: Number(row.sequence) };
    },
    transaction(work) {
      db.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        db.exec('COMMIT');
        return result;
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => db.close(),
  };
}

function readMessage(row: Record<string, unknown>): StoredMessage {
  const content: MessageContent = JSON.parse(String(row.content));
  return {
    ...content,
    sequence: Number(row.sequence),
    messageId: String(row.messageId),
    sentAtMs: Number(row.sentAtMs),
    visibleAtMs: Number(row.visibleAtMs),
    receiveCount: Number(row.receiveCount),
    firstReceivedAtMs: row.firstReceivedAtMs === null ? null : Number(row.firstReceivedAtMs),
  };
}
