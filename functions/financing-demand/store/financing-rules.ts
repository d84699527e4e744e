import catalogues from '../../../seeds/financing-demand/catalogue.json' with { type: 'json' };
import directories from '../../../seeds/financing-demand/institutions.json' with { type: 'json' };
import matching from '../../../seeds/financing-demand/matching.json' with { type: 'json' };
import { FinancingRuleVersions } from '../../../workflows/financing-demand/rules/financing-rules.ts';

let parsed: FinancingRuleVersions | undefined;

/** All versions of the rule data, held against their contract once. Throws where a file of seeds/ does not fit. */
export function financingRuleVersions(): FinancingRuleVersions {
  parsed ??= FinancingRuleVersions.parse({ catalogues, matching, directories });
  return parsed;
}
