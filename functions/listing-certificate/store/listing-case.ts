import { ListingDetail } from '../../../workflows/listing-certificate/contract.ts';
import type { Case } from '../../../workflows/shared/case.ts';
import type { Services } from '../../shared/services.ts';

export interface ListingCase {
  readonly case: Case;
  readonly detail: ListingDetail;
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
