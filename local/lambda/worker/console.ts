import { format } from 'node:util';

const LEVELS = {
  log: 'INFO',
  info: 'INFO',
  debug: 'DEBUG',
  warn: 'WARN',
  error: 'ERROR',
  trace: 'TRACE',
} as const;

/**
 * Gives the console the lines of Lambda: `<time>\t<request id>\t<level>\t<text>`, or an object of JSON with the same where the
 * function's log format says so. Everything goes to standard output, as on Lambda.
 */
export function patchConsole(logFormat: 'Text' | 'JSON', requestId: () => string): void {
  for (const [method, level] of Object.entries(LEVELS)) {
    Reflect.set(console, method, (...values: unknown[]) => {
      const timestamp = new Date().toISOString();
      const message = format(...values);
      const line =
        logFormat === 'JSON'
          ? JSON.stringify({ timestamp, level, requestId: requestId(), message })
          : `${timestamp}\t${requestId()}\t${level}\t${message.replaceAll('\n', '\r')}`;
      process.stdout.write(`${line}\n`);
    });
  }
}

/**
 * Takes what the function writes to its standard streams. The streams of a worker thread are read late and are cut off when
 * the thread ends; a message is not.
 */
export function captureOutput(take: (text: string) => void): void {
  for (const stream of [process.stdout, process.stderr]) {
    Reflect.set(stream, 'write', (chunk: string | Uint8Array, ...rest: unknown[]) => {
      take(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
      const done = rest.find((argument) => typeof argument === 'function');
      if (done) process.nextTick(done);
      return true;
    });
  }
}
