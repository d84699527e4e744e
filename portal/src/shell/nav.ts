import type { OrganisationKind } from '../../../workflows/shared/actor.ts';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';

interface Place {
  readonly to: string;
  readonly label: Bilingual;
  /** Only its own address is this place, not those below it. */
  readonly end?: true;
}

/** Where each kind of organisation goes. */
export const PLACES: Readonly<Record<OrganisationKind, readonly Place[]>> = {
  enterprise: [
    { to: '/', label: { zh: '首页', en: 'Home' }, end: true },
    { to: '/matters', label: { zh: '办事', en: 'Matters' } },
    { to: '/cases', label: { zh: '我的办件', en: 'My cases' } },
  ],
  department: [
    { to: '/desk', label: { zh: '待办', en: 'Desk' }, end: true },
    { to: '/desk/register', label: { zh: '记录库', en: 'Register' } },
    { to: '/desk/staff', label: { zh: '人员与委托', en: 'Staff' } },
    { to: '/desk/statistics', label: { zh: '本部门统计', en: 'Statistics' } },
  ],
  bank: [
    { to: '/lists', label: { zh: '需求清单', en: 'Demand lists' } },
    { to: '/products', label: { zh: '产品', en: 'Products' } },
    { to: '/push', label: { zh: '推送设置', en: 'Push' } },
  ],
  office: [
    { to: '/office', label: { zh: '督办', en: 'Overdue' }, end: true },
    { to: '/office/cases', label: { zh: '办件', en: 'Cases' } },
    { to: '/office/statistics', label: { zh: '统计', en: 'Statistics' } },
    { to: '/office/audit', label: { zh: '审计', en: 'Audit' } },
    { to: '/office/calendars', label: { zh: '节假日', en: 'Calendars' } },
  ],
};
