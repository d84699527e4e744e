import type { RegisterLoadStatus } from '../../../../workflows/listing-certificate/register/contract.ts';
import type { Bilingual } from '../../../../workflows/shared/bilingual.ts';

export const LOAD_STATUS: Readonly<
  Record<RegisterLoadStatus, { readonly text: Bilingual; readonly color: string }>
> = {
  AWAITING_FILE: { text: { zh: '等待文件', en: 'Waits for its file' }, color: 'default' },
  LOADING: { text: { zh: '正在加载', en: 'Loading' }, color: 'processing' },
  LOADED: { text: { zh: '已加载', en: 'Loaded' }, color: 'success' },
  REFUSED: { text: { zh: '文件有误，未加载', en: 'Refused: bad lines' }, color: 'error' },
  SUPERSEDED: { text: { zh: '已被后一次加载取代', en: 'A later load won' }, color: 'default' },
  FAILED: { text: { zh: '加载失败', en: 'Failed' }, color: 'error' },
};

/** Columns of a file, by their names in CSV. */
export const COLUMN = {
  uscc: { zh: '统一社会信用代码', en: 'Credit code' },
  fieldId: { zh: '领域', en: 'Field' },
  behaviour: { zh: '记录类别', en: 'Kind of record' },
  documentNumber: { zh: '文书号', en: 'Document number' },
  decidedOn: { zh: '决定日期', en: 'Decided on' },
  authority: { zh: '决定机关', en: 'Authority' },
  behaviourKind: { zh: '违法行为', en: 'Offence' },
  outcome: { zh: '处理结果', en: 'Outcome' },
  repaired: { zh: '是否修复', en: 'Repaired' },
} as const satisfies Readonly<Record<string, Bilingual>>;
