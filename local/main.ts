import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { readConfiguration } from './configuration.ts';
import { type CommandLine, readCommandLine, USAGE } from './options.ts';
import { permissionsReport, startedReport } from './report.ts';
import type { LocalRuntime } from './runtime.ts';

/** `npm start`: runs the synthesized templates on this machine until Ctrl-C. */
// As on Lambda; the threads of functions take the zone of the process.
process.env.TZ = 'UTC';
// Who reads the output may go before we do (`| head`); that must not end us in the middle of things.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
/** Signals so close together come from one Ctrl-C. */
const SAME_PRESS_MS = 500;
const log = (line: string) => console.error(`${new Date().toISOString()} ${line}`);

const commandLine = readOptions();
if (commandLine.help) {
  console.log(USAGE);
} else {
  const runtime = await start(commandLine);
  const kept = commandLine.memory ? 'in memory, lost at the end' : commandLine.data;
  // First, since who reads that it is ready may stop it at once.
  stopOnSignal(runtime, commandLine);
  console.log(startedReport(runtime, performance.now(), kept, join(commandLine.data, 'mail')));
}

function readOptions(): CommandLine {
  try {
    return readCommandLine(process.argv.slice(2));
  } catch (error) {
    return fail(`${messageOf(error)}\nnpm start -- --help tells the options.`, 2);
  }
}

async function start(options: CommandLine): Promise<LocalRuntime> {
  // The runtime's own modules are compiled once and found again by the next start, also by one after a kill -9.
  enableCompileCache(join(options.data, 'compiled'));
  const { startLocal } = await import('./runtime.ts');
  flushCompileCache();
  try {
    return await startLocal({
      ...readConfiguration(options.config),
      port: options.port,
      log,
      prewarm: true,
      ...(options.memory
        ? { logs: join(options.data, 'logs'), mail: join(options.data, 'mail') }
        : { data: options.data }),
      ...(options.virtualClock && { clock: 'virtual' as const }),
    });
  } catch (error) {
    if (isCode(error, 'EADDRINUSE')) {
      return fail(`port ${portOf(error)} is in use: stop what listens there, or choose another with --port`);
    }
    return fail(messageOf(error));
  }
}

function stopOnSignal(runtime: LocalRuntime, { permissions }: CommandLine): void {
  let stoppingSinceMs: number | undefined;
  const stop = async () => {
    if (stoppingSinceMs !== undefined) {
      // Who presses again does not want to wait; but npm passes on the signal that the terminal sends to all.
      if (performance.now() - stoppingSinceMs > SAME_PRESS_MS) process.exit(130);
      return;
    }
    stoppingSinceMs = performance.now();
    console.log('\nStopping ...');
    await runtime.stop();
    if (permissions) console.log(permissionsReport(runtime.unusedPermissions()));
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
}

function fail(message: string, exitCode = 1): never {
  console.error(message);
  process.exit(exitCode);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function portOf(error: unknown): unknown {
  return error instanceof Error && 'port' in error ? error.port : '';
}
