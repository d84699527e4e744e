import type { OwnPage, ProcedurePages } from '../procedures.ts';
import { preExaminationStages } from './pre-examination/stages.ts';
import { recoveryStages } from './recovery/stages.ts';
import { fundingStages } from './stages.ts';

/** 专利资助. */
export const PATENT_FUNDING: ProcedurePages = {
  title: { zh: '专利资助', en: 'Patent funding' },
  matter: {
    summary: {
      zh: '一次申报多件专利（最多 500 件），按资助项目的规则逐件核查；符合快速通道条件的企业优先办理。',
      en: 'Up to 500 patents in one application, each held against the rules of the programme; enterprises of the fast lane go first.',
    },
    needs: [
      {
        zh: '专利清单：专利号、名称、授权公告日与公告号、专利权人、地址（可从电子表格粘贴或上传文件）',
        en: 'The patents: number, title, day and number of the grant, patentees, address (paste them from a spreadsheet or send a file)',
      },
      {
        zh: '每件已缴官方费用、票据号和已获其他资助',
        en: 'Fees paid, receipts, what was received elsewhere',
      },
      { zh: '本企业名下的收款账户；联系人', en: 'An account of the enterprise’s own; a contact' },
    ],
    promised: {
      zh: '审核承诺时限按通道分别计算，选择项目时列明。',
      en: 'The review is promised by lane, as shown with the programme.',
    },
    result: {
      zh: '逐件核查结果及理由；审核通过的金额公示后拨付。',
      en: 'What was found of each patent and why; what is approved is published and paid.',
    },
  },
  departments: {
    'ip-centre': { zh: '知识产权中心', en: 'IP centre' },
    finance: { zh: '财政局', en: 'Finance' },
  },
  apply: () => import('./apply/apply-page.tsx'),
  detail: () => import('./funding-detail.tsx'),
  stages: fundingStages,
  answer: () => import('./answer/answer-form.tsx'),
  bulkForm: {
    takes: ({ taskId }) => /\.payment-\d+$/.test(taskId),
    form: () => import('./payment/confirm-payments.tsx'),
  },
  duties: [() => import('./register/place.tsx'), () => import('./payment/place.tsx')],
  pages: [
    { kinds: ['department'], path: 'desk/payments', lazy: () => import('./payment/orders-page.tsx') },
    {
      kinds: ['department'],
      path: 'desk/patent-register',
      lazy: () => import('./register/register-page.tsx'),
    },
    { path: 'programmes', lazy: () => import('./public-programmes-page.tsx') },
    { path: 'public/notices/:number/objection', lazy: () => import('./objecting/objecting-page.tsx') },
    office('office/patents', () => import('./office/patents-home.tsx')),
    office('office/patents/programmes', () => import('./office/programmes/programmes-page.tsx')),
    office('office/patents/programmes/:programmeId', () => import('./office/programmes/programme-page.tsx')),
    office(
      'office/patents/programmes/:programmeId/draft',
      () => import('./office/programmes/draft-page.tsx'),
    ),
    office('office/patents/objections', () => import('./office/objections/objections-page.tsx')),
    office('office/patents/budgets', () => import('./office/budgets/budgets-page.tsx')),
    office('office/patents/budgets/:programmeId/:year', () => import('./office/budgets/budget-page.tsx')),
  ],
};

function office(path: string, lazy: OwnPage['lazy']): OwnPage {
  return { kinds: ['office'], path, lazy };
}

/** 追回: begun by the office, from the application that was funded. */
export const PATENT_RECOVERY: ProcedurePages = {
  title: { zh: '专利资助追回', en: 'Recovery of patent funding' },
  ownEnding: true,
  detail: () => import('./recovery/recovery-detail.tsx'),
  stages: recoveryStages,
  answer: () => import('./recovery/repayment-form.tsx'),
};

/** 专利快速预审: before a filing is made. */
export const PRE_EXAMINATION: ProcedurePages = {
  title: { zh: '专利快速预审', en: 'Fast pre-examination of a patent filing' },
  matter: {
    summary: {
      zh: '专利申请提交前，由知识产权中心先行审查；合格的出具预审合格证明，凭证明提交申请可加快审查。',
      en: 'The IP centre examines a filing before it is made; with the pass certificate it is filed and examined faster.',
    },
    needs: [
      { zh: '发明名称、专利类型、所属产业、国际分类号', en: 'Title, kind, industry and IPC classes' },
      { zh: '拟提交的申请文件（PDF）；联系人', en: 'The documents of the filing as PDF; a contact' },
    ],
    promised: {
      zh: '按预审规则的承诺时限办理，提交后在办件中列明。',
      en: 'Within the time of the rules of pre-examination, shown with the case.',
    },
    result: {
      zh: '预审合格证明，或不合格的全部理由；之后可报送申请号、跟踪授权。',
      en: 'A pass certificate, or every reason against it; then the filing and the grant are followed.',
    },
  },
  apply: () => import('./pre-examination/apply-page.tsx'),
  detail: () => import('./pre-examination/pre-examination-detail.tsx'),
  stages: preExaminationStages,
  answer: () => import('./pre-examination/examination-form.tsx'),
  pages: [
    {
      kinds: ['enterprise', 'department', 'office'],
      path: 'cases/:caseId/pass-certificate',
      lazy: () => import('./pre-examination/certificate/certificate-page.tsx'),
    },
  ],
};
