import type { Notice } from '../../../workflows/patent-funding/notice/contract.ts';

interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Keys of NoticeTable (docs/access-patterns.md): a notice with its objections, and how often a caller objected today. */
export const NOTICE_KEY = {
  partition: (noticeNumber: string) => `notice#${noticeNumber}`,
  notice: (noticeNumber: string): Key => ({ pk: NOTICE_KEY.partition(noticeNumber), sk: 'notice' }),
  objection: (noticeNumber: string, objectionId: string): Key => ({
    pk: NOTICE_KEY.partition(noticeNumber),
    sk: `${OBJECTIONS}${objectionId}`,
  }),
} as const;

export const OBJECTIONS = 'objection#';

/** Place of a notice in the list of its state: by its end. */
export function noticePlace({ state, endsAt, noticeNumber }: Notice) {
  return { noticeState: state, noticeOrder: `${new Date(endsAt).toISOString()}#${noticeNumber}` };
}
