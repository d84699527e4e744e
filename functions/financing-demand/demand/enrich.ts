import type { Enrichment } from '../../../workflows/financing-demand/enrichment.ts';
import type { CaseSummary } from '../../../workflows/shared/case.ts';
import { localInstant } from '../../../workflows/shared/working-days.ts';
import type { ServicesWithRecords } from '../store/services-with-records.ts';

/** What the platform knows of an enterprise now: its valid certificates and how many patents were funded. */
export async function enrich(
  uscc: string,
  { cases, issuedCertificates, now }: Pick<ServicesWithRecords, 'cases' | 'issuedCertificates' | 'now'>,
): Promise<Enrichment> {
  const own = await allCases(uscc, { cases });
  const numbers = own.flatMap(({ workflow, resultNumber }) =>
    workflow === 'listing-certificate' && resultNumber !== undefined ? [resultNumber] : [],
  );
  const certificates = await Promise.all(
    numbers.map(async (number) => ({ number, issuedAt: await issuedCertificates.validSince(number) })),
  );
  return {
    asOf: localInstant(now()),
    certificates: certificates.flatMap(({ number, issuedAt }) => (issuedAt ? [{ number, issuedAt }] : [])),
    patents: { funded: 0 },
  };
}

async function allCases(uscc: string, { cases }: Pick<ServicesWithRecords, 'cases'>): Promise<CaseSummary[]> {
  const found: CaseSummary[] = [];
  let cursor: string | undefined;
  do {
    const page = await cases.listByApplicant(uscc, { limit: 100, cursor });
    found.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return found;
}
