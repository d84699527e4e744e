import {
  type CellDecision,
  ObjectionDecision,
  ObjectionDetail,
  type ObjectionOutcome,
} from '../../../workflows/listing-certificate/objection/contract.ts';
import { objectionTaskId, partId } from '../../../workflows/listing-certificate/objection/desk-procedure.ts';
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

export interface GivenDecision extends Pick<ObjectionOutcome, 'verdict' | 'decisions' | 'unanswered'> {
  readonly decidedAt: string;
}

/** What came of the question: what the department decided, and what the office closed unanswered. @throws a defect where it is open */
export async function decisionOf(
  { case: { caseId }, detail: { departmentId, cells } }: ObjectionCase,
  { desk }: Pick<Services, 'desk'>,
): Promise<GivenDecision> {
  const task = await desk.read(objectionTaskId(caseId, departmentId));
  const closed = task?.closedParts ?? [];
  const decidedAt = task?.decidedAt ?? (task?.status === 'CLOSED' ? closed.at(-1)?.closedAt : undefined);
  if (decidedAt === undefined) throw new Error(`The department has not decided the objection ${caseId}`);
  const decisions = task?.answer === undefined ? [] : ObjectionDecision.parse(task.answer).decisions;
  const unanswered = cells
    .filter((cell) => closed.some((part) => part.partId === partId(cell)))
    .map(({ uscc, fieldId }) => ({ uscc, fieldId }));
  return { verdict: verdictOf(decisions), decisions, unanswered, decidedAt };
}

function verdictOf(decisions: readonly CellDecision[]): ObjectionOutcome['verdict'] {
  if (decisions.length === 0) return 'unanswered';
  return decisions.some(({ outcome }) => outcome === 'upheld') ? 'upheld' : 'rejected';
}
