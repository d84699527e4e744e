import type { Objection } from '../../../../../workflows/patent-funding/notice/contract.ts';
import type { Bilingual } from '../../../../../workflows/shared/bilingual.ts';

/** What the public sees of an objection. */
export const SHOWN: Readonly<Record<Objection['shown'], Bilingual>> = {
  RECEIVED: { zh: '待处理（未公开）', en: 'To be looked at (not shown)' },
  SHOWN: { zh: '已公开', en: 'Shown' },
  HIDDEN: { zh: '不公开', en: 'Hidden' },
};
