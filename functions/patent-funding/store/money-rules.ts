import * as z from 'zod';
import rules from '../../../seeds/patent-funding/money-rules.json' with { type: 'json' };
import { MoneyRules } from '../../../workflows/patent-funding/money/rules.ts';
import { inEffectOn } from '../../../workflows/shared/in-effect-on.ts';

let parsed: MoneyRules[] | undefined;

/** The version that holds on a day. Throws where the file of seeds/ does not fit. */
export function moneyRulesOn(on: string): MoneyRules {
  parsed ??= z.array(MoneyRules).parse(rules);
  return inEffectOn(parsed, on, 'the rules of notice and payment');
}
