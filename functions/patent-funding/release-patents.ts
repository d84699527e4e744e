import { ReleasePatents } from '../../workflows/patent-funding/steps.ts';
import type { CaseStatus } from '../../workflows/shared/case.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import type { GuardedWrite } from '../shared/store/write.ts';
import { task } from '../shared/task.ts';
import { releaseEach } from './claims/each-patent.ts';
import { type FundingCase, readFundingCase } from './store/funding-case.ts';
import { type FundingServices, fundingServices } from './store/funding-services.ts';

/**
 * Every end but payment: the patents are free for whoever applies next, the enterprise has its year back, and the case, unless it was
 * withdrawn, is DECIDED with the outcome that brought it here. A second run changes nothing.
 */
export async function releasePatents(
  { caseId }: { readonly caseId: string },
  services: FundingServices,
): Promise<{ caseId: string; status: CaseStatus }> {
  await releaseEach(await services.applications.read(caseId), caseId, services);
  const status = await untilFresh(() => end(caseId, services));
  return { caseId, status };
}

async function end(caseId: string, services: FundingServices): Promise<CaseStatus> {
  const funding = await readFundingCase(caseId, services);
  const { programmeId, budgetYear: year, applicant } = funding.detail;
  const used = await services.enterpriseYears.read({ uscc: applicant.uscc, programmeId, year });
  const yearBack = used.uses[caseId] === undefined ? [] : [services.enterpriseYears.use(used, caseId, 0)];
  const { status } = funding.case;
  const ended = status === 'WITHDRAWN' || status === 'DECIDED';
  const writes = [...yearBack, ...(ended ? [] : await decided(funding, services))];
  if (writes.length > 0) await services.commit(writes);
  return ended ? status : 'DECIDED';
}

async function decided(
  { case: read, detail }: FundingCase,
  { cases, desk, outbox, now }: FundingServices,
): Promise<GuardedWrite[]> {
  if (detail.outcome === undefined) throw new Error(`Case ${read.caseId} ends for no reason`);
  const at = localInstant(now());
  const pauses = (await desk.ofCase(read.caseId)).flatMap(({ clock }) => clock.pauses);
  return [
    ...cases.change(
      read,
      { status: 'DECIDED', pauses },
      {
        kind: 'patents-released',
        at,
        actor: { by: 'platform', step: 'ReleasePatents' },
        details: { end: detail.outcome.end },
      },
    ),
    ...outbox.notify('funding-refused', read, at, {}),
  ];
}

export const handler = task(ReleasePatents, releasePatents, fundingServices);
