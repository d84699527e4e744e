import { isNativeError } from 'node:util/types';
import type { ReportedError } from './messages.ts';

/** What the Node.js runtime of Lambda makes of a thrown value (aws-lambda-nodejs-runtime-interface-client, Errors.js). */
export function reportError(thrown: unknown): ReportedError {
  if (isNativeError(thrown) || thrown instanceof Error) {
    return { errorType: thrown.name, errorMessage: thrown.message, trace: (thrown.stack ?? '').split('\n') };
  }
  return { errorType: typeof thrown, errorMessage: String(thrown), trace: [] };
}

/** An error of the runtime itself, `Runtime.ImportModuleError` and the like. */
export function runtimeError(errorType: string, errorMessage: string, cause?: unknown): ReportedError {
  const stack = cause instanceof Error ? (cause.stack ?? '').split('\n') : [];
  return { errorType, errorMessage, trace: [`${errorType}: ${errorMessage}`, ...stack] };
}
