import {
  ObjectionDecision,
  ObjectionDetail,
} from '../../../workflows/listing-certificate/objection/contract.ts';
import { objectionTaskId } from '../../../workflows/listing-certificate/objection/desk-procedure.ts';
import type { Case } from '../../../workflows/shared/case.ts';
import { CaseWithdrawnError } from '../../shared/errors.ts';
import type { Services } from '../../shared/services.ts';

export interface ObjectionCase {
  readonly case: Case;
  readonly detail: ObjectionDetail;
}

/** An objection that its machine works on. @throws CaseWithdrawnError which ends the machine */
export async function readObjectionUnderWay(
  caseId: string,
  services: Pick<Services, 'cases'>,
): Promise<ObjectionCase> {
  const objection = await readObjection(caseId, services);
  if (objection.case.status === 'WITHDRAWN') {
    throw new CaseWithdrawnError(`objection ${caseId} is withdrawn`);
  }
  return objection;
}

/** An objection with its detail. @throws a defect where there is none: the machine runs for cases that exist */
export async function readObjection(
  caseId: string,
  { cases }: Pick<Services, 'cases'>,
): Promise<ObjectionCase> {
  const found = await cases.read(caseId);
  if (found === undefined) throw new Error(`There is no case ${caseId}`);
  return { case: found, detail: ObjectionDetail.parse(await cases.readDetail(caseId)) };
}

export interface GivenDecision extends ObjectionDecision {
  readonly decidedAt: string;
}

/** What the department decided. @throws a defect where it has not */
export async function decisionOf(
  { case: { caseId }, detail: { departmentId } }: ObjectionCase,
  { desk }: Pick<Services, 'desk'>,
): Promise<GivenDecision> {
  const task = await desk.read(objectionTaskId(caseId, departmentId));
  if (!task?.decidedAt) throw new Error(`The department has not decided the objection ${caseId}`);
  return { ...ObjectionDecision.parse(task.answer), decidedAt: task.decidedAt };
}
