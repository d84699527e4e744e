import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommonJs } from './common-js.ts';
import type { ReportedError, WorkerStart } from './messages.ts';
import { reportError, runtimeError } from './reported-error.ts';
import { mapStackTraces } from './stack-traces.ts';

/** A handler of the Node.js runtime that answers with a value or a promise. */
export type Handler = (event: unknown, context: object) => unknown;

/** A handler, and what to do once it has answered for the first time. */
export interface LoadedHandler {
  readonly handler: Handler;
  readonly afterFirstAnswer: () => void;
}

/** In the order in which Lambda looks for the file. */
const EXTENSIONS = ['.js', '.mjs', '.cjs'];

/**
 * Loads `<folder>/<module>.<name>` (`index.handler`, `lib/app.handlers.submit`) from a code folder.
 * The errors are those of Lambda: Runtime.ImportModuleError, Runtime.HandlerNotFound, Runtime.UserCodeSyntaxError.
 */
export async function loadHandler({
  codeDirectory,
  handler,
  compileCache,
}: Pick<WorkerStart, 'codeDirectory' | 'handler' | 'compileCache'>): Promise<
  LoadedHandler | { readonly error: ReportedError }
> {
  const [moduleName = '', ...path] = basename(handler).split('.');
  const modulePath = resolve(codeDirectory, dirname(handler), moduleName);
  const file = EXTENSIONS.map((extension) => `${modulePath}${extension}`).find(existsSync);
  if (file === undefined) {
    return { error: runtimeError('Runtime.ImportModuleError', `Error: Cannot find module '${moduleName}'`) };
  }
  let found: unknown;
  let afterFirstAnswer = () => {};
  try {
    if (file.endsWith('.cjs')) {
      if (process.env.NODE_OPTIONS?.includes('--enable-source-maps')) mapStackTraces(file);
      const { exports, keepCompiled } = runCommonJs(file, compileCache);
      found = memberAt(exports, path);
      afterFirstAnswer = keepCompiled;
    } else {
      const namespace: Record<string, unknown> = await import(pathToFileURL(file).href);
      found = memberAt(namespace, path) ?? memberAt(namespace.default, path);
    }
  } catch (error) {
    return { error: loadError(error) };
  }
  if (typeof found !== 'function') {
    return { error: runtimeError('Runtime.HandlerNotFound', `${handler} is undefined or not exported`) };
  }
  if (found.length > 2) {
    const message =
      'ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24.';
    return { error: runtimeError('Runtime.CallbackHandlerDeprecated', message) };
  }
  return { handler: found as Handler, afterFirstAnswer };
}

function memberAt(value: unknown, path: readonly string[]): unknown {
  let current = value;
  for (const name of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Reflect.get(current, name);
  }
  return current;
}

function loadError(error: unknown): ReportedError {
  if (error instanceof SyntaxError) {
    return runtimeError('Runtime.UserCodeSyntaxError', `SyntaxError: ${error.message}`, error);
  }
  const isMissing =
    error instanceof Error && 'code' in error && String(error.code).includes('MODULE_NOT_FOUND');
  return isMissing
    ? runtimeError('Runtime.ImportModuleError', `Error: ${error.message}`, error)
    : reportError(error);
}
