import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setImmediate as turn } from 'node:timers/promises';
import { Person } from '../../demo/person.ts';
import { spawnBoundToThisProcess } from '../../local/bound-child.ts';
import { ROOT } from './platform.ts';

/**
 * The platform as `npm start` runs it, in processes of its own that can be killed at once. It keeps its port over restarts,
 * since tokens and links name the origin.
 */
export class KillablePlatform {
  readonly origin: string;
  readonly #data: string;
  #process: ChildProcess | undefined;

  private constructor(port: number, data: string) {
    this.origin = `http://127.0.0.1:${port}`;
    this.#data = data;
  }

  static async start(data: string): Promise<KillablePlatform> {
    const platform = new KillablePlatform(await freePort(), data);
    await platform.start();
    return platform;
  }

  /** Starts the processes and waits until they say where they listen. */
  async start(): Promise<void> {
    const { port } = new URL(this.origin);
    const args = ['local/main.ts', '--data', this.#data, '--port', port, '--virtual-clock'];
    const child = spawnBoundToThisProcess(process.execPath, args, { cwd: ROOT });
    child.stderr.pipe(process.stderr);
    this.#process = child;
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.includes(this.origin)) return void child.stdout.resume();
    }
    throw new Error('the platform ended before it listened');
  }

  /** kill -9 of the runtime, its workers and the database it started: nobody gets to tidy up. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (child?.pid === undefined) return;
    const ended = once(child, 'exit');
    process.kill(-child.pid, 'SIGKILL');
    await ended;
    this.#process = undefined;
  }

  /** Kills while `act` is on its way, after so many turns of our event loop, and starts again: its answer is lost or not. */
  async killDuring(act: () => Promise<unknown>, turns: number): Promise<void> {
    const acting = act().catch(() => undefined);
    for (let count = 0; count < turns; count++) await turn();
    await this.kill();
    await acting;
    await this.start();
  }

  signIn(username: string): Promise<Person> {
    return Person.signIn(this.origin, username);
  }

  /** Moves the virtual clock; answers when everything that was due has come to rest. */
  async pass(duration: string, schedules = true): Promise<void> {
    const reply = await fetch(`${this.origin}/local/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advance: duration, schedules }),
    });
    if (!reply.ok) throw new Error(`the clock answered ${reply.status}`);
  }
}

/** A port whose successor is free too. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = await probe(0);
    if ((await probe(port + 1).catch(() => undefined)) !== undefined) return port;
  }
}

async function probe(port: number): Promise<number> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  return address.port;
}
