import { FundingDetail } from '../../../workflows/patent-funding/contract.ts';
import type { Case } from '../../../workflows/shared/case.ts';
import { CaseWithdrawnError } from '../../shared/errors.ts';
import type { Services } from '../../shared/services.ts';

export interface FundingCase {
  readonly case: Case;
  readonly detail: FundingDetail;
}

/** A case that its machine works on. @throws CaseWithdrawnError which ends the machine */
export async function readFundingUnderWay(
  caseId: string,
  services: Pick<Services, 'cases'>,
): Promise<FundingCase> {
  const funding = await readFundingCase(caseId, services);
  if (funding.case.status === 'WITHDRAWN') throw new CaseWithdrawnError(`case ${caseId} is withdrawn`);
  return funding;
}

/** The case as one of this procedure, for routes that name any case; undefined where there is none, or of another procedure. */
export async function findFundingCase(
  caseId: string,
  services: Pick<Services, 'cases'>,
): Promise<FundingCase | undefined> {
  const found = await services.cases.read(caseId);
  return found?.workflow === 'patent-funding' ? readFundingCase(caseId, services) : undefined;
}

/** A case of this procedure with its detail. @throws a defect where there is none: the machine runs for cases that exist */
export async function readFundingCase(
  caseId: string,
  { cases }: Pick<Services, 'cases'>,
): Promise<FundingCase> {
  const found = await cases.read(caseId);
  if (found === undefined) throw new Error(`There is no case ${caseId}`);
  return { case: found, detail: FundingDetail.parse(await cases.readDetail(caseId)) };
}
