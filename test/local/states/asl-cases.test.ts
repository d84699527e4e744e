import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCases } from '../../../local/states/asl/case-file.ts';
import { differences } from '../../../local/states/asl/compare.ts';
import { runCase } from '../../../local/states/asl/run-case.ts';

const cases = readCases(fileURLToPath(new URL('../../asl-cases', import.meta.url)));

describe('the engine does as AWS does', () => {
  it.each(cases.map((each) => [each.name, each] as const))(
    '%s',
    async (_name, each) => {
      expect(differences(each, await runCase(each))).toEqual([]);
    },
    20_000,
  );
});

it('a difference is found', async () => {
  const [sample] = cases;
  if (!sample) throw new Error('there are no cases');
  const wrong = {
    ...sample,
    expected: { ...sample.expected, output: 'something else', statesEntered: ['Nowhere'] },
  };
  expect(differences(wrong, await runCase(wrong))).toHaveLength(2);
});
