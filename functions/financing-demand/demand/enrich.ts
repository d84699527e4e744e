import * as z from 'zod';
import type { DemandCatalogue } from '../../../workflows/financing-demand/catalogue.ts';
import type { Enrichment } from '../../../workflows/financing-demand/enrichment.ts';
import type { CaseSummary } from '../../../workflows/shared/case.ts';
import { localDateOf, localInstant } from '../../../workflows/shared/working-days.ts';
import { ladderOf } from '../../shared/store/ladder.ts';
import type { ServicesWithRecords } from '../store/services-with-records.ts';

type EnrichServices = Pick<ServicesWithRecords, 'cases' | 'issuedCertificates' | 'financingRules' | 'now'>;

/**
 * What the platform knows of an enterprise now: its level on the ladder, its valid certificates, the patents whose funding was paid. Kept
 * with the demand; what an institution sees of it, the consent says.
 */
export async function enrich(uscc: string, services: EnrichServices): Promise<Enrichment> {
  const at = services.now();
  const own = await allCases(uscc, services);
  const ladder = ladderOn(uscc, localDateOf(at), services.financingRules(at).catalogue);
  return {
    asOf: localInstant(at),
    ...(ladder && { ladder }),
    certificates: await validCertificates(own, services),
    patents: { funded: await fundedPatents(own, services) },
  };
}

/** The highest level that holds on a day. */
function ladderOn(uscc: string, on: string, { ladderLevels }: DemandCatalogue): Enrichment['ladder'] {
  const rank = (level: string) => ladderLevels.findIndex(({ id }) => id === level);
  const highest = ladderOf(uscc, on)
    .filter(({ fromOn, untilOn }) => fromOn <= on && on <= untilOn)
    .sort((a, b) => rank(b.level) - rank(a.level))
    .at(0);
  return highest && { level: highest.level, validUntilOn: highest.untilOn };
}

async function validCertificates(
  own: readonly CaseSummary[],
  { issuedCertificates }: EnrichServices,
): Promise<Enrichment['certificates']> {
  const numbers = own.flatMap(({ workflow, resultNumber }) =>
    workflow === 'listing-certificate' && resultNumber !== undefined ? [resultNumber] : [],
  );
  const found = await Promise.all(
    numbers.map(async (number) => ({ number, issuedAt: await issuedCertificates.validSince(number) })),
  );
  return found.flatMap(({ number, issuedAt }) => (issuedAt ? [{ number, issuedAt }] : []));
}

/** Of the detail of a funding case what is asked here. */
const Funded = z.object({ grant: z.object({ patents: z.array(z.unknown()) }) });

/** A funding case that was paid bears the number of its payment order. */
async function fundedPatents(own: readonly CaseSummary[], { cases }: EnrichServices): Promise<number> {
  const paid = own.filter(
    ({ workflow, status, resultNumber }) =>
      workflow === 'patent-funding' && status === 'DECIDED' && resultNumber !== undefined,
  );
  const details = await cases.readDetails(paid.map(({ caseId }) => caseId));
  return [...details.values()].reduce<number>((sum, detail) => {
    const { success, data } = Funded.safeParse(detail);
    return success ? sum + data.grant.patents.length : sum;
  }, 0);
}

async function allCases(uscc: string, { cases }: Pick<EnrichServices, 'cases'>): Promise<CaseSummary[]> {
  const found: CaseSummary[] = [];
  let cursor: string | undefined;
  do {
    const page = await cases.listByApplicant(uscc, { limit: 100, cursor });
    found.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return found;
}
