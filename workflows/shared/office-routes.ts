import * as z from 'zod';
import { Bilingual } from './bilingual.ts';
import { routeContract } from './route-contract.ts';
import { DepartmentFigures, ProcedureFigures } from './statistics/figures.ts';
import { Month, monthsOf } from './statistics/month.ts';

const MOST_MONTHS = 24;

/** The present month where none is told. */
const period = {
  month: Month.optional(),
  /** With `toMonth`, instead of `month`. */
  fromMonth: Month.optional(),
  toMonth: Month.optional(),
};

interface Asked {
  readonly month?: string | undefined;
  readonly fromMonth?: string | undefined;
  readonly toMonth?: string | undefined;
}

function refinePeriod({ month, fromMonth, toMonth }: Asked, refused: z.RefinementCtx): void {
  const refuse = (name: string, code: string, words: Bilingual) =>
    refused.addIssue({ code: 'custom', path: [name], params: { code, ...words } });
  if ((fromMonth === undefined) !== (toMonth === undefined)) {
    const missing = fromMonth === undefined ? 'fromMonth' : 'toMonth';
    refuse(missing, 'required', { zh: '起止月份应同时填写', en: 'fromMonth and toMonth go together' });
  }
  if (fromMonth === undefined || toMonth === undefined) return;
  if (month !== undefined) {
    refuse('month', 'either-or', {
      zh: '与起止月份不能同时填写',
      en: 'Not together with fromMonth and toMonth',
    });
  }
  const count = monthsOf(fromMonth, toMonth).length;
  if (count === 0) refuse('toMonth', 'before-from', { zh: '不得早于起始月份', en: 'Before fromMonth' });
  if (count > MOST_MONTHS) {
    const words = { zh: `最多 ${MOST_MONTHS} 个月`, en: `At most ${MOST_MONTHS} months` };
    refuse('toMonth', 'too-many-months', words);
  }
}

const OfficeQuery = z
  .strictObject({
    ...period,
    /** Only this procedure, as `listing-certificate`. */
    procedure: z.string().min(1).max(64).optional(),
  })
  .superRefine(refinePeriod);

/** 部门排名: best first. */
export const RankedDepartment = DepartmentFigures.extend({ rank: z.int().positive(), name: Bilingual });

export const Statistics = z.strictObject({
  fromMonth: Month,
  toMonth: Month,
  procedure: z.string().optional(),
  departments: z.array(RankedDepartment),
  procedures: z.array(ProcedureFigures.extend({ title: Bilingual })),
});
export type Statistics = z.infer<typeof Statistics>;

export const ShowStatistics = routeContract({
  operationId: 'showStatistics',
  method: 'GET',
  path: '/v1/office/statistics',
  summary: {
    zh: '统计：办件量、办理时长（中位数、90 分位，工作日）、部门排名',
    en: 'Throughput, median and 90th percentile working days, league of departments',
  },
  access: { who: ['office'] },
  query: OfficeQuery,
  reply: Statistics,
  status: 200,
});

export const ExportStatistics = routeContract({
  operationId: 'exportStatistics',
  method: 'GET',
  path: '/v1/office/statistics.xlsx',
  summary: {
    zh: '导出统计及各部门逾期情况（XLSX）',
    en: 'The statistics, and how each department stands now, as a workbook',
  },
  access: { who: ['office'] },
  query: OfficeQuery,
  reply: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  status: 200,
});

export const ShowOwnStatistics = routeContract({
  operationId: 'showOwnStatistics',
  method: 'GET',
  path: '/v1/departments/me/statistics',
  summary: { zh: '本部门的统计', en: "One's own department's statistics" },
  access: { who: ['department'] },
  query: z.strictObject(period).superRefine(refinePeriod),
  reply: z.strictObject({ fromMonth: Month, toMonth: Month, figures: DepartmentFigures }),
  status: 200,
});

/** A department's open tasks now. */
export const DepartmentLoad = z.strictObject({
  departmentId: z.string(),
  name: Bilingual,
  open: z.int().nonnegative(),
  /** Due from now on, on one of the next working days. */
  dueSoon: z.int().nonnegative(),
  /** Open ones whose due date has passed. */
  overdue: z.int().nonnegative(),
  /** Of them, those that the office sees to already; GET /v1/desk/escalations lists them. */
  escalated: z.int().nonnegative(),
});
export type DepartmentLoad = z.infer<typeof DepartmentLoad>;

/** What is due within so many working days is due soon, unless another number is asked for. */
export const DUE_SOON_WORKING_DAYS = 3;

export const Overdue = z.strictObject({ dueSoonThroughOn: z.iso.date(), items: z.array(DepartmentLoad) });
export type Overdue = z.infer<typeof Overdue>;

export const ShowOverdue = routeContract({
  operationId: 'showOverdue',
  method: 'GET',
  path: '/v1/office/overdue',
  summary: {
    zh: '各部门待办、即将到期、逾期和督办的数量',
    en: 'Open, due soon, overdue and escalated tasks of each department',
  },
  access: { who: ['office'] },
  query: z.strictObject({
    dueSoonWorkingDays: z.coerce.number().int().min(1).max(20).default(DUE_SOON_WORKING_DAYS),
  }),
  reply: Overdue,
  status: 200,
});
