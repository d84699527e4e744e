import { listingRuleVersions } from '../../../../functions/listing-certificate/store/listing-rules.ts';
import { rulesOn } from '../../../../workflows/listing-certificate/rules/effective-rules.ts';

/** The rule data of seeds/ on a day when they hold. */
export const RULES = rulesOn(listingRuleVersions(), '2026-06-01');
