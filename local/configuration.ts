import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as z from 'zod';

const configurationFile = z.strictObject({
  /** Folder of the cloud assembly. */
  assembly: z.string().default('cdk.out'),
  /** CfnParameter (`<logical id>` or `<stack>.<logical id>`) to its value. */
  parameters: z.record(z.string(), z.string()).default({}),
  /** Demonstration accounts of the issuer; without it there is no issuer. */
  accounts: z.string().optional(),
});

/** What the runtime must be told of the app: local.config.json, its paths made absolute. */
export interface Configuration {
  readonly assembly: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly accounts: string | undefined;
}

/** Reads local.config.json. @throws Error that names the file and what is wrong in it */
export function readConfiguration(file: string): Configuration {
  const folder = dirname(resolve(file));
  const parsed = configurationFile.safeParse(readJson(file));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  const { assembly, parameters, accounts } = parsed.data;
  return {
    assembly: resolve(folder, assembly),
    parameters,
    accounts: accounts === undefined ? undefined : resolve(folder, accounts),
  };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
