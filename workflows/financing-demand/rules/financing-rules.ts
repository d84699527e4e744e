import * as z from 'zod';
import { inEffectOn } from '../../shared/in-effect-on.ts';
import { DemandCatalogue, MatchingRules } from '../catalogue.ts';
import { type Institution, InstitutionDirectory } from '../institution.ts';

/** All versions of the rule data. */
export const FinancingRuleVersions = z.strictObject({
  catalogues: z.array(DemandCatalogue).min(1),
  matching: z.array(MatchingRules).min(1),
  directories: z.array(InstitutionDirectory).min(1),
});
export type FinancingRuleVersions = z.infer<typeof FinancingRuleVersions>;

/** Those that hold on one day. */
export interface FinancingRules {
  readonly catalogue: DemandCatalogue;
  readonly matching: MatchingRules;
  readonly directory: InstitutionDirectory;
}

/** The rule data in effect on a local date. Throws where none is. */
export function financingRulesOn(versions: FinancingRuleVersions, on: string): FinancingRules {
  return {
    catalogue: inEffectOn(versions.catalogues, on, 'the demand catalogue'),
    matching: inEffectOn(versions.matching, on, 'the matching rules'),
    directory: inEffectOn(versions.directories, on, 'the directory of institutions'),
  };
}

/** An institution that is admitted to demand lists. */
export function institutionIn(
  { institutions }: InstitutionDirectory,
  institutionId: string,
): Institution | undefined {
  return institutions.find((one) => one.institutionId === institutionId);
}
