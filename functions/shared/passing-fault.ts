import { TransientError } from './errors.ts';

/** Names that AWS services give to throttling and to faults of their own that pass. */
const PASSING_NAMES = new Set([
  'InternalServerError',
  'InternalFailure',
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestTimeout',
  'RequestTimeoutException',
  'ServiceUnavailable',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TimeoutError',
  'TooManyRequestsException',
  'TransactionInProgressException',
]);

/** Codes of Node's network errors. */
const PASSING_CODES = new Set([
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/**
 * The one place where an error of the SDK, after the SDK's own retries, becomes a TransientError: throttling, faults of
 * the service and of the network. Everything else is answered as it came.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
export function translatePassingFault(error: unknown): unknown {
  if (!(error instanceof Error) || !passes(error)) return error;
  return new TransientError(`A service did not answer: ${error.name}`, { cause: error });
}

function passes(error: Error & { code?: unknown; $metadata?: { httpStatusCode?: number } }): boolean {
  const status = error.$metadata?.httpStatusCode ?? 0;
  return (
    status >= 500 ||
    status === 429 ||
    PASSING_NAMES.has(error.name) ||
    (typeof error.code === 'string' && PASSING_CODES.has(error.code))
  );
}
