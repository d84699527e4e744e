import { Logger } from '@aws-lambda-powertools/logger';

/** Structured logs of every function: ids, codes and names of errors; never names of people, contents or tokens. */
export const log = new Logger({ serviceName: 'liangjiang-workflows' });

/** What may be logged of a fault: messages may quote what a person wrote, so only names and places. */
export function withoutPersonalData(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  return {
    error: error.name,
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12),
    ...(error.cause === undefined ? {} : { cause: withoutPersonalData(error.cause) }),
  };
}
