import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { signedHeaders } from '../../functions/financing-demand/delivery/signed-headers.ts';

/** The samples of docs/webhooks.md are taken from the page and run: those whose language this machine has. */

const ROOT = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(ROOT, 'docs', 'webhooks.md'), 'utf8');
// Below the project, where the TypeScript sample finds standardwebhooks.
mkdirSync(join(ROOT, '.local'), { recursive: true });
const folder = mkdtempSync(join(ROOT, '.local', 'webhooks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const OTHER = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
const BODY = JSON.stringify({ specversion: '1.0', data: { 名称: '需求清单' } });

interface Sample {
  readonly language: string;
  readonly file: string;
  /** Made ready once. */
  readonly compile?: readonly string[];
  readonly run: readonly string[];
}
const SAMPLES: readonly Sample[] = [
  { language: 'ts', file: 'verify.ts', run: [process.execPath, 'verify.ts'] },
  { language: 'python', file: 'verify.py', run: ['python3', 'verify.py'] },
  { language: 'java', file: 'Verify.java', compile: ['javac', 'Verify.java'], run: ['java', 'Verify'] },
];

function call([command = '', ...rest]: readonly string[], input = '') {
  return spawnSync(command, rest, { cwd: folder, input });
}
const isThere = ({ run, compile = run }: Sample) => call([compile[0] ?? '', '--version']).status === 0;

/** Writes the sample of the page, ready to run. */
function prepare({ language, file, compile }: Sample): void {
  const code = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1];
  if (!code) throw new Error(`the page has no sample in ${language}`);
  writeFileSync(join(folder, file), code);
  if (compile) expect(call(compile).stderr.toString()).toBe('');
}

function verdictOf({ run }: Sample, headers: Record<string, string>, body = BODY) {
  const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
  const { stdout, status } = call([...run, ...names.map((name) => String(headers[name])), SECRET], body);
  return `${stdout.toString().trim()} ${status}`;
}

describe.each(SAMPLES)('the sample in $language', (sample) => {
  it('tells what is genuine from what is forged, late or changed', ({ skip }) => {
    skip(!isThere(sample), `not run: this machine has no ${(sample.compile ?? sample.run)[0]}`);
    prepare(sample);
    const now = new Date();
    const good = signedHeaders('list-1', now, BODY, [OTHER, SECRET]);
    const forged = signedHeaders('list-1', now, BODY, [OTHER]);
    const late = signedHeaders('list-1', new Date(now.getTime() - 6 * 60_000), BODY, [SECRET]);

    expect([
      verdictOf(sample, good),
      verdictOf(sample, forged),
      verdictOf(sample, late),
      verdictOf(sample, good, `${BODY} `),
    ]).toEqual(['genuine 0', 'forged 1', 'forged 1', 'forged 1']);
  });
});
