import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Readable } from 'node:stream';

/** A child whose output is ours to read. */
export type BoundChild = ChildProcessByStdio<null, Readable, Readable>;

/**
 * A child in its own process group, so that Ctrl-C does not end it before we do; the kernel kills it when this process is gone,
 * however it went (PR_SET_PDEATHSIG, by setpriv of util-linux where there is one).
 */
export function spawnBoundToThisProcess(
  command: string,
  args: readonly string[],
  { cwd }: { readonly cwd?: string } = {},
): BoundChild {
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));
  const [binary, binaryArgs] = setpriv
    ? [setpriv, ['--pdeathsig', 'KILL', '--', command, ...args]]
    : [command, [...args]];
  return spawn(binary, binaryArgs, { cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
}
