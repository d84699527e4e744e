import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createVirtualClock } from '../../../local/clock.ts';
import type { FunctionResult } from '../../../local/service.ts';
import { AccessDenied } from '../../../local/service.ts';
import { callOnce, functionOf, lambdaWith } from './run-function.ts';

const handler = (body: string) => `export const handler = async (event, context) => { ${body} };`;
const answerOf = (result: FunctionResult) => (result.ok ? JSON.parse(result.payload) : result);

describe('a function', () => {
  it('gets its event and answers', async () => {
    const result = await callOnce(handler('return { sum: event.a + event.b };'), {}, { a: 1, b: 2 });

    expect(result).toEqual({ ok: true, payload: '{"sum":3}', executedVersion: '$LATEST' });
  });

  it.each([
    ['an ES module', 'export const handler = () => 1;', 'index.mjs', 'index.handler'],
    ['a CommonJS module', 'exports.handler = () => 1;', 'index.cjs', 'index.handler'],
    ['a handler in an object', 'export const app = { submit: () => 1 };', 'main.mjs', 'main.app.submit'],
  ])('may be %s', async (_name, code, file, name) => {
    const { lambda, call } = lambdaWith(functionOf(code, { handler: name }, file));

    expect(answerOf(await call())).toBe(1);
    await lambda.close();
  });

  it('leaves its compiled code for the next start before anything ends in order', async () => {
    const compileCache = mkdtempSync(join(tmpdir(), 'compiled-'));
    const { lambda, call } = lambdaWith(functionOf(handler('return 1;')), { compileCache });

    await call();

    const files = readdirSync(compileCache, { recursive: true, withFileTypes: true });
    expect(files.filter((entry) => entry.isFile())).not.toEqual([]);
    await lambda.close();
    rmSync(compileCache, { recursive: true });
  });

  it('has the environment of Lambda, its own variables and nothing of ours', async () => {
    process.env.SECRET_OF_THE_ENGINEER = 'x';

    const environment = answerOf(
      await callOnce(handler('return process.env;'), { environment: { TABLE: 'cases' } }),
    );

    expect(environment).toMatchObject({
      TABLE: 'cases',
      AWS_REGION: 'ap-east-1',
      AWS_LAMBDA_FUNCTION_NAME: 'work',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
      AWS_ACCESS_KEY_ID: expect.stringMatching(/^ASIA[0-9A-F]{16}$/),
      _X_AMZN_TRACE_ID: expect.stringMatching(
        /^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0$/,
      ),
    });
    expect(environment).not.toHaveProperty('SECRET_OF_THE_ENGINEER');
  });

  it('has the context of Lambda', async () => {
    const context = answerOf(
      await callOnce(handler('return { ...context, remaining: context.getRemainingTimeInMillis() };'), {
        timeoutSeconds: 7,
        memoryMb: 256,
      }),
    );

    expect(context).toMatchObject({
      functionName: 'work',
      functionVersion: '$LATEST',
      invokedFunctionArn: 'arn:aws:lambda:ap-east-1:000000000000:function:work',
      memoryLimitInMB: '256',
      awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      remaining: expect.closeTo(7_000, -3),
    });
  });

  it('keeps its module between invocations, one at a time in each worker', async () => {
    const code = `let count = 0; let busy = 0; let most = 0;
      export const handler = async () => {
        most = Math.max(most, ++busy);
        await new Promise((resolve) => setTimeout(resolve, 20));
        busy--;
        return { count: ++count, most };
      };`;
    const { lambda, call } = lambdaWith(functionOf(code));

    const first = answerOf(await call());
    const together = (await Promise.all([call(), call(), call()])).map(answerOf);

    expect(first).toEqual({ count: 1, most: 1 });
    expect(together.map(({ most }) => most)).toEqual([1, 1, 1]);
    await lambda.close();
  });

  it('answers null for undefined', async () => {
    expect(await callOnce(handler(''))).toMatchObject({ ok: true, payload: 'null' });
  });

  it('is found by name, ARN and alias', async () => {
    const spec = functionOf(handler('return context.invokedFunctionArn + " " + context.functionVersion;'), {
      versions: new Map([
        ['$LATEST', '$LATEST'],
        ['3', '3'],
        ['live', '3'],
      ]),
    });
    const { lambda } = lambdaWith(spec);
    const ask = async (functionName: string) =>
      answerOf(await lambda.invoke({ caller: { kind: 'engineer' }, functionName, payload: '{}' }));

    expect([
      await ask('work'),
      await ask(spec.arn),
      await ask(`${spec.arn}:live`),
      await ask('work:3'),
    ]).toEqual([`${spec.arn} $LATEST`, `${spec.arn} $LATEST`, `${spec.arn}:live 3`, `${spec.arn}:3 3`]);
    expect(await ask('work:4')).toMatchObject({
      errorType: 'Lambda.ResourceNotFoundException',
      errorMessage: 'Function not found: work:4',
    });
    await lambda.close();
  });

  it('sees the virtual time, and no other', async () => {
    const clock = createVirtualClock(Date.parse('2026-03-01T00:00:00Z'));
    const code = handler(
      'return [new Date(), Date.now(), new Date(0), new Date() instanceof Date, typeof Date()];',
    );
    const { lambda, call } = lambdaWith(functionOf(code), { clock });

    await clock.advance(86_400_000);
    const seen = answerOf(await call());

    expect(seen).toEqual([
      '2026-03-02T00:00:00.000Z',
      clock.now(),
      '1970-01-01T00:00:00.000Z',
      true,
      'string',
    ]);
    await lambda.close();
  });

  it('may only be invoked by who is permitted', async () => {
    const { lambda, call } = lambdaWith(functionOf(handler('')), {
      authorize: (_caller, action, resource) => {
        throw new AccessDenied(`${action} on ${resource}`);
      },
    });

    await expect(call()).rejects.toThrow(
      'lambda:InvokeFunction on arn:aws:lambda:ap-east-1:000000000000:function:work',
    );
    await lambda.close();
  });
});

describe('an invocation fails', () => {
  it.each<[string, string, string, RegExp]>([
    [
      'with the error that was thrown',
      handler('throw new RangeError("too far");'),
      'RangeError',
      /^too far$/,
    ],
    [
      'with the name an error gives itself',
      handler('throw Object.assign(new Error("x"), { name: "CaseWithdrawn" });'),
      'CaseWithdrawn',
      /^x$/,
    ],
    ['with a value that is no error', handler('throw "plain";'), 'string', /^plain$/],
    [
      'when it cannot be written as JSON',
      handler('return 1n;'),
      'Error',
      /^Unable to stringify response body$/,
    ],
    [
      'when it exits',
      handler('process.exit(3);'),
      'Runtime.ExitError',
      /^RequestId: \S+ Error: Runtime exited with error: exit status 3$/,
    ],
    [
      'when it forgets a rejection',
      handler('Promise.reject(new Error("lost")); await new Promise(() => {});'),
      'Runtime.UnhandledPromiseRejection',
      /^Error: lost$/,
    ],
    [
      'when it throws outside of the handler',
      handler('setTimeout(() => { throw new TypeError("late"); }); await new Promise(() => {});'),
      'TypeError',
      /^late$/,
    ],
    [
      'when the module is missing',
      `import 'not-there'; ${handler('')}`,
      'Runtime.ImportModuleError',
      /^Error: Cannot find package 'not-there'/,
    ],
    [
      'when there is no such export',
      'export const other = 1;',
      'Runtime.HandlerNotFound',
      /^index.handler is undefined or not exported$/,
    ],
    [
      'when the code is not JavaScript',
      'export const handler = (;',
      'Runtime.UserCodeSyntaxError',
      /^SyntaxError: /,
    ],
    [
      'when the module throws while it is loaded',
      `throw new Error('early'); ${handler('')}`,
      'Error',
      /^early$/,
    ],
    [
      'when the handler wants a callback',
      'export const handler = (event, context, done) => done();',
      'Runtime.CallbackHandlerDeprecated',
      /Node\.js 24/,
    ],
  ])('%s', async (_name, code, errorType, errorMessage) => {
    const result = await callOnce(code);

    expect(result).toMatchObject({ ok: false, errorType, errorMessage: expect.stringMatching(errorMessage) });
    expect(JSON.parse(result.payload ?? '')).toMatchObject({ errorType });
  });

  it('with the trace of the Node.js runtime', async () => {
    const result = await callOnce(handler('throw new Error("boom");'));

    expect(JSON.parse(result.payload ?? '')).toEqual({
      errorType: 'Error',
      errorMessage: 'boom',
      trace: expect.arrayContaining(['Error: boom', expect.stringMatching(/at .*index\.mjs/)]),
    });
  });

  it('after its timeout, and the function does nothing more', async () => {
    const spec = functionOf(
      `import { appendFileSync } from 'node:fs';
       export const handler = async ({ file, endless }) => {
         if (!endless) return 'again';
         setInterval(() => appendFileSync(file, '.'), 5);
         await new Promise(() => {});
       };`,
      { timeoutSeconds: 0.2 },
    );
    const { lambda, call } = lambdaWith(spec);

    const result = await call({ file: `${spec.codeDirectory}/trace`, endless: true });
    const { statSync } = await import('node:fs');
    const bytesThen = statSync(`${spec.codeDirectory}/trace`).size;

    expect(result).toMatchObject({
      errorType: 'Sandbox.Timedout',
      errorMessage: expect.stringMatching(/^RequestId: \S+ Error: Task timed out after 0\.20 seconds$/),
    });
    expect(answerOf(await call())).toBe('again');
    expect(statSync(`${spec.codeDirectory}/trace`).size).toBe(bytesThen);
    await lambda.close();
  });

  it('after its timeout, even in a loop that never gives way', async () => {
    const result = await callOnce(handler('for (;;);'), { timeoutSeconds: 0.2 });

    expect(result).toMatchObject({ errorType: 'Sandbox.Timedout' });
  });

  it('when it takes more memory than it has', async () => {
    const code = handler('const all = []; for (;;) all.push(new Array(1e5).fill(all.length));');

    const result = await callOnce(code, { memoryMb: 32, timeoutSeconds: 20 });

    expect(result).toMatchObject({ errorType: 'Runtime.OutOfMemory' });
  });

  it('when its reserved concurrency is used up', async () => {
    const code = handler('await new Promise((resolve) => setTimeout(resolve, 50)); return 1;');
    const { lambda, call } = lambdaWith(functionOf(code, { reservedConcurrency: 1 }));

    const results = await Promise.all([call(), call()]);

    expect(results[0]).toMatchObject({ ok: true });
    expect(results[1]).toEqual({
      ok: false,
      errorType: 'Lambda.TooManyRequestsException',
      errorMessage: 'Rate Exceeded.',
    });
    await lambda.close();
  });

  it('and the next one finds a fresh environment', async () => {
    const code = `let calls = 0; ${handler('if (++calls === 1 && event.crash) process.exit(1); return calls;')}`;
    const { lambda, call } = lambdaWith(functionOf(code));

    await call({ crash: true });

    expect(answerOf(await call())).toBe(1);
    await lambda.close();
  });

  it('with one line for the engineer', async () => {
    const { lambda, call, lines } = lambdaWith(functionOf(handler('throw new Error("boom\\nand more");')));

    await call();

    expect(lines).toEqual(['Work: Error: boom']);
    await lambda.close();
  });
});

describe('the log of a function', () => {
  const logOf = async (logFormat: 'Text' | 'JSON') => {
    const code = handler('console.log("hello %s", "you"); console.warn({ a: 1 });');
    const { lambda, call, output } = lambdaWith(functionOf(code, { logFormat }));
    await call();
    await lambda.close();
    return output.join('');
  };

  it('has the lines of Lambda', async () => {
    const lines = (await logOf('Text')).split('\n');

    expect(lines).toEqual([
      expect.stringMatching(/^START RequestId: [0-9a-f-]{36} Version: \$LATEST$/),
      expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z\t[0-9a-f-]{36}\tINFO\thello you$/),
      expect.stringMatching(/\tWARN\t\{ a: 1 \}$/),
      expect.stringMatching(/^END RequestId: /),
      expect.stringMatching(/^REPORT RequestId: \S+\tDuration: [\d.]+ ms$/),
      '',
    ]);
  });

  it('is JSON where the function says so', async () => {
    const line = (await logOf('JSON')).split('\n')[1] ?? '';

    expect(JSON.parse(line)).toMatchObject({ level: 'INFO', message: 'hello you' });
  });
});
