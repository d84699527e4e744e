import { Tag } from 'antd';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import type { CaseStatus } from '../../../workflows/shared/case.ts';
import { useText } from '../language.tsx';

const WORDS: Readonly<Record<CaseStatus, { readonly text: Bilingual; readonly color: string }>> = {
  SUBMITTED: { text: { zh: '已提交', en: 'Submitted' }, color: 'processing' },
  IN_REVIEW: { text: { zh: '办理中', en: 'In review' }, color: 'processing' },
  ISSUED: { text: { zh: '已出具', en: 'Issued' }, color: 'success' },
  DECIDED: { text: { zh: '已办结', en: 'Decided' }, color: 'success' },
  FAILED: { text: { zh: '处理受阻', en: 'Held up' }, color: 'error' },
  WITHDRAWN: { text: { zh: '已撤回', en: 'Withdrawn' }, color: 'default' },
};

/** How a case stands, in words. */
export function CaseStatusTag({ status }: { readonly status: CaseStatus }) {
  const say = useText();
  const { text, color } = WORDS[status];
  return <Tag color={color}>{say(text)}</Tag>;
}
