import type { JsonValue } from '../../json.ts';
import type { Findings } from './diagnostic.ts';
import type { Check } from './shape.ts';

/** What the definition is checked for besides its own rules. */
export interface ParseOptions {
  readonly type?: 'STANDARD' | 'EXPRESS';
  /** Whether there is an integration for a Task's or a reader's resource; when absent every well-formed ARN passes. */
  readonly supportsResource?: (resource: string) => boolean;
}

const RESOURCE_ARN = /^arn:[\w-]*:[\w-]+:[^:]*:[^:]*:.+$/;
/** Patterns that an Express machine, which runs for minutes and keeps no history, cannot wait with. */
const EXPRESS_REFUSED = /\.(waitForTaskToken|sync(?::2)?)$/;

/** The Resource of a Task. */
export function resource(options: ParseOptions): Check {
  return (value: JsonValue, path: string, findings: Findings) => {
    if (typeof value !== 'string') {
      findings.schema('Expected value of type [STRING]', path);
      return;
    }
    const pattern = options.type === 'EXPRESS' ? EXPRESS_REFUSED.exec(value) : null;
    if (pattern) {
      // AWS's text ends with a space.
      findings.schema(`Express state machine does not support '.${pattern[1]}' service integration `, path);
    }
    if (!RESOURCE_ARN.test(value) || options.supportsResource?.(value) === false) {
      findings.schema(
        `The resource provided ${value} is not recognized. ` +
          'The value is not a valid resource ARN, or the resource is not available in this region.',
        path,
      );
    }
  };
}
