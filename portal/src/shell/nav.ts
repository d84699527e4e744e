import type { OrganisationKind } from '../../../workflows/shared/actor.ts';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';

export interface Place {
  readonly to: string;
  readonly label: Bilingual;
  /** Only its own address is this place, not those below it. */
  readonly end?: true;
  /** Pages elsewhere that belong to it. */
  readonly pages?: readonly Place[];
}

/** What the office sees to, because somebody or something did not do its part in time. */
export const SUPERVISION_PLACES: readonly Place[] = [
  { to: '/office', label: { zh: '逾期待办', en: 'Overdue' }, end: true },
  { to: '/office/tasks', label: { zh: '部门待办', en: 'Desks' } },
  { to: '/office/endpoints', label: { zh: '机构推送', en: 'Push to institutions' } },
  { to: '/office/notifications', label: { zh: '通知发送', en: 'Messages' } },
];

/** Where an organisation goes; departments also where their part in a procedure leads them (`duties` in procedures.ts). */
export const PLACES: Readonly<Record<OrganisationKind, readonly Place[]>> = {
  enterprise: [
    { to: '/', label: { zh: '首页', en: 'Home' }, end: true },
    { to: '/matters', label: { zh: '办事', en: 'Matters' } },
    { to: '/cases', label: { zh: '我的办件', en: 'My cases' } },
  ],
  department: [
    { to: '/desk', label: { zh: '待办', en: 'Desk' }, end: true },
    { to: '/desk/staff', label: { zh: '人员与委托', en: 'Staff' } },
    { to: '/desk/statistics', label: { zh: '本部门统计', en: 'Statistics' } },
  ],
  bank: [
    { to: '/lists', label: { zh: '需求清单', en: 'Demand lists' } },
    { to: '/products', label: { zh: '产品', en: 'Products' } },
    { to: '/push', label: { zh: '推送与接口', en: 'Push and API' } },
  ],
  office: [
    {
      to: '/office',
      label: { zh: '督办', en: 'Supervision' },
      end: true,
      pages: SUPERVISION_PLACES,
    },
    { to: '/office/cases', label: { zh: '办件', en: 'Cases' } },
    { to: '/office/statistics', label: { zh: '统计', en: 'Statistics' } },
    { to: '/office/patents', label: { zh: '专利资助', en: 'Patents' } },
    { to: '/office/audit', label: { zh: '审计', en: 'Audit' } },
    { to: '/office/rules', label: { zh: '规则', en: 'Rules' } },
    { to: '/office/calendars', label: { zh: '节假日', en: 'Calendars' } },
  ],
};

/** What the office reads of how procedures go. */
export const STATISTICS_PLACES: readonly Place[] = [
  { to: '/office/statistics', label: { zh: '办件与部门', en: 'Cases and departments' }, end: true },
  { to: '/office/statistics/financing', label: { zh: '融资对接', en: 'Financing' } },
];

/** What the office does about patent funding. */
export const PATENT_PLACES: readonly Place[] = [
  { to: '/office/patents/programmes', label: { zh: '资助项目', en: 'Programmes' } },
  { to: '/office/patents/budgets', label: { zh: '预算台账', en: 'Budgets' } },
  { to: '/office/patents/objections', label: { zh: '公示异议', en: 'Objections to notices' } },
];
