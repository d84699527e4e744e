import type { SupplementSummary } from '../../../workflows/shared/supplement.ts';
import { RefusedError } from '../../shared/errors.ts';
import { changedMeanwhile } from '../../shared/request-headers.ts';

const WORDS = {
  ANSWERED: { code: 'supplement-answered', zh: '已经提交过补正', en: 'The supplement is answered already' },
  LAPSED: { code: 'supplement-lapsed', zh: '补正期限已过', en: 'The time for the supplement is over' },
  CLOSED: { code: 'supplement-closed', zh: '办件已撤回，补正已关闭', en: 'The case was withdrawn' },
} as const;

/** @throws RefusedError 409 where it is not open any more, 412 where somebody changed it since `ifMatch` */
export function refuseUnlessOpen(supplement: SupplementSummary, ifMatch: number): void {
  const { supplementId, status, version } = supplement;
  const present = { supplementId, status, version };
  if (status !== 'OPEN') throw new RefusedError({ status: 409, ...WORDS[status], present });
  if (version !== ifMatch) throw changedMeanwhile(present);
}
