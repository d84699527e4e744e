import type { Case } from '../../../workflows/shared/case.ts';
import { RefusedError } from '../../shared/errors.ts';

/** Whether tasks of a case may still change: a closed case stays closed. FAILED is breakage and no end. */
export function isUnderWay({ status }: Pick<Case, 'status'>): boolean {
  return status === 'IN_REVIEW' || status === 'FAILED';
}

/** @throws RefusedError 409 with the state of the case */
export function refuseUnlessUnderWay({ caseId, status }: Pick<Case, 'caseId' | 'status'>): void {
  if (isUnderWay({ status })) return;
  throw new RefusedError({
    status: 409,
    code: 'case-state',
    zh: `办件目前的状态（${status}）不允许此操作`,
    en: `The case is ${status}: its tasks cannot change`,
    present: { caseId, status },
  });
}
