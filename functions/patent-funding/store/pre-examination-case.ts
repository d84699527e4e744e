import { PreExaminationDetail } from '../../../workflows/patent-funding/pre-examination/contract.ts';
import type { Case } from '../../../workflows/shared/case.ts';
import { CaseWithdrawnError } from '../../shared/errors.ts';
import type { Services } from '../../shared/services.ts';

export interface PreExaminationCase {
  readonly case: Case;
  readonly detail: PreExaminationDetail;
}

/** A pre-examination that its machine works on. @throws CaseWithdrawnError which ends the machine */
export async function readPreExaminationUnderWay(
  caseId: string,
  services: Pick<Services, 'cases'>,
): Promise<PreExaminationCase> {
  const found = await readPreExamination(caseId, services);
  if (found === undefined) throw new Error(`There is no pre-examination ${caseId}`);
  if (found.case.status === 'WITHDRAWN') throw new CaseWithdrawnError(`case ${caseId} is withdrawn`);
  return found;
}

/** A pre-examination with its detail; undefined where the case is none. */
export async function readPreExamination(
  caseId: string,
  { cases }: Pick<Services, 'cases'>,
): Promise<PreExaminationCase | undefined> {
  const found = await cases.read(caseId);
  if (found?.workflow !== 'pre-examination') return undefined;
  return { case: found, detail: PreExaminationDetail.parse(await cases.readDetail(caseId)) };
}
