import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { functionSpecs } from '../../local/lambda/function-spec.ts';
import type { LocalRuntime } from '../../local/runtime.ts';

export interface LambdaUse {
  readonly invocations: number;
  readonly ms: number;
  readonly gbSeconds: number;
}

/** What the functions' logs report of their invocations so far; a duration is rounded up to the millisecond, as AWS bills it. */
export function lambdaUse({ assembly }: LocalRuntime, logs: string): LambdaUse {
  const memoryOf = new Map(functionSpecs(assembly).map(({ name, memoryMb }) => [name, memoryMb]));
  let use: LambdaUse = { invocations: 0, ms: 0, gbSeconds: 0 };
  for (const file of readdirSync(logs).filter((name) => name.endsWith('.log'))) {
    const memory = memoryOf.get(file.replace('.log', '')) ?? 512;
    for (const [, text] of readFileSync(join(logs, file), 'utf8').matchAll(
      /^REPORT .*Duration: ([0-9.]+) ms$/gm,
    )) {
      const ms = Math.ceil(Number(text));
      use = {
        invocations: use.invocations + 1,
        ms: use.ms + ms,
        gbSeconds: use.gbSeconds + (ms / 1000) * (memory / 1024),
      };
    }
  }
  return use;
}
