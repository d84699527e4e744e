import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Checksum } from './checksums.ts';

/** Everything about a version of an object but its bytes. */
export interface ObjectVersion {
  readonly key: string;
  /** `null` in a bucket without versioning. */
  readonly versionId: string;
  /** A delete marker: the object is gone, its older versions are not. */
  readonly deleted: boolean;
  readonly modifiedAtMs: number;
  /** With its quotes. */
  readonly etag: string;
  readonly sizeBytes: number;
  /** Content-Type and its kin, and x-amz-meta-*. */
  readonly headers: Readonly<Record<string, string>>;
  readonly checksum?: Checksum;
}

export interface ObjectStore {
  /** The newest version, or the one named. */
  find(bucket: string, key: string, versionId?: string): ObjectVersion | undefined;
  read(bucket: string, version: ObjectVersion): Buffer;
  /** Adds a version, in place of the `null` version when there is no versioning. It is on the disk when this returns. */
  put(
    bucket: string,
    versioned: boolean,
    object: Omit<ObjectVersion, 'versionId'>,
    body: Buffer,
  ): ObjectVersion;
  remove(bucket: string, key: string, versionId: string): void;
  /** Newest versions of keys after `after` that start with `prefix`, in the order of their UTF-8 bytes. */
  list(bucket: string, prefix: string, after: string): Iterable<ObjectVersion>;
  close(): void;
}

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS object (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    bucket TEXT NOT NULL, key TEXT NOT NULL, version TEXT NOT NULL,
    facts TEXT NOT NULL, body BLOB NOT NULL,
    UNIQUE (bucket, key, version)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS newest ON object (bucket, key, sequence);`;

/**
 * Objects in one SQLite file: a put is one synced transaction, so that after a kill there is the whole object or none of it.
 * @param file path, or ':memory:'
 */
export function openObjectStore(file: string): ObjectStore {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(file);
  db.exec(SCHEMA);
  const newest = db.prepare(
    'SELECT version, facts FROM object WHERE bucket = ? AND key = ? ORDER BY sequence DESC LIMIT 1',
  );
  const named = db.prepare('SELECT version, facts FROM object WHERE bucket = ? AND key = ? AND version = ?');
  const body = db.prepare('SELECT body FROM object WHERE bucket = ? AND key = ? AND version = ?');
  const remove = db.prepare('DELETE FROM object WHERE bucket = ? AND key = ? AND version = ?');
  const insert = db.prepare('INSERT INTO object (bucket, key, version, facts, body) VALUES (?, ?, ?, ?, ?)');
  const listed = db.prepare(`
    SELECT version, facts FROM object AS one
    WHERE bucket = ? AND key > ? AND key >= ? AND substr(key, 1, ?) = ?
      AND sequence = (SELECT max(sequence) FROM object WHERE bucket = one.bucket AND key = one.key)
    ORDER BY key`);

  return {
    find(bucket, key, versionId) {
      const row = versionId === undefined ? newest.get(bucket, key) : named.get(bucket, key, versionId);
      return row && readVersion(row);
    },
    read(bucket, { key, versionId }) {
      const bytes = body.get(bucket, key, versionId)?.body;
      if (!(bytes instanceof Uint8Array)) throw new Error(`the bytes of ${bucket}/${key} are not there`);
      return Buffer.from(bytes);
    },
    put(bucket, versioned, object, bytes) {
      const versionId = versioned ? randomBytes(24).toString('base64url') : 'null';
      const version = { ...object, versionId };
      db.exec('BEGIN IMMEDIATE');
      try {
        if (!versioned) remove.run(bucket, object.key, versionId);
        insert.run(bucket, object.key, versionId, JSON.stringify(version), bytes);
        db.exec('COMMIT');
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
      return version;
    },
    remove: (bucket, key, versionId) => void remove.run(bucket, key, versionId),
    *list(bucket, prefix, after) {
      // SQLite counts characters as code points, as iteration over a string does.
      for (const row of listed.iterate(bucket, after, prefix, [...prefix].length, prefix)) {
        const version = readVersion(row);
        if (!version.deleted) yield version;
      }
    },
    close: () => db.close(),
  };
}

function readVersion(row: Record<string, unknown>): ObjectVersion {
  return JSON.parse(String(row.facts));
}
