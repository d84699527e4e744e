import type { Attachment } from '../../../workflows/shared/attachments/attachment.ts';
import { ApiProblem } from '../api/client.ts';

interface Asking {
  /** Has the file checked and scanned; done again it changes nothing. */
  complete(): Promise<Attachment>;
  /** How the file stands. */
  read(): Promise<Attachment>;
  onScanning(): void;
  /** Rejects where nobody waits for the verdict any more. */
  pause(ms: number): Promise<void>;
}

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * What became of a file: clean or refused. Where the scanner answers later (GuardDuty) it asks again, more and more seldom; a question
 * that did not get through is asked the next time.
 */
export async function verdictOf({ complete, read, onScanning, pause }: Asking): Promise<Attachment> {
  let file = await complete();
  for (let pauseMs = FIRST_PAUSE_MS; file.state === 'SCANNING'; pauseMs *= 1.5) {
    onScanning();
    await pause(Math.min(pauseMs, LONGEST_PAUSE_MS));
    file = (await read().catch(unlessPassing)) ?? file;
  }
  return file;
}

function unlessPassing(error: unknown): undefined {
  const status = error instanceof ApiProblem ? error.problem.status : undefined;
  if (status === 0 || status === 429 || (status !== undefined && status >= 500)) return undefined;
  throw error;
}

/** @throws the signal's reason once nobody waits any more */
export function paused(ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
