import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openFunctionLog } from '../../../local/lambda/function-log.ts';

const newDirectory = () => mkdtempSync(join(tmpdir(), 'logs-'));

describe('the log of functions', () => {
  it('appends in order, to a file for each function', async () => {
    const directory = newDirectory();
    writeFileSync(join(directory, 'a.log'), 'before\n');
    const log = openFunctionLog(directory);

    for (let line = 1; line <= 100; line++) log.write('a', `${line}\n`);
    log.write('b', 'other\n');

    const expected = `before\n${Array.from({ length: 100 }, (_, index) => `${index + 1}\n`).join('')}`;
    await vi.waitFor(() => expect(readFileSync(join(directory, 'a.log'), 'utf8')).toBe(expected));
    await vi.waitFor(() => expect(readFileSync(join(directory, 'b.log'), 'utf8')).toBe('other\n'));
  });

  it('puts a file of 10 MB aside and begins a new one', async () => {
    const directory = newDirectory();
    const log = openFunctionLog(directory);
    const megabyte = 'x'.repeat(1024 * 1024);

    for (let count = 0; count < 11; count++) {
      log.write('a', megabyte);
      await vi.waitFor(() => existsSync(join(directory, 'a.log')) || existsSync(join(directory, 'a.log.1')));
      await new Promise((resolve) => setImmediate(resolve));
    }
    log.write('a', 'new');

    await vi.waitFor(() => expect(statSync(join(directory, 'a.log.1')).size).toBe(11 * 1024 * 1024));
    await vi.waitFor(() => expect(readFileSync(join(directory, 'a.log'), 'utf8')).toBe('new'));
  });

  it('keeps nothing without a directory', () => {
    const log = openFunctionLog(undefined);

    log.write('a', 'lost');

    expect(log.pathOf('a')).toBeUndefined();
  });
});
