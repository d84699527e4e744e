import type { Bilingual } from '../../../workflows/shared/bilingual.ts';

/** Some data hold both languages in one text: `审核通过 / Approved`. Any other text stands in both as it is. */
export function inBoth(text: string): Bilingual {
  const [, zh = text, en = text] = /^(.*\p{Script=Han}.*) \/ (\P{Script=Han}+)$/u.exec(text) ?? [];
  return { zh, en };
}
