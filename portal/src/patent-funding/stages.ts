import { FundingDetail } from '../../../workflows/patent-funding/contract.ts';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import type { CaseView } from '../../../workflows/shared/case.ts';
import type { Stage, StageState } from '../cases/stage.ts';

/** The procedure as a picture: apply, assess by rule, review, conclude. */
export function fundingStages(found: CaseView, name: (departmentId: string) => Bilingual): Stage[] {
  const detail = FundingDetail.safeParse(found.detail).data;
  const isOver = ['DECIDED', 'ISSUED', 'WITHDRAWN'].includes(found.status);
  const isReviewed = detail?.outcome !== undefined && detail.review !== undefined;
  /** A step that is done, is under way, or did not come any more. */
  const state = (isDone: boolean, isBegun: boolean): StageState => {
    if (isDone) return 'done';
    if (isOver) return 'stopped';
    return isBegun ? 'now' : 'next';
  };
  const assessed = detail?.assessment;
  return [
    { id: 'apply', title: { zh: '提交申请', en: 'Applied' }, state: 'done', after: [] },
    {
      id: 'assess',
      title: { zh: '逐件核查', en: 'Assessed by rule' },
      state: state(assessed !== undefined, true),
      ...(assessed && {
        note: {
          zh: `符合 ${assessed.passed} 件，不符合 ${assessed.failed} 件`,
          en: `${assessed.passed} passed, ${assessed.failed} failed`,
        },
      }),
      after: ['apply'],
    },
    {
      id: 'review',
      title: { zh: '审核', en: 'Review' },
      state: state(isReviewed, detail?.review !== undefined),
      ...(detail?.review && { note: name(detail.review.departmentId) }),
      after: ['assess'],
    },
    {
      id: 'end',
      title: { zh: '办结', en: 'Concluded' },
      state: state(found.status === 'DECIDED' || found.status === 'ISSUED', isReviewed),
      after: ['review'],
    },
  ];
}
