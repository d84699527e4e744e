import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface CommandLine {
  readonly data: string;
  readonly port: number;
  readonly memory: boolean;
  readonly virtualClock: boolean;
  readonly permissions: boolean;
  readonly help: boolean;
  readonly config: string;
}

export const USAGE = `npm start -- [options]

  --data DIR        where the data is kept (default .local)
  --port N          port of the gateway, the AWS services are on N+1 (default 4700)
  --memory          keep nothing: all data is in memory
  --virtual-clock   the clock stands still until POST /local/clock {"advance": "P3D"}; with "schedules": false each schedule fires once at the end
  --permissions     at the end, print the permissions that were granted and never used
  --config FILE     what to run (default local.config.json)
  --help            this text

  LOCAL_DYNAMODB_ENDPOINT names a DynamoDB Local to use in place of the embedded one.`;

/** Reads the command line. @throws Error that names the option that is wrong */
export function readCommandLine(args: readonly string[]): CommandLine {
  const { values } = parseArgs({
    args: [...args],
    strict: true,
    allowPositionals: false,
    options: {
      data: { type: 'string', default: '.local' },
      port: { type: 'string', default: '4700' },
      memory: { type: 'boolean', default: false },
      'virtual-clock': { type: 'boolean', default: false },
      permissions: { type: 'boolean', default: false },
      config: { type: 'string', default: 'local.config.json' },
      help: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_534) {
    throw new Error(`--port ${values.port} is no port: give a number from 0 to 65534`);
  }
  const { data, memory, permissions, config, help } = values;
  return { data, port, memory, virtualClock: values['virtual-clock'], permissions, config, help };
}
