import { DemandDetail } from '../../../workflows/financing-demand/contract.ts';
import type { CaseView } from '../../../workflows/shared/case.ts';
import type { Stage, StageState } from '../cases/stage.ts';
import { END } from './words.ts';

/** The procedure as a picture: tell, match, send, accept, over. */
export function demandStages(found: CaseView): Stage[] {
  const detail = DemandDetail.safeParse(found.detail).data;
  const { enrichment, recipients = [], acceptances = [], ended } = detail ?? {};
  const state = (isDone: boolean, isBegun: boolean): StageState => {
    if (isDone) return 'done';
    if (ended) return 'stopped';
    return isBegun ? 'now' : 'next';
  };
  const sent = recipients.length;
  return [
    { id: 'submit', title: { zh: '提交需求与授权', en: 'Demand and consent' }, state: 'done', after: [] },
    {
      id: 'match',
      title: { zh: '撮合', en: 'Matched' },
      state: state(enrichment !== undefined, true),
      after: ['submit'],
    },
    {
      id: 'send',
      title: { zh: '推送机构', en: 'Sent' },
      state: state(sent > 0, enrichment !== undefined),
      note: { zh: `已推送 ${sent} 家`, en: `${sent} so far` },
      after: ['match'],
    },
    {
      id: 'offer',
      title: { zh: '答复与报价', en: 'Answers and offers' },
      state: state(acceptances.length > 0, sent > 0),
      after: ['send'],
    },
    {
      id: 'end',
      title: { zh: '结束', en: 'Over' },
      state: ended ? 'done' : 'next',
      ...(ended && { note: END[ended.reason] }),
      after: ['offer'],
    },
  ];
}
