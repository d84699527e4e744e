import type { ProcedurePages } from '../procedures.ts';
import { objectionStages } from './objection/stages.ts';
import { listingStages } from './stages.ts';

/** 企业上市合规证明. */
export const LISTING_CERTIFICATE: ProcedurePages = {
  title: { zh: '企业上市合规证明', en: 'Listing compliance certificate' },
  matter: {
    summary: {
      zh: '一次申请，由各部门同时核查企业及其集团成员在核查期间内的违法违规记录，出具一份可核验的合规报告，替代逐个部门开具的无违规证明。',
      en: 'One application: every department checks the records of the enterprise and its group at the same time, and one verifiable report takes the place of a certificate from each.',
    },
    needs: [
      {
        zh: '集团各主体的名称、统一社会信用代码、关系及其授权',
        en: 'Name, unified social credit code, relation and authorisation of every entity of the group',
      },
      {
        zh: '核查期间、用途（板块）和需要核查的领域',
        en: 'The period, the purpose (board) and the fields to check',
      },
      {
        zh: '联系人；可附补充材料',
        en: 'A contact; further material if you wish',
      },
    ],
    promised: {
      zh: '各部门同时办理，每个部门的承诺时限在选择领域时列明。',
      en: 'The departments work at the same time; what each promises is shown where you choose the fields.',
    },
    result: {
      zh: '合规报告（PDF，带二维码）和可验证凭证，任何人可在线核验。',
      en: 'A report (PDF with QR code) and a verifiable credential, which anybody can verify online.',
    },
  },
  apply: () => import('./apply/apply-page.tsx'),
  detail: () => import('./listing-detail.tsx'),
  stages: listingStages,
  answer: () => import('./answer/answer-form.tsx'),
  parts: () => import('./answer/field-boxes.tsx'),
  bulk: [
    { choice: { finding: 'no-record' }, label: { zh: '全部无记录', en: 'No record anywhere' } },
    {
      choice: { finding: 'not-my-jurisdiction' },
      label: { zh: '全部非本部门管辖', en: 'Not my jurisdiction' },
    },
  ],
  duties: [() => import('./register/place.tsx')],
  pages: [
    {
      kinds: ['enterprise'],
      path: 'cases/:caseId/objection',
      lazy: () => import('./objection/raise-page.tsx'),
    },
    { kinds: ['enterprise'], path: 'cases/:caseId/renewal', lazy: () => import('./report/renewal-page.tsx') },
    { kinds: ['department'], path: 'desk/register', lazy: () => import('./register/register-page.tsx') },
    { kinds: ['department'], path: 'desk/register/:loadId', lazy: () => import('./register/load-page.tsx') },
  ],
};

/** 异议: begun from the report of another case. */
export const LISTING_OBJECTION: ProcedurePages = {
  title: { zh: '合规报告异议', en: 'Objection to a compliance report' },
  detail: () => import('./objection/objection-detail.tsx'),
  stages: objectionStages,
  answer: () => import('./objection/decision-form.tsx'),
  parts: () => import('./objection/cell-boxes.tsx'),
};
