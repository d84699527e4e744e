/**
 * Holds the engine against cases: `npm run asl -- FOLDER_OR_FILE ...` prints a line per case, then 'N passed, N failed'.
 * Format of the cases: test/asl-cases/README.md.
 */
import { type Case, readCases } from './case-file.ts';
import { differences } from './compare.ts';
import { runCase } from './run-case.ts';

const paths = process.argv.slice(2);
if (paths.length === 0) {
  process.stderr.write('Usage: npm run asl -- FOLDER_OR_FILE ...\n');
  process.exit(2);
}

let failed = 0;
const cases = paths.flatMap(readCases);
for (const testCase of cases) {
  const found = await check(testCase);
  if (found.length > 0) failed++;
  process.stdout.write(`${found.length === 0 ? 'ok  ' : 'FAIL'} ${testCase.name}\n`);
  for (const difference of found) process.stdout.write(`     ${difference}\n`);
}
process.stdout.write(`${cases.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

async function check(testCase: Case): Promise<readonly string[]> {
  try {
    return differences(testCase, await runCase(testCase));
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}
