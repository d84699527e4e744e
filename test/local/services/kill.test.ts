import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../../local/clock.ts';
import { createS3 } from '../../../local/s3/index.ts';
import { createSqs } from '../../../local/sqs/index.ts';
import { storeAssembly } from './store-assembly.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kill-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs the writer, kills it with SIGKILL after so many acknowledgements, and returns all lines it managed to print. */
async function writeUntilKilled(from: number, acknowledgements: number): Promise<readonly string[]> {
  const script = fileURLToPath(new URL('./writer.ts', import.meta.url));
  const writer = spawn(process.execPath, [script, '--folder', folder, '--from', String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const exited = once(writer, 'exit');
  for await (const line of createInterface(writer.stdout)) {
    lines.push(line);
    if (lines.length === acknowledgements) writer.kill('SIGKILL');
  }
  await exited;
  return lines;
}

test('kill -9 loses no object and no message that was acknowledged', async () => {
  const acknowledged: number[] = [];
  for (const acknowledgements of [1, 7, 40]) {
    const lines = await writeUntilKilled((acknowledged.at(-1) ?? -1) + 1, acknowledgements);
    for (const line of lines) {
      const [count, ...statuses] = line.split(' ').map(Number);
      expect(statuses).toEqual([200, 200]);
      acknowledged.push(count ?? -1);
    }
  }

  const shared = { assembly: storeAssembly(), clock: systemClock, authorize: () => {} };
  const s3 = createS3({ ...shared, file: join(folder, 's3.db'), secretAccessKeyOf: () => undefined });
  const sqs = createSqs({ ...shared, file: join(folder, 'sqs.db') });
  const queue = sqs.queueByArn('arn:aws:sqs:ap-east-1:000000000000:queue');
  const messages = queue?.receive(10_000).map(({ body }) => Number(body)) ?? [];
  for (const count of acknowledged) {
    const { body } = await s3.handle({
      caller: { kind: 'engineer' },
      method: 'GET',
      path: `/bucket/${count}`,
      query: new URLSearchParams(),
      headers: {},
      body: Buffer.alloc(0),
    });
    expect(String(body)).toBe(`content of ${count}`);
  }
  await Promise.all([s3.close(), sqs.close()]);
  expect(acknowledged.length).toBeGreaterThanOrEqual(48);
  expect(messages).toEqual(expect.arrayContaining(acknowledged));
});
