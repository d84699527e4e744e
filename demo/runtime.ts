import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** A platform to talk to; `stop` ends it only if the demonstration began it. */
export interface Platform {
  readonly origin: string;
  stop(): Promise<void>;
}

const START_SECONDS = 60;

/** Finds the platform at `origin`, or starts the one-machine runtime there and waits until it answers. */
export async function reachPlatform(origin: string): Promise<Platform> {
  if (await answers(origin)) {
    console.log(`Using the platform that runs at ${origin}.`);
    return { origin, stop: async () => {} };
  }
  console.log(`Nothing answers at ${origin}: starting the platform there ...`);
  const main = join(import.meta.dirname, '..', 'local', 'main.ts');
  const child = spawn(process.execPath, [main, '--port', new URL(origin).port], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  for (let waitedMs = 0; !(await answers(origin)); waitedMs += 200) {
    if (child.exitCode !== null) throw new Error('the platform did not start; its message stands above');
    if (waitedMs > START_SECONDS * 1000)
      throw new Error(`the platform did not answer within ${START_SECONDS} s`);
    await delay(200);
  }
  return {
    origin,
    stop: async () => {
      child.kill('SIGINT');
      await ended;
    },
  };
}

async function answers(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/oidc/.well-known/openid-configuration`)).ok;
  } catch {
    return false;
  }
}
