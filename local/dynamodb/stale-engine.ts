import { readFileSync, readlinkSync, rmSync } from 'node:fs';

const LONGEST_END_MS = 5_000;

/**
 * Ends a database process that an earlier run left behind (after a kill -9, where the kernel did not end it), so that two never
 * write one file. Only a process that really is this binary is ended: process ids are used again.
 */
export async function endStaleEngine(pidFile: string, binary: string): Promise<void> {
  const pid = readPid(pidFile);
  if (pid === undefined) return;
  const giveUpAtMs = Date.now() + LONGEST_END_MS;
  while (isRunning(pid, binary)) {
    process.kill(pid, 'SIGKILL');
    if (Date.now() > giveUpAtMs)
      throw new Error(`process ${pid}, an earlier embedded DynamoDB, does not end`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  rmSync(pidFile, { force: true });
}

function readPid(pidFile: string): number | undefined {
  try {
    const pid = Number(readFileSync(pidFile, 'utf8'));
    return Number.isInteger(pid) && pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isRunning(pid: number, binary: string): boolean {
  try {
    // The executable may have been replaced by an update since: the kernel then adds " (deleted)".
    return readlinkSync(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, '') === binary;
  } catch {
    return false;
  }
}
