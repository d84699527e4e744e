import type { ProcedurePages } from '../procedures.ts';
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
};

/** 追回: begun by the office, from the application that was funded. */
export const PATENT_RECOVERY: ProcedurePages = {
  title: { zh: '专利资助追回', en: 'Recovery of patent funding' },
};
