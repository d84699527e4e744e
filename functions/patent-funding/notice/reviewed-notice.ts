import type { Notice } from '../../../workflows/patent-funding/notice/contract.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { RefusedError } from '../../shared/errors.ts';
import { findFundingCase } from '../store/funding-case.ts';
import type { MoneyServices } from '../store/money-services.ts';
import { noticeOf } from './notice-of.ts';

/**
 * The notice of a case for those who review it: finance, which has a task in the case too, does not read who objected.
 * @throws RefusedError 403; 404 where the case has no notice
 */
export async function reviewedNotice(
  caseId: string,
  actor: Actor,
  services: Pick<MoneyServices, 'cases' | 'notices'>,
): Promise<Notice> {
  const funding = await findFundingCase(caseId, services);
  if (funding?.detail.progress?.notice === undefined) throw noNotice();
  const notice = await noticeOf(funding, services);
  if (actor.organisationKind === 'office' || actor.organisationId === notice.departmentId) return notice;
  throw new RefusedError({
    status: 403,
    code: 'not-your-notice',
    zh: '该公示的异议由审核单位查看',
    en: 'Objections to this notice are for the reviewing department',
  });
}

function noNotice(): RefusedError {
  return new RefusedError({
    status: 404,
    code: 'notice-not-found',
    zh: '该办件没有公示',
    en: 'The case has no notice',
  });
}
