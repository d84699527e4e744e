import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect as connectSocket, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { spawnBoundToThisProcess } from '../bound-child.ts';
import { endStaleEngine } from './stale-engine.ts';

/** The embedded database while it runs. */
export interface Engine {
  readonly endpoint: () => URL;
  stop(): Promise<void>;
}

export interface EngineOptions {
  /** Path of the database file; without it the data is in memory and ends with the process. */
  readonly file?: string | undefined;
  /** Endpoint of a DynamoDB that runs already (LOCAL_DYNAMODB_ENDPOINT); nothing is started then. */
  readonly endpoint?: string | undefined;
  readonly log: (line: string) => void;
}

const START_TIMEOUT_MS = 10_000;
/** The port is looked for before the database takes it; another process may be quicker. */
const START_ATTEMPTS = 3;

/**
 * Starts the embedded database on a free loopback port and waits until it answers. It ends with this process, however that
 * ends; if it ends by itself it is started again on its file.
 *
 * @throws Error when the platform has no binary and no endpoint is given
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  if (options.endpoint !== undefined) {
    const given = new URL(options.endpoint);
    if (!(await waitForPort(Number(given.port || 80), given.hostname, () => false))) {
      throw new Error(`LOCAL_DYNAMODB_ENDPOINT is ${options.endpoint}, but nothing listens there`);
    }
    return { endpoint: () => given, stop: async () => {} };
  }
  const binary = findBinary();
  const pidFile = options.file === undefined ? undefined : `${options.file}.pid`;
  if (pidFile !== undefined) await endStaleEngine(pidFile, binary);

  let running = await launch(binary, options.file, pidFile);
  let stopping = false;
  const watch = () =>
    running.child.once('exit', (code, signal) => {
      if (stopping) return;
      options.log(`the embedded DynamoDB ended by itself (${signal ?? code}); it is started again`);
      if (options.file === undefined) options.log('its data was in memory and is lost');
      void launch(binary, options.file, pidFile).then(
        (again) => {
          running = again;
          watch();
        },
        (error: unknown) => options.log(`the embedded DynamoDB cannot be started again: ${String(error)}`),
      );
    });
  watch();

  return {
    endpoint: () => running.endpoint,
    async stop() {
      stopping = true;
      if (running.child.exitCode === null && running.child.signalCode === null) {
        const ended = once(running.child, 'exit');
        running.child.kill('SIGTERM');
        await ended;
      }
      if (pidFile !== undefined) rmSync(pidFile, { force: true });
    },
  };
}

interface Running {
  readonly child: ChildProcess;
  readonly endpoint: URL;
}

async function launch(
  binary: string,
  file: string | undefined,
  pidFile: string | undefined,
): Promise<Running> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const args = [
      'serve',
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      ...(file ? ['--db-path', file] : []),
    ];
    const child = spawnBoundToThisProcess(binary, args);
    const complaints: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
    child.stdout.resume();
    if (pidFile !== undefined && child.pid !== undefined) writeFileSync(pidFile, String(child.pid));
    const isUp = await waitForPort(port, '127.0.0.1', () => child.exitCode !== null);
    if (isUp) return { child, endpoint: new URL(`http://127.0.0.1:${port}/`) };
    child.kill('SIGKILL');
    if (pidFile !== undefined) rmSync(pidFile, { force: true });
    if (attempt === START_ATTEMPTS) {
      throw new Error(`the embedded DynamoDB does not start: ${Buffer.concat(complaints).toString().trim()}`);
    }
  }
}

function findBinary(): string {
  try {
    const manifest = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json');
    return join(dirname(manifest), 'dynoxide');
  } catch {
    throw new Error(
      `there is no embedded DynamoDB for ${process.platform}-${process.arch}: start any DynamoDB Local and name it, ` +
        'for instance LOCAL_DYNAMODB_ENDPOINT=http://127.0.0.1:8000 npm start',
    );
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

async function waitForPort(port: number, host: string, isOver: () => boolean): Promise<boolean> {
  const giveUpAtMs = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < giveUpAtMs && !isOver()) {
    if (await answers(port, host)) return true;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return false;
}

function answers(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connectSocket(port, host);
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
