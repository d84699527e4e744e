import { RecoveryDetail } from '../../../workflows/patent-funding/recovery/contract.ts';
import type { Case } from '../../../workflows/shared/case.ts';
import type { Services } from '../../shared/services.ts';

export interface RecoveryCase {
  readonly case: Case;
  readonly detail: RecoveryDetail;
}

/** A recovery with its detail. @throws a defect where there is none: the machine runs for cases that exist */
export async function readRecovery(
  caseId: string,
  { cases }: Pick<Services, 'cases'>,
): Promise<RecoveryCase> {
  const found = await cases.read(caseId);
  if (found === undefined) throw new Error(`There is no case ${caseId}`);
  return { case: found, detail: RecoveryDetail.parse(await cases.readDetail(caseId)) };
}
