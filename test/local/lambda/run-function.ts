import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../../local/clock.ts';
import { createCredentials } from '../../../local/iam/credentials.ts';
import type { FunctionSpec } from '../../../local/lambda/function-spec.ts';
import { createLambda, type Lambda, type LambdaOptions } from '../../../local/lambda/lambda.ts';
import type { Caller, FunctionResult } from '../../../local/service.ts';

export const ROLE_ARN = 'arn:aws:iam::000000000000:role/work';
export const ENGINEER: Caller = { kind: 'engineer' };

/** A function whose code is this text. */
export function functionOf(code: string, more: Partial<FunctionSpec> = {}, file = 'index.mjs'): FunctionSpec {
  const codeDirectory = mkdtempSync(join(tmpdir(), 'function-'));
  writeFileSync(join(codeDirectory, file), code);
  return {
    name: 'work',
    arn: 'arn:aws:lambda:ap-east-1:000000000000:function:work',
    logicalId: 'Work',
    roleArn: ROLE_ARN,
    codeDirectory,
    handler: 'index.handler',
    runtime: 'nodejs24.x',
    timeoutSeconds: 5,
    memoryMb: 128,
    environment: {},
    reservedConcurrency: undefined,
    logFormat: 'Text',
    versions: new Map([['$LATEST', '$LATEST']]),
    asynchronous: {
      maximumRetries: 2,
      maximumAgeSeconds: 21_600,
      onFailureArn: undefined,
      onSuccessArn: undefined,
      deadLetterArn: undefined,
    },
    ...more,
  };
}

/** A Lambda with this one function; what it logs is in `output` and `lines`. */
export function lambdaWith(spec: FunctionSpec, more: Partial<LambdaOptions> = {}) {
  const output: string[] = [];
  const lines: string[] = [];
  const lambda: Lambda = createLambda({
    functions: [spec],
    authorize: () => {},
    credentials: createCredentials([ROLE_ARN]),
    region: 'ap-east-1',
    servicesOrigin: 'http://127.0.0.1:1',
    functionLog: { write: (_name, text) => output.push(text), pathOf: () => undefined },
    log: (line) => lines.push(line),
    clock: systemClock,
    ...more,
  });
  const call = (event: unknown = {}): Promise<FunctionResult> =>
    lambda.invoke({ caller: ENGINEER, functionName: spec.name, payload: JSON.stringify(event) });
  return { lambda, output, lines, call };
}

/** Invokes a function of this code once. */
export async function callOnce(code: string, more: Partial<FunctionSpec> = {}, event: unknown = {}) {
  const { lambda, call } = lambdaWith(functionOf(code, more));
  try {
    return await call(event);
  } finally {
    await lambda.close();
  }
}
