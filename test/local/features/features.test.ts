import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderFeatures } from '../../../local/features/render.ts';

it('FEATURES.md says what the code does (else: npm run features)', () => {
  expect(readFileSync(new URL('../../../local/FEATURES.md', import.meta.url), 'utf8')).toBe(renderFeatures());
});
