import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DataDirectoryInUse, holdDataDirectory } from '../../local/data-directory.ts';

const newDirectory = () => join(mkdtempSync(join(tmpdir(), 'data-')), 'deep', 'data');

describe('a data directory', () => {
  it('is held by one process at a time', () => {
    const directory = newDirectory();
    const held = holdDataDirectory(directory);

    expect(() => holdDataDirectory(directory)).toThrow(DataDirectoryInUse);
    held.release();
    expect(() => holdDataDirectory(directory).release()).not.toThrow();
  });

  it('is taken over from a process that was killed', async () => {
    const directory = newDirectory();
    holdDataDirectory(directory).release();
    const gone = spawn('true');
    await once(gone, 'exit');
    writeFileSync(join(directory, 'lock'), `${gone.pid} 1`);

    holdDataDirectory(directory);

    expect(readFileSync(join(directory, 'lock'), 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  });

  it('is taken over when the number of the killed process belongs to another one now', () => {
    const directory = newDirectory();
    holdDataDirectory(directory).release();
    writeFileSync(join(directory, 'lock'), `${process.pid} 1`);

    expect(() => holdDataDirectory(directory)).not.toThrow();
  });

  it('is taken over when the lock was cut off while it was written', () => {
    const directory = newDirectory();
    holdDataDirectory(directory).release();
    writeFileSync(join(directory, 'lock'), '');

    expect(() => holdDataDirectory(directory)).not.toThrow();
  });

  it('keeps one secret, for its owner only', () => {
    const directory = newDirectory();
    const first = holdDataDirectory(directory);
    first.release();
    const second = holdDataDirectory(directory);

    expect(second.secret).toEqual(first.secret);
    expect(second.secret).toHaveLength(32);
    expect(statSync(second.pathOf('secret')).mode & 0o077).toBe(0);
    second.release();
    expect(existsSync(second.pathOf('lock'))).toBe(false);
  });
});
