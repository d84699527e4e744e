import { describe, expect, it } from 'vitest';
import { listRuleSets } from '../../functions/office/list-rule-sets.ts';
import { namesIn, RULE_WORD } from '../../portal/src/office/rule-words.ts';
import { differences } from '../../portal/src/parts/differences.ts';

const { items } = (await listRuleSets()).body;
/** Names of properties anywhere in rule data, but for the texts in both languages. */
function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}

describe('rule data on the page of the office', () => {
  it.each(items.map(({ id, versions }) => [id, versions] as const))(
    'is told by names of its own language: %s',
    (_, versions) => {
      const keys = versions.flatMap(({ content }) => keysOf(content));
      expect(keys.filter((key) => key !== 'zh' && key !== 'en' && !RULE_WORD[key])).toEqual([]);
    },
  );

  it('calls what the rules name themselves as they name it', () => {
    const { content = {} } = items.find(({ id }) => id === 'institutions')?.versions.at(-1) ?? {};
    const [first] = differences(undefined, content);
    expect(namesIn(content)[first?.path[1] ?? '']?.zh).toBe('两江示范银行');
  });

  it('has no name that no rule uses', () => {
    const used = new Set(['true', 'false', ...items.flatMap(({ versions }) => versions.flatMap(wordsOf))]);
    expect(Object.keys(RULE_WORD).filter((word) => !used.has(word))).toEqual([]);
  });
});

/** Keys, and the codes that stand as values. */
function wordsOf({ content }: (typeof items)[number]['versions'][number]): string[] {
  return [
    ...keysOf(content),
    ...differences(undefined, content).flatMap(({ after = '' }) => after.split('、')),
  ];
}
