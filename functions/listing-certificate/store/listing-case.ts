import { ListingDetail } from '../../../workflows/listing-certificate/contract.ts';
import type { Case } from '../../../workflows/shared/case.ts';
import { CaseWithdrawnError } from '../../shared/errors.ts';
import type { Services } from '../../shared/services.ts';

export interface ListingCase {
  readonly case: Case;
  readonly detail: ListingDetail;
}

/** A case that its machine works on. @throws CaseWithdrawnError which ends the machine; a defect where there is no such case */
export async function readCaseUnderWay(
  caseId: string,
  services: Pick<Services, 'cases'>,
): Promise<ListingCase> {
  const listing = await readListingCase(caseId, services);
  if (listing.case.status === 'WITHDRAWN') throw new CaseWithdrawnError(`case ${caseId} is withdrawn`);
  return listing;
}

/** A case of this procedure with its detail. @throws a defect where there is none: the machine runs for cases that exist */
export async function readListingCase(
  caseId: string,
  { cases }: Pick<Services, 'cases'>,
): Promise<ListingCase> {
  const found = await cases.read(caseId);
  if (found === undefined) throw new Error(`There is no case ${caseId}`);
  return { case: found, detail: ListingDetail.parse(await cases.readDetail(caseId)) };
}
