import type { Bilingual } from '../../../../workflows/shared/bilingual.ts';
import type { Say } from '../../language.tsx';

/** Of an entity. */
const PARTS: Readonly<Record<string, Bilingual>> = {
  name: { zh: '名称', en: 'name' },
  uscc: { zh: '统一社会信用代码', en: 'credit code' },
  relation: { zh: '与申请企业的关系', en: 'relation' },
  'authorisation/signatory': { zh: '授权签署人', en: 'signed by' },
  'authorisation/signatoryRole': { zh: '签署人身份', en: 'signed as' },
  'authorisation/signedOn': { zh: '签署日期', en: 'signed on' },
};
const PLACES: Readonly<Record<string, Bilingual>> = {
  '/entities': { zh: '集团主体', en: 'Entities' },
  '/fields': { zh: '核查领域', en: 'Fields' },
  '/period': { zh: '核查期间', en: 'Period' },
  '/period/fromOn': { zh: '起始日期', en: 'From' },
  '/period/toOn': { zh: '截止日期', en: 'To' },
  '/purpose/kind': { zh: '用途', en: 'Purpose' },
  '/purpose/board': { zh: '上市板块', en: 'Board' },
  '/contact/name': { zh: '联系人姓名', en: 'Name of the contact' },
  '/contact/phone': { zh: '联系人电话', en: 'Phone of the contact' },
  '/contact/email': { zh: '联系人邮箱', en: 'Mail of the contact' },
};

/** What the place of a fault is called; an entity by its number. */
export function placeName(pointer: string, say: Say): string | undefined {
  const [, index, part = ''] = /^\/entities\/(\d+)(?:\/(.+))?$/.exec(pointer) ?? [];
  if (index === undefined) return PLACES[pointer] && say(PLACES[pointer]);
  const entity = say({ zh: '第 {n} 个主体', en: 'Entity {n}' }, { n: Number(index) + 1 });
  return PARTS[part] ? `${entity} ${say(PARTS[part])}` : entity;
}
