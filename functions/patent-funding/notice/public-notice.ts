import type { Notice, PublicNotice } from '../../../workflows/patent-funding/notice/contract.ts';
import type { NoticeLine } from '../../../workflows/patent-funding/notice/routes.ts';
import { RefusedError } from '../../shared/errors.ts';
import type { NoticeStore } from '../store/notice-store.ts';

/** What everybody may read of a notice. @throws RefusedError 404 */
export async function publicNotice(noticeNumber: string, notices: NoticeStore): Promise<PublicNotice> {
  const notice = await foundNotice(noticeNumber, notices);
  const objections = (await notices.objections(noticeNumber)).filter(({ shown }) => shown === 'SHOWN');
  const { caseId: _, outcomes, version: __, applicant, ...shown } = notice;
  return {
    ...shown,
    applicant: { name: applicant.name },
    objections: objections
      .toSorted((a, b) => a.receivedAt.localeCompare(b.receivedAt))
      .map(({ objectionId, ground, text, numbers, receivedAt }) => {
        const outcome = outcomes[objectionId];
        return { objectionId, ground, text, numbers, receivedAt, ...(outcome && { outcome }) };
      }),
  };
}

/** @throws RefusedError 404 */
export async function foundNotice(noticeNumber: string, notices: NoticeStore): Promise<Notice> {
  const notice = await notices.read(noticeNumber);
  if (notice) return notice;
  throw new RefusedError({
    status: 404,
    code: 'notice-not-found',
    zh: '没有这则公示',
    en: 'There is no such notice',
  });
}

export function noticeLine({ applicant, patents, ...notice }: Notice): NoticeLine {
  const { noticeNumber, programme, amountFen, publishedAt, endsAt, endsProvisional, state } = notice;
  return {
    noticeNumber,
    programme,
    applicantName: applicant.name,
    patentCount: patents.length,
    amountFen,
    publishedAt,
    endsAt,
    endsProvisional,
    state,
  };
}
