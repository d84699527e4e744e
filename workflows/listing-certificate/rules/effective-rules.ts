import type { ListingRules, ListingRuleVersions } from '../catalogue.ts';
import type { MadeUnder } from '../contract.ts';

interface Version {
  readonly version: string;
  readonly effectiveOn: string;
}

/** The rule data that hold on a day (local date): of every list the version that took effect last. Throws where none did. */
export function rulesOn(versions: ListingRuleVersions, onDate: string): ListingRules {
  return {
    catalogue: effectiveOn(versions.catalogues, onDate),
    ruleSet: effectiveOn(versions.ruleSets, onDate),
    area: effectiveOn(versions.areas, onDate),
    limits: effectiveOn(versions.limits, onDate),
  };
}

/** The rule data a case was accepted under, whatever holds today. Throws for a version that no longer is in the data. */
export function rulesOfCase(versions: ListingRuleVersions, madeUnder: MadeUnder): ListingRules {
  return {
    catalogue: byVersion(versions.catalogues, madeUnder.catalogueVersion),
    ruleSet: byVersion(versions.ruleSets, madeUnder.ruleSetVersion),
    area: byVersion(versions.areas, madeUnder.areaVersion),
    limits: byVersion(versions.limits, madeUnder.limitsVersion),
  };
}

/** The versions to keep with a case that is accepted under these rules. */
export function madeUnder(rules: ListingRules): MadeUnder {
  return {
    catalogueVersion: rules.catalogue.version,
    ruleSetVersion: rules.ruleSet.version,
    areaVersion: rules.area.version,
    limitsVersion: rules.limits.version,
  };
}

/** The version that took effect last. Throws where none did. */
export function effectiveOn<T extends Version>(versions: readonly T[], onDate: string): T {
  const latest = versions
    .filter((candidate) => candidate.effectiveOn <= onDate)
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? 1 : -1))
    .at(0);
  if (latest === undefined) throw new Error(`No version of the rule data is in effect on ${onDate}`);
  return latest;
}

function byVersion<T extends Version>(versions: readonly T[], version: string): T {
  const found = versions.find((candidate) => candidate.version === version);
  if (found === undefined) throw new Error(`Version ${version} is not in the rule data`);
  return found;
}
