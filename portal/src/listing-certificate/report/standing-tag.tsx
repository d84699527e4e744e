import { Tag } from 'antd';
import type { CertificateStatus } from '../../../../workflows/listing-certificate/certificate-standing.ts';
import type { Bilingual } from '../../../../workflows/shared/bilingual.ts';
import { useText } from '../../language.tsx';

const WORDS: Readonly<Record<CertificateStatus, { readonly text: Bilingual; readonly color: string }>> = {
  valid: { text: { zh: '有效', en: 'Valid' }, color: 'success' },
  'under-objection': { text: { zh: '异议处理中', en: 'Under objection' }, color: 'warning' },
  superseded: { text: { zh: '已被取代', en: 'Superseded' }, color: 'default' },
  revoked: { text: { zh: '已撤销', en: 'Revoked' }, color: 'error' },
};

/** How a report stands, in words. */
export function StandingTag({ status }: { readonly status: CertificateStatus }) {
  const say = useText();
  const { text, color } = WORDS[status];
  return <Tag color={color}>{say(text)}</Tag>;
}
