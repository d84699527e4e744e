import { FundingDetail } from '../../../workflows/patent-funding/contract.ts';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import type { CaseView } from '../../../workflows/shared/case.ts';
import type { Stage, StageState } from '../cases/stage.ts';
import { PAYMENT_STATE } from './words.ts';

/** The procedure as a picture: apply, assess by rule, review, publish, pay. */
export function fundingStages(found: CaseView, name: (departmentId: string) => Bilingual): Stage[] {
  const detail = FundingDetail.safeParse(found.detail).data;
  const isOver = ['DECIDED', 'ISSUED', 'WITHDRAWN'].includes(found.status);
  const isReviewed = detail?.review !== undefined && (detail.outcome ?? detail.progress) !== undefined;
  /** A step that is done, is under way, or did not come any more. */
  const state = (isDone: boolean, isBegun: boolean): StageState => {
    if (isDone) return 'done';
    if (isOver) return 'stopped';
    return isBegun ? 'now' : 'next';
  };
  const assessed = detail?.assessment;
  const { notice, payment } = detail?.progress ?? {};
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
      id: 'notice',
      title: { zh: '公示', en: 'Public notice' },
      state: state(payment !== undefined, notice !== undefined),
      ...(notice && { note: { zh: notice.noticeNumber, en: notice.noticeNumber } }),
      after: ['review'],
    },
    {
      id: 'payment',
      title: { zh: '拨付', en: 'Payment' },
      state: state(payment?.state === 'PAID', payment !== undefined),
      ...(payment && { note: PAYMENT_STATE[payment.state] }),
      after: ['notice'],
    },
  ];
}
