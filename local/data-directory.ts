import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where everything that lasts is kept, held by this process alone. */
export interface DataDirectory {
  pathOf(name: string): string;
  /** A secret of this directory, made at its first use. */
  readonly secret: Buffer;
  release(): void;
}

/** Another runtime works on the same data. */
export class DataDirectoryInUse extends Error {
  override readonly name = 'DataDirectoryInUse';
}

interface Holder {
  readonly pid: number;
  /** Clock ticks after boot at which the process started: tells it from a later one with the same number. */
  readonly startedAtTicks: string;
}

/**
 * Takes a data directory for this process. The lock of a process that was killed is recognised and taken over.
 *
 * @throws DataDirectoryInUse
 */
export function holdDataDirectory(directory: string): DataDirectory {
  mkdirSync(directory, { recursive: true });
  const lock = join(directory, 'lock');
  takeLock(lock, directory);
  return {
    pathOf: (name) => join(directory, name),
    secret: readSecret(join(directory, 'secret')),
    release: () => rmSync(lock, { force: true }),
  };
}

function takeLock(lock: string, directory: string): void {
  const content = `${process.pid} ${startedAtTicks(process.pid) ?? ''}`;
  try {
    writeFileSync(lock, content, { flag: 'wx' });
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
    const holder = readHolder(lock);
    if (holder && isAlive(holder)) {
      const message = `${directory} is in use by another runtime (process ${holder.pid}): stop it, or give this one its own with --data`;
      throw new DataDirectoryInUse(message, { cause: error });
    }
    rmSync(lock, { force: true });
    writeFileSync(lock, content, { flag: 'wx' });
  }
}

function readHolder(lock: string): Holder | undefined {
  const [pid, ticks = ''] = readFileSync(lock, 'utf8').split(' ');
  return Number(pid) > 0 ? { pid: Number(pid), startedAtTicks: ticks } : undefined;
}

function isAlive({ pid, startedAtTicks: ticks }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return isCode(error, 'EPERM');
  }
  // Where there is no /proc the number alone has to do.
  const now = startedAtTicks(pid);
  return now === undefined || ticks === '' || now === ticks;
}

/** Field 22 of /proc/PID/stat (proc_pid_stat(5)); a process that is only waited for counts as ended. */
function startedAtTicks(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name in brackets, which may hold anything.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? 'ended' : fields[18];
  } catch {
    return undefined;
  }
}

function readSecret(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
    const secret = randomBytes(32);
    writeFileSync(file, secret, { mode: 0o600 });
    return secret;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
