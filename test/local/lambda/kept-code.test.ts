import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepCode } from '../../../local/lambda/kept-code.ts';
import { functionOf, lambdaWith } from './run-function.ts';

const newDirectory = () => join(mkdtempSync(join(tmpdir(), 'kept-')), 'code');

describe('the code of a function', () => {
  it('runs on when the assembly is built again', async () => {
    const spec = functionOf('export const handler = () => 1;');
    const [kept = spec] = keepCode([spec], newDirectory());

    rmSync(spec.codeDirectory, { recursive: true });
    const { lambda, call } = lambdaWith(kept);

    expect(await call()).toMatchObject({ ok: true, payload: '1' });
    await lambda.close();
  });

  it('is kept as long as it is wanted', () => {
    const directory = newDirectory();
    const [first, second] = [functionOf('1'), functionOf('2')];

    keepCode([first], directory);
    keepCode([first, second], directory);
    keepCode([second], directory);

    expect(readdirSync(directory)).toEqual([basename(second.codeDirectory)]);
  });
});
