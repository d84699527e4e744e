import type { RecoveryDetail } from '../../../../workflows/patent-funding/recovery/contract.ts';
import type { Bilingual } from '../../../../workflows/shared/bilingual.ts';

export const RECOVERY_END: Readonly<Record<NonNullable<RecoveryDetail['outcome']>['end'], Bilingual>> = {
  recovered: { zh: '已全额退回', en: 'Paid back in full' },
  'not-recovered': { zh: '未退回，已移交', en: 'Not paid back, handed over' },
  unanswered: { zh: '财政未答复，由办公室关闭', en: 'Closed by the office without an answer' },
};
