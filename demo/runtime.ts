import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A platform to talk to; `stop` ends it only if the demonstration began it. */
export interface Platform {
  readonly origin: string;
  stop(): Promise<void>;
}

const START_SECONDS = 60;
const MAIN = join(import.meta.dirname, '..', 'local', 'main.ts');

/** Finds the platform at `origin`, or starts the one-machine runtime there and waits until it answers. */
export async function reachPlatform(origin: string): Promise<Platform> {
  if (await answers(origin)) {
    console.log(`Using the platform that runs at ${origin}.`);
    return { origin, stop: async () => {} };
  }
  console.log(`Nothing answers at ${origin}: starting the platform there ...`);
  return startPlatform(['--port', new URL(origin).port], origin);
}

/**
 * Starts the one-machine runtime with these options of `npm start`, and waits until it tells where it listens.
 *
 * @param origin how to call it, where not as it tells
 */
export async function startPlatform(options: readonly string[], origin?: string): Promise<Platform> {
  const child = spawn(process.execPath, [MAIN, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const patience = setTimeout(() => child.kill('SIGKILL'), START_SECONDS * 1000);
  for await (const line of createInterface({ input: child.stdout })) {
    const told = /^ {2}API\s+(\S+)/.exec(line)?.[1];
    if (told === undefined) continue;
    clearTimeout(patience);
    child.stdout.resume();
    const stop = async () => {
      child.kill('SIGINT');
      await ended;
    };
    return { origin: origin ?? told, stop };
  }
  clearTimeout(patience);
  throw new Error(`the platform did not start within ${START_SECONDS} s; its message stands above`);
}

async function answers(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/oidc/.well-known/openid-configuration`)).ok;
  } catch {
    return false;
  }
}
