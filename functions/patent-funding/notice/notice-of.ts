import type { Notice } from '../../../workflows/patent-funding/notice/contract.ts';
import type { FundingCase } from '../store/funding-case.ts';
import type { MoneyServices } from '../store/money-services.ts';

/** The notice of a case. @throws a defect where it was never published */
export async function noticeOf(
  { case: { caseId }, detail }: FundingCase,
  { notices }: Pick<MoneyServices, 'notices'>,
): Promise<Notice> {
  const { noticeNumber } = detail.progress?.notice ?? {};
  const notice = noticeNumber === undefined ? undefined : await notices.read(noticeNumber);
  if (notice === undefined) throw new Error(`${caseId} has no notice`);
  return notice;
}
