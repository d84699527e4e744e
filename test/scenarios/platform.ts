import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person } from '../../demo/person.ts';
import type { VirtualClock } from '../../local/clock.ts';
import { readConfiguration } from '../../local/configuration.ts';
import { type LocalOptions, type LocalRuntime, startLocal } from '../../local/runtime.ts';

export const ROOT = join(import.meta.dirname, '..', '..');

/** Platforms of tests share what V8 compiled; the next build takes it away. */
const COMPILE_CACHE = join(ROOT, 'dist', 'compiled');

/** The whole platform on a virtual clock, from the synthesized templates, over real HTTP. */
export interface TestPlatform {
  readonly origin: string;
  readonly runtime: LocalRuntime;
  /** Lines the runtime told the engineer. */
  readonly lines: readonly string[];
  signIn(username: string): Promise<Person>;
  /** Lets everything that was begun come to rest, without moving the clock. */
  settle(): Promise<void>;
  /** Moves the clock. */
  pass(ms: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startPlatform(overrides: Partial<LocalOptions> = {}): Promise<TestPlatform> {
  const logs = mkdtempSync(join(tmpdir(), 'platform-logs-'));
  const lines: string[] = [];
  const runtime = await startLocal({
    ...readConfiguration(join(ROOT, 'local.config.json')),
    port: 0,
    clock: 'virtual',
    logs,
    compileCache: COMPILE_CACHE,
    log: (line) => lines.push(line),
    ...overrides,
  });
  const clock = runtime.clock as VirtualClock;
  return {
    origin: runtime.origin,
    runtime,
    lines,
    signIn: (username) => Person.signIn(runtime.origin, username),
    settle: () => clock.advance(0),
    pass: (ms) => clock.advance(ms),
    async stop() {
      await runtime.stop();
      rmSync(logs, { recursive: true, force: true });
    },
  };
}

/** A file of seeds/demonstration. */
export function demonstration<T>(file: string): T {
  return JSON.parse(readFileSync(join(ROOT, 'seeds', 'demonstration', file), 'utf8')) as T;
}
