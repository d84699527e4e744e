import { Logger } from '@aws-lambda-powertools/logger';

/** Structured logs of every function: ids, codes and names of errors; never names of people, contents or tokens. */
export const log = new Logger({ serviceName: 'liangjiang-workflows' });

/**
 * What may be logged of a fault: its name, message and place. Our own messages hold no personal data; a SyntaxError's quotes
 * what it could not read, which may be what a person wrote, and is left out.
 */
export function withoutPersonalData(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { name, message, stack = '', cause } = error;
  return {
    error: name,
    ...(error instanceof SyntaxError ? {} : { reason: message }),
    at: stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12),
    ...(cause === undefined ? {} : { cause: withoutPersonalData(cause) }),
  };
}
