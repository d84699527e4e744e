import { parseArgs } from 'node:util';

export const USAGE = `npm run local -- COMMAND [options]     looks into a runtime that was started with npm start

  executions         the latest executions; --machine NAME, --status RUNNING|SUCCEEDED|FAILED|TIMED_OUT|ABORTED, --limit N (default 20)
  describe ID        one execution: input, output, error, states with times
  history ID         its events
  tail               events of all executions as they come, until Ctrl-C

  ID is an execution's ARN, its name, or the beginning of its name.
  --port N           port of the gateway, as given to npm start (default 4700)`;

export type Command =
  | {
      readonly name: 'executions';
      readonly machine?: string;
      readonly status?: string;
      readonly limit: number;
    }
  | { readonly name: 'describe' | 'history'; readonly id: string }
  | { readonly name: 'tail' };

export interface CommandLine {
  readonly command: Command;
  /** Of the gateway; the services listen on the next one. */
  readonly port: number;
}

/** @throws Error that says what is wrong */
export function readCommandLine(args: readonly string[]): CommandLine {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      port: { type: 'string', default: '4700' },
      machine: { type: 'string' },
      status: { type: 'string' },
      limit: { type: 'string', default: '20' },
    },
  });
  const { machine, status } = values;
  const filter = { ...(machine !== undefined && { machine }), ...(status !== undefined && { status }) };
  return {
    command: commandOf(positionals, filter, wholeNumber('limit', values.limit)),
    port: wholeNumber('port', values.port),
  };
}

function commandOf(
  [name, id, ...more]: readonly string[],
  filter: { readonly machine?: string; readonly status?: string },
  limit: number,
): Command {
  if (more.length > 0) throw new Error(`too many arguments: ${more.join(' ')}`);
  switch (name) {
    case 'executions':
      return { name, limit, ...filter };
    case 'tail':
      return { name };
    case 'describe':
    case 'history':
      if (id === undefined) throw new Error(`${name} needs the ID of an execution`);
      return { name, id };
    default:
      throw new Error(name === undefined ? 'a command is needed' : `there is no command ${name}`);
  }
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${option} ${text} is no number`);
  return Number(text);
}
