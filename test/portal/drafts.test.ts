import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../infra/bundles.ts';

/** What is typed here chooses what one looks at, and is sent nowhere. */
const FILTERS = [
  'portal/src/financing-demand/bank/attempts.tsx',
  'portal/src/office/audit/audit-page.tsx',
  'portal/src/office/audit/case-chooser.tsx',
  'portal/src/patent-funding/office/programmes/trial.tsx',
];
const SETTER = /const \[\w+, (set\w+)\] = useState/g;
const CONTROL = /<(TextField|InputNumber|Input(?:\.TextArea)?)\b(?:(?!\/>)[\s\S])*\/>/g;

describe('what somebody types into a form', () => {
  it('is never held by the page alone, which a reload or the end of a session would lose', () => {
    const forgetful = globSync('portal/src/**/*.tsx', { cwd: ROOT }).filter((file) => {
      const text = readFileSync(join(ROOT, file), 'utf8');
      const setters = [...text.matchAll(SETTER)].map(([, setter]) => setter ?? '');
      return [...text.matchAll(CONTROL)].some(([control]) =>
        setters.some((setter) => new RegExp(`\\b${setter}\\b`).test(control)),
      );
    });
    expect(forgetful.toSorted()).toEqual(FILTERS);
  });
});
