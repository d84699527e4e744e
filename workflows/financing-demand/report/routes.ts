import * as z from 'zod';
import { Bilingual } from '../../shared/bilingual.ts';
import { routeContract } from '../../shared/route-contract.ts';
import { Month } from '../../shared/statistics/month.ts';
import { FinancingFigures } from './figures.ts';
import { PublicStatistics } from './public-statistics.ts';

/** The present month where none is told; a year at the most. */
const PeriodQuery = z
  .strictObject({ fromMonth: Month.optional(), toMonth: Month.optional() })
  .refine(({ fromMonth = '', toMonth = fromMonth }) => fromMonth <= toMonth, {
    path: ['toMonth'],
    params: { code: 'before-from', zh: '不得早于起始月份', en: 'Before fromMonth' },
  });

const Row = FinancingFigures.extend({ id: z.string(), name: Bilingual });
export type FinancingRow = z.infer<typeof Row>;

export const FinancingReport = z.strictObject({
  fromMonth: Month,
  toMonth: Month,
  all: FinancingFigures,
  byLadder: z.array(Row),
  byIndustry: z.array(Row),
  /** Those that lag come first: by promises broken, then by how long they take. */
  byInstitution: z.array(Row),
});
export type FinancingReport = z.infer<typeof FinancingReport>;

export const ShowFinancingReport = routeContract({
  operationId: 'showFinancingReport',
  method: 'GET',
  path: '/v1/office/financing-report',
  summary: {
    zh: '融资对接统计：对接率、服务率、联系与审批时长、拒绝原因、金额；按梯度、行业、机构',
    en: 'Financing: rates, median days, refusals by reason, amounts; by ladder level, industry and institution',
  },
  access: { who: ['office'] },
  query: PeriodQuery,
  reply: FinancingReport,
  status: 200,
});

export const ExportFinancingReport = routeContract({
  operationId: 'exportFinancingReport',
  method: 'GET',
  path: '/v1/office/financing-report.xlsx',
  summary: { zh: '导出融资对接统计（XLSX）', en: 'The financing report as a workbook' },
  access: { who: ['office'] },
  query: PeriodQuery,
  reply: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  status: 200,
});

export const ShowPublicStatistics = routeContract({
  operationId: 'showPublicStatistics',
  method: 'GET',
  path: '/v1/financing-statistics',
  summary: {
    zh: '对外公布的融资需求统计（近十二个月）',
    en: 'Published figures of financing demands, of the last twelve months',
  },
  access: { who: 'public' },
  reply: PublicStatistics,
  status: 200,
});
