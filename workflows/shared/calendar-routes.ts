import * as z from 'zod';
import { LoadedYear, MovedDueDate } from './calendar.ts';
import { PageQuery, pageOf } from './page.ts';
import { routeContract } from './route-contract.ts';
import { OfficialYear } from './working-days.ts';

export const LoadCalendar = routeContract({
  operationId: 'loadCalendar',
  method: 'POST',
  path: '/v1/calendars',
  summary: {
    zh: '加载某年度官方节假日安排，并重新计算暂定的到期时间',
    en: 'Load the official calendar of a year: provisional due dates are computed anew',
  },
  access: { who: ['office'] },
  body: OfficialYear.extend({
    /** The version that this one corrects; absent for a year that has none. */
    replaces: z.int().positive().optional(),
  }),
  reply: LoadedYear,
  status: 201,
  idempotencyKey: true,
});

export const ListCalendars = routeContract({
  operationId: 'listCalendars',
  method: 'GET',
  path: '/v1/calendars',
  summary: { zh: '已公布的年度节假日安排', en: 'The published years with their sources' },
  access: { who: ['enterprise', 'department', 'bank', 'office'] },
  reply: z.strictObject({ items: z.array(LoadedYear) }),
  status: 200,
});

/** By the new due date. */
export const ListMovedDueDates = routeContract({
  operationId: 'listMovedDueDates',
  method: 'GET',
  path: '/v1/calendars/{year}/moved-due-dates',
  summary: {
    zh: '加载某年度节假日安排后变动的到期时间',
    en: 'Due dates that moved because the calendar of a year was loaded',
  },
  access: { who: ['office'] },
  params: z.strictObject({ year: z.coerce.number().int().min(2000).max(2100) }),
  query: PageQuery,
  reply: pageOf(MovedDueDate).extend({
    /** How many they are on all pages. */
    total: z.int().nonnegative(),
    /** Some are still being computed. */
    pending: z.boolean(),
  }),
  status: 200,
});
