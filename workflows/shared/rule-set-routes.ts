import * as z from 'zod';
import { Bilingual } from './bilingual.ts';
import { routeContract } from './route-contract.ts';

/** One version of a set of rules, as it lies in seeds/: when it holds from, where it comes from, what it says. */
export const RuleVersion = z.strictObject({
  version: z.string(),
  effectiveOn: z.iso.date(),
  source: z.string(),
  content: z.record(z.string(), z.json()),
});
export type RuleVersion = z.infer<typeof RuleVersion>;

export const RuleSetView = z.strictObject({
  id: z.string(),
  title: Bilingual,
  /** Oldest first. */
  versions: z.array(RuleVersion),
});
export type RuleSetView = z.infer<typeof RuleSetView>;

export const ListRuleSets = routeContract({
  operationId: 'listRuleSets',
  method: 'GET',
  path: '/v1/office/rule-sets',
  summary: { zh: '各项规则及其版本', en: 'The sets of rules with their versions' },
  access: { who: ['office'] },
  reply: z.strictObject({ items: z.array(RuleSetView) }),
  status: 200,
});
