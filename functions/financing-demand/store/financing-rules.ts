import catalogues from '../../../seeds/financing-demand/catalogue.json' with { type: 'json' };
import directories from '../../../seeds/financing-demand/institutions.json' with { type: 'json' };
import matching from '../../../seeds/financing-demand/matching.json' with { type: 'json' };
import {
  type FinancingRules,
  FinancingRuleVersions,
  financingRulesOn,
} from '../../../workflows/financing-demand/rules/financing-rules.ts';
import { localDateOf } from '../../../workflows/shared/working-days.ts';

let parsed: FinancingRuleVersions | undefined;

/** Catalogue, matching and institutions in effect at an instant. Throws where a file of seeds/ does not fit its contract. */
export function financingRules(at: Date): FinancingRules {
  parsed ??= FinancingRuleVersions.parse({ catalogues, matching, directories });
  return financingRulesOn(parsed, localDateOf(at));
}
