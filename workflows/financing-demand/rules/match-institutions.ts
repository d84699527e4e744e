import type { MatchingRules } from '../catalogue.ts';
import type { DemandDetail } from '../contract.ts';
import type { Institution } from '../institution.ts';
import type { Match } from '../match.ts';
import type { ProductCatalogue } from '../product/contract.ts';
import { groupsGiven } from './demand-seen.ts';
import { reason } from './match-reasons.ts';
import { type Fit, productFit } from './product-fit.ts';

interface MatchContext {
  readonly institutions: readonly Institution[];
  /** By institution. */
  readonly catalogues: ReadonlyMap<string, ProductCatalogue>;
  readonly rules: MatchingRules;
  readonly at: Date;
}

/**
 * Every institution with how well its best product fits, best first. The same demand, products, rules and moment give the same
 * result, to the order: equal scores stand in the order of the institutions' ids, equal products in that of theirs.
 */
export function matchInstitutions(detail: DemandDetail, context: MatchContext): Match[] {
  return context.institutions
    .map((institution) => matchOf(detail, institution, context))
    .sort((a, b) => rank(b) - rank(a) || (a.institutionId < b.institutionId ? -1 : 1));
}

const rank = ({ eligible, score }: Match) => (eligible ? 1000 : 0) + score;

function matchOf(
  detail: DemandDetail,
  institution: Institution,
  { catalogues, rules, at }: MatchContext,
): Match {
  const { institutionId } = institution;
  const groups = groupsGiven(detail.grants, institution, at);
  const catalogue = catalogues.get(institutionId);
  const ladderLevel = groups?.has('ladder') ? detail.enrichment?.ladder?.level : undefined;
  const demand = { uscc: detail.applicant.uscc, terms: detail.terms, ladderLevel };
  const best = (catalogue?.products ?? [])
    .map((product) => ({ product, fit: productFit(demand, product, rules) }))
    .sort((a, b) => better(b.fit, a.fit) || (a.product.productId < b.product.productId ? -1 : 1))
    .at(0);
  const unasked = groups === undefined ? [reason('consent', 'no-consent')] : [];
  if (catalogue === undefined || best === undefined) {
    const reasonsAgainst = [...unasked, reason('product', 'no-product')];
    return { institutionId, eligible: false, score: 0, reasonsFor: [], reasonsAgainst };
  }
  const { productId, name } = best.product;
  return {
    institutionId,
    eligible: best.fit.eligible && groups !== undefined,
    score: best.fit.score,
    product: { productId, name, catalogueVersion: catalogue.version },
    reasonsFor: best.fit.reasonsFor,
    reasonsAgainst: [...unasked, ...best.fit.reasonsAgainst],
  };
}

/** Of products that do not meet the requirements the one that misses fewest is told of. */
function better(a: Fit, b: Fit): number {
  if (a.eligible !== b.eligible) return a.eligible ? 1 : -1;
  return a.score - b.score || b.reasonsAgainst.length - a.reasonsAgainst.length;
}
