import type {
  EntityAuthorisation,
  EntityRelation,
  FieldAnswer,
  ListingPurpose,
} from '../../../workflows/listing-certificate/contract.ts';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';

type Words<K extends string> = Readonly<Record<K, Bilingual>>;

export const RELATION: Words<EntityRelation> = {
  applicant: { zh: '申请企业', en: 'Applicant' },
  subsidiary: { zh: '子公司', en: 'Subsidiary' },
  branch: { zh: '分公司', en: 'Branch' },
  'controlling-shareholder': { zh: '控股股东', en: 'Controlling shareholder' },
};

export const SIGNATORY_ROLE: Words<EntityAuthorisation['signatoryRole']> = {
  'legal-representative': { zh: '法定代表人', en: 'Legal representative' },
  principal: { zh: '负责人', en: 'Principal' },
  'authorised-agent': { zh: '授权代理人', en: 'Authorised agent' },
};

export const PURPOSE_KIND: Words<ListingPurpose['kind']> = {
  'initial-public-offering': { zh: '首次公开发行', en: 'Initial public offering' },
  refinancing: { zh: '再融资', en: 'Refinancing' },
  bond: { zh: '发行债券', en: 'Bond' },
  merger: { zh: '并购重组', en: 'Merger' },
};

export const BOARD: Words<ListingPurpose['board']> = {
  'sse-main': { zh: '上交所主板', en: 'SSE main board' },
  'sse-star': { zh: '上交所科创板', en: 'SSE STAR' },
  'szse-main': { zh: '深交所主板', en: 'SZSE main board' },
  'szse-chinext': { zh: '深交所创业板', en: 'SZSE ChiNext' },
  bse: { zh: '北交所', en: 'Beijing Stock Exchange' },
  neeq: { zh: '新三板', en: 'NEEQ' },
  hkex: { zh: '港交所', en: 'HKEX' },
  other: { zh: '其他', en: 'Other' },
};

export const FINDING: Words<FieldAnswer['finding']> = {
  'no-record': { zh: '无记录', en: 'No record' },
  records: { zh: '有记录', en: 'Records' },
  'not-my-jurisdiction': { zh: '非本部门管辖', en: 'Not mine' },
};
