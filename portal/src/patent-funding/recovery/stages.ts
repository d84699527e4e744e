import { RecoveryDetail } from '../../../../workflows/patent-funding/recovery/contract.ts';
import type { Bilingual } from '../../../../workflows/shared/bilingual.ts';
import type { CaseView } from '../../../../workflows/shared/case.ts';
import type { Stage } from '../../cases/stage.ts';
import { RECOVERY_END } from './words.ts';

/** A recovery as a picture: asked back, then finance says whether it came. */
export function recoveryStages(found: CaseView, name: (departmentId: string) => Bilingual): Stage[] {
  const detail = RecoveryDetail.safeParse(found.detail).data;
  const outcome = detail?.outcome;
  return [
    { id: 'opened', title: { zh: '启动追回', en: 'Asked back' }, state: 'done', after: [] },
    {
      id: 'repayment',
      title: { zh: '等待退回', en: 'To be paid back' },
      state: outcome ? 'done' : 'now',
      ...(detail && { note: name(detail.task.departmentId) }),
      after: ['opened'],
    },
    {
      id: 'end',
      title: outcome ? RECOVERY_END[outcome.end] : { zh: '办结', en: 'Ended' },
      state: outcome ? 'done' : 'next',
      after: ['repayment'],
    },
  ];
}
