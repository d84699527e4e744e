import type { Programme } from '../../workflows/patent-funding/programme.ts';
import { CheckProgramme, type ProgrammeCheck } from '../../workflows/patent-funding/programmes/routes.ts';
import { wouldGrant } from '../../workflows/patent-funding/programmes/would-grant.ts';
import type { CaseSummary } from '../../workflows/shared/case.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { noSuchVersion } from './programmes/change-programme.ts';
import { readFundingCase } from './store/funding-case.ts';
import { type FundingServices, fundingServices } from './store/funding-services.ts';

type Contract = typeof CheckProgramme;
type Services = Pick<FundingServices, 'applications' | 'cases' | 'programmes'>;

/** A Lambda behind the API has half a minute. */
const MOST_CASES = 200;

/** What a version, draft or published, would have granted to the applications of a month. Nothing is written. */
export async function checkProgramme(
  { params: { programmeId, version }, body: { month } }: RouteInput<Contract>,
  services: Services,
): Promise<RouteReply<Contract>> {
  const record = await services.programmes.read(programmeId);
  const tried = record?.versions.find(({ programme }) => programme.version === version)?.programme;
  if (tried === undefined) throw noSuchVersion();
  const { cases, complete } = await applicationsOf(month, services);
  const items = await checked(cases, tried, services);
  const sum = (of: 'grantedFen' | 'wouldGrantFen') => items.reduce((total, item) => total + item[of], 0);
  return {
    body: { items, grantedFen: sum('grantedFen'), wouldGrantFen: sum('wouldGrantFen'), complete },
  };
}

/** Oldest first, as the money was given. */
async function applicationsOf(month: string, { cases }: Services) {
  const found: CaseSummary[] = [];
  let cursor: string | undefined;
  do {
    const page = await cases.listByMonth(month, { limit: 100, cursor });
    found.push(...page.items.filter(({ workflow }) => workflow === 'patent-funding'));
    cursor = page.cursor;
  } while (cursor !== undefined && found.length <= MOST_CASES);
  const complete = cursor === undefined && found.length <= MOST_CASES;
  return { cases: found.slice(0, MOST_CASES).reverse(), complete };
}

/** Each enterprise's year is used up in the order of its applications, and begins with the month. */
async function checked(
  cases: readonly CaseSummary[],
  programme: Programme,
  services: Services,
): Promise<ProgrammeCheck['items']> {
  const used = new Map<string, number>();
  const items: ProgrammeCheck['items'] = [];
  for (const { caseId, caseNumber, applicant } of cases) {
    const { detail } = await readFundingCase(caseId, services);
    if (detail.programmeId !== programme.programmeId || detail.assessment === undefined) continue;
    const rows = await services.applications.read(caseId);
    const usedFen = used.get(applicant.uscc) ?? 0;
    const grant = wouldGrant({ applicantName: applicant.name, rows, usedFen }, programme);
    used.set(applicant.uscc, usedFen + grant.amountFen);
    items.push({
      caseId,
      caseNumber,
      applicant,
      grantedFen:
        detail.outcome === undefined || detail.outcome.end === 'approved' ? (detail.amountFen ?? 0) : 0,
      wouldGrantFen: grant.amountFen,
      patents: rows.length,
      wouldPass: grant.patents.length,
    });
  }
  return items;
}

export const handler = route(CheckProgramme, checkProgramme, fundingServices);
