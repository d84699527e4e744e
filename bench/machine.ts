import { closeSync, fdatasyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { type Spread, spreadOf } from './spread.ts';

/** Where and with what something was measured. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  readonly sqlite: string;
  readonly version: string;
}

export function describeMachine(): Machine {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch} ${release()}`,
    node: process.versions.node,
    sqlite: process.versions.sqlite ?? 'unknown',
    version,
  };
}

/** What else the machine was doing, which changes from minute to minute. */
export interface Conditions {
  /** Processes that wanted to run, over the last minute. */
  readonly load: number;
  /** What one synced write of 4 KiB takes: the least any durable step can take. */
  readonly syncMs: Spread;
}

export function conditionsIn(folder: string): Conditions {
  return { load: Number((loadavg()[0] ?? 0).toFixed(1)), syncMs: spreadOf(timeSyncs(folder)) };
}

function timeSyncs(folder: string): readonly number[] {
  const file = join(folder, 'sync-probe');
  const page = Buffer.alloc(4096, 1);
  const descriptor = openSync(file, 'w');
  const times = Array.from({ length: 200 }, () => {
    const begun = performance.now();
    writeSync(descriptor, page);
    fdatasyncSync(descriptor);
    return performance.now() - begun;
  });
  closeSync(descriptor);
  rmSync(file);
  return times;
}
