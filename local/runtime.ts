import type { Clock, VirtualClock } from './clock.ts';
import { createVirtualClock, systemClock } from './clock.ts';
import type { Configuration } from './configuration.ts';
import { type DataDirectory, holdDataDirectory } from './data-directory.ts';
import { type Front, openFront } from './gateway/index.ts';
import type { UnusedPermission } from './iam/usage.ts';
import type { Account } from './identity/index.ts';
import { openServices, type ServicesListener } from './services.ts';
import { startParts } from './start-parts.ts';
import type { Assembly } from './template/assembly.ts';
import { lastingVirtualClock } from './virtual-time.ts';

export interface LocalOptions extends Configuration {
  /** Where the data is kept; without it everything is in memory and ends with the runtime. */
  readonly data?: string | undefined;
  /** Port of the gateway; the services listen on the next one. 0 takes any two free ports. */
  readonly port: number;
  /** The clock; `virtual` is one that reads the machine's time now and stands still. */
  readonly clock?: Clock | VirtualClock | 'virtual';
  /** Where the logs of functions go, when not to `logs` of the data directory. */
  readonly logs?: string | undefined;
  /** Where V8 keeps what it compiled of the functions, when not in the data directory. */
  readonly compileCache?: string | undefined;
  /** Where mails go as .eml files, when not to `mail` of the data directory; without either nobody sees them. */
  readonly mail?: string | undefined;
  /**
   * Whether rules and schedules fire by time; yes, unless told. A test that lets months pass on a virtual clock would
   * otherwise run what is scheduled every minute 43,200 times a month.
   */
  readonly schedules?: boolean;
  /** Whether to start a worker of each function before it is needed. */
  readonly prewarm?: boolean;
  /** One line for the engineer, for what goes wrong. */
  readonly log: (line: string) => void;
}

/** The app of the templates, running on this machine. */
export interface LocalRuntime {
  /** Origin of the gateway. */
  readonly origin: string;
  /** Origin of the emulated AWS services: AWS_ENDPOINT_URL, with AWS_ACCESS_KEY_ID=local. */
  readonly servicesOrigin: string;
  readonly clock: Clock | VirtualClock;
  readonly assembly: Assembly;
  /** Demonstration accounts of the issuer. */
  readonly accounts: readonly Account[];
  /** Granted permissions that no call needed so far. */
  unusedPermissions(): readonly UnusedPermission[];
  /** Lets the requests in progress finish and ends everything. */
  stop(): Promise<void>;
}

/** What ends a part that was started; the last started ends first. */
type Cleanup = { readonly name: string; readonly end: () => void | Promise<void> };

/**
 * Loads the templates, opens the stores, starts the engine, listens. Unfinished executions, events and schedules of an earlier run go
 * on.
 *
 * @throws TemplateError, DataDirectoryInUse, EADDRINUSE; whatever was started is ended before
 */
export async function startLocal(options: LocalOptions): Promise<LocalRuntime> {
  const cleanups: Cleanup[] = [];
  const stop = () => endAll(cleanups, options.log);
  try {
    const data = options.data === undefined ? undefined : holdDataDirectory(options.data);
    if (data) cleanups.push({ name: 'the lock', end: () => data.release() });
    const clock = await clockOf(options.clock, data);
    // The sockets are bound first: templates need the origins, and a port in use is found before anything is touched.
    const { front, services, gateway } = await listen(options, cleanups);
    const parts = await startParts({ options, clock, data, front, services, cleanups });
    // At the end the gateway goes first: requests in progress still need everything behind it.
    cleanups.push(...cleanups.splice(cleanups.indexOf(gateway), 1));
    return { ...parts, origin: front.origin, servicesOrigin: services.origin, clock, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the parts of the runtime are started with. */
export interface Surroundings {
  readonly options: LocalOptions;
  readonly clock: Clock | VirtualClock;
  readonly data: DataDirectory | undefined;
  readonly front: Front;
  readonly services: ServicesListener;
  readonly cleanups: Cleanup[];
}

async function clockOf(
  wanted: LocalOptions['clock'],
  data: DataDirectory | undefined,
): Promise<Clock | VirtualClock> {
  if (wanted !== 'virtual') return wanted ?? systemClock;
  return data ? lastingVirtualClock(data.pathOf('clock')) : createVirtualClock(Date.now());
}

async function listen({ port, log }: LocalOptions, cleanups: Cleanup[]) {
  const front = await openFront({ port });
  const gateway: Cleanup = { name: 'the gateway', end: () => front.close() };
  cleanups.push(gateway);
  const services = await openServices(port === 0 ? 0 : port + 1, log);
  cleanups.push({ name: 'the services listener', end: () => services.close() });
  return { front, services, gateway };
}

async function endAll(cleanups: Cleanup[], log: (line: string) => void): Promise<void> {
  for (let cleanup = cleanups.pop(); cleanup; cleanup = cleanups.pop()) {
    try {
      await cleanup.end();
    } catch (error) {
      log(`${cleanup.name} did not end well: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
