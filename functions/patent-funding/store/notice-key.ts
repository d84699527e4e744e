import type { Notice, Objection } from '../../../workflows/patent-funding/notice/contract.ts';

export interface Key {
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

/** Place of an objection in the list of what the public sees of it: by when it came. */
export function objectionPlace({ shown, receivedAt, noticeNumber, objectionId }: Objection) {
  return {
    noticeState: objectionList(shown),
    noticeOrder: `${new Date(receivedAt).toISOString()}#${noticeNumber}#${objectionId}`,
  };
}

export const objectionList = (shown: Objection['shown']) => `objections#${shown}`;
