import type { ProcedurePages } from '../procedures.ts';
import { demandStages } from './stages.ts';

/** 融资需求. */
export const FINANCING_DEMAND: ProcedurePages = {
  title: { zh: '融资需求', en: 'Financing demand' },
  matter: {
    summary: {
      zh: '提交一次需求，平台按银行产品撮合并推送给您授权的机构；谁能看到什么、看到什么时候，由您决定并可随时撤回。',
      en: 'Tell once what you want to borrow: it is matched with products and sent to whom you consent to. Who sees what, until when, is yours to say and to take back.',
    },
    needs: [
      { zh: '金额、期限、用途、可接受的利率和担保方式', en: 'Amount, term, purpose, rate and security' },
      {
        zh: '授权：哪些机构在什么期限内可以看哪些信息',
        en: 'The consent: which institutions see which data, until when',
      },
      {
        zh: '联系人；可自行申报纳税、社保信息',
        en: 'A contact; tax and social security if you wish to declare them',
      },
    ],
    promised: {
      zh: '每个工作日 9:00 推送，紧急需求立即推送；机构受理后按承诺时限联系和答复。',
      en: 'Sent at 9:00 of each working day, urgent demands at once; institutions contact and decide within what they promise.',
    },
    result: {
      zh: '各机构报价并列比较，由您选择接受。',
      en: 'The offers side by side, for you to accept one.',
    },
  },
  ownEnding: true,
  apply: () => import('./apply/apply-page.tsx'),
  detail: () => import('./demand-detail.tsx'),
  stages: demandStages,
  pages: [
    { path: 'financing-statistics', lazy: () => import('./public-statistics-page.tsx') },
    {
      kinds: ['enterprise'],
      path: 'demands/:demandId/change',
      lazy: () => import('./change/change-page.tsx'),
    },
    { kinds: ['bank'], path: 'lists', lazy: () => import('./bank/lists-page.tsx') },
    { kinds: ['bank'], path: 'lists/:demandId', lazy: () => import('./bank/demand-page.tsx') },
    { kinds: ['bank'], path: 'products', lazy: () => import('./bank/products-page.tsx') },
    { kinds: ['bank'], path: 'push', lazy: () => import('./bank/push-page.tsx') },
    { kinds: ['office'], path: 'office/endpoints', lazy: () => import('./office/endpoints-page.tsx') },
    {
      kinds: ['office'],
      path: 'office/statistics/financing',
      lazy: () => import('./office/report-page.tsx'),
    },
  ],
};
