import areas from '../../../seeds/listing-certificate/areas.json' with { type: 'json' };
import catalogues from '../../../seeds/listing-certificate/catalogue.json' with { type: 'json' };
import limits from '../../../seeds/listing-certificate/limits.json' with { type: 'json' };
import ruleSets from '../../../seeds/listing-certificate/rule-sets.json' with { type: 'json' };
import { ListingRuleVersions } from '../../../workflows/listing-certificate/catalogue.ts';

let parsed: ListingRuleVersions | undefined;

/** All versions of the rule data, held against their contract once. Throws where a file of seeds/ does not fit. */
export function listingRuleVersions(): ListingRuleVersions {
  parsed ??= ListingRuleVersions.parse({ catalogues, ruleSets, areas, limits });
  return parsed;
}
