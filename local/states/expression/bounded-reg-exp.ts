import { setFlagsFromString } from 'node:v8';
import { createContext, Script } from 'node:vm';
import { BoundExceeded } from './bounds.ts';

/**
 * A pattern that backtracks without end would hold the whole process. V8 can go over to a linear-time engine after many
 * backtracks (https://v8.dev/blog/non-backtracking-regexp), for every pattern but those with lookaround or backreferences.
 */
setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks');

const NEEDS_BACKTRACKING = /\(\?(?:[=!]|<[=!])|\\[1-9]|\\k</;
/** Text this short cannot make a pattern run for long. */
const SHORT_TEXT = 16;
const PATTERN_TIMEOUT_MS = 500;

const watched = createContext({ run: () => null as RegExpExecArray | null });
const runWatched = new Script('run()');

/** The regular expressions of JSONata; a search that takes longer than half a second fails the expression. */
export class BoundedRegExp extends RegExp {
  override exec(text: string): RegExpExecArray | null {
    if (text.length <= SHORT_TEXT || !NEEDS_BACKTRACKING.test(this.source)) return super.exec(text);
    watched.run = () => super.exec(text);
    try {
      return runWatched.runInContext(watched, { timeout: PATTERN_TIMEOUT_MS });
    } catch (thrown) {
      if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
        throw new BoundExceeded('time');
      }
      throw thrown;
    }
  }
}
