import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { functionOf, lambdaWith } from './run-function.ts';

let compileCache: string;
beforeEach(() => {
  compileCache = mkdtempSync(join(tmpdir(), 'compiled-'));
});
afterEach(() => rmSync(compileCache, { recursive: true }));

/** What V8 compiled of the function's file, beside what Node.js keeps of the worker's own. */
const kept = () => readdirSync(compileCache).filter((name) => name.endsWith(process.version));

async function answerOf(code: string) {
  const { lambda, call } = lambdaWith(functionOf(code, {}, 'index.cjs'), { compileCache });
  const result = await call();
  await vi.waitFor(() => expect(kept()).not.toEqual([]));
  await lambda.close();
  return result;
}

describe('a CommonJS function', () => {
  it('is compiled once for all its threads, and anew when its code changes', async () => {
    const first = await answerOf("exports.handler = () => 'one';");
    const again = await answerOf("exports.handler = () => 'one';");
    const keptOfOne = kept();
    const changed = await answerOf("exports.handler = () => 'two';");

    expect([first, again, changed].map((result) => 'payload' in result && result.payload)).toEqual([
      '"one"',
      '"one"',
      '"two"',
    ]);
    expect(keptOfOne).toHaveLength(1);
  });

  it('finds itself and what lies beside it where the data directory is named from the working directory', async () => {
    const spec = functionOf("exports.handler = () => require('./beside.cjs').value;", {}, 'index.cjs');
    writeFileSync(join(spec.codeDirectory, 'beside.cjs'), 'exports.value = 7;');
    const codeDirectory = relative(process.cwd(), spec.codeDirectory);
    const { lambda, call } = lambdaWith({ ...spec, codeDirectory }, { compileCache });

    expect(await call()).toMatchObject({ payload: '7' });
    await lambda.close();
  });

  it('is run although what was kept of it is damaged', async () => {
    await answerOf('exports.handler = () => 1;');
    for (const name of kept()) writeFileSync(join(compileCache, name), 'damaged');

    expect(await answerOf('exports.handler = () => 1;')).toMatchObject({ payload: '1' });
  });

  it('names its sources in a trace where source maps are asked for', async () => {
    const spec = functionOf(
      "exports.handler = () => { throw new Error('boom'); };",
      { environment: { NODE_OPTIONS: '--enable-source-maps' } },
      'index.cjs',
    );
    const map = { version: 3, sources: ['work.ts'], names: [], mappings: 'AAAA' };
    writeFileSync(join(spec.codeDirectory, 'index.cjs.map'), JSON.stringify(map));
    const { lambda, call } = lambdaWith(spec, { compileCache });

    expect(JSON.parse((await call()).payload ?? '')).toMatchObject({
      errorMessage: 'boom',
      trace: expect.arrayContaining([expect.stringMatching(/work\.ts:1:/)]),
    });
    await lambda.close();
  });
});
