import writeExcelFile from 'write-excel-file/node';
import type { AnswerRules } from '../../../workflows/financing-demand/answer/answer-rules.ts';
import type { FinancingReport, FinancingRow } from '../../../workflows/financing-demand/report/routes.ts';
import { type SheetColumn, sheetOf } from '../../shared/workbook/columns.ts';

/** People reckon in units of ten thousand yuan (万元). */
const TEN_THOUSAND_YUAN_FEN = 1_000_000;
const amount = (fen: number) => fen / TEN_THOUSAND_YUAN_FEN;

const COLUMNS: readonly SheetColumn<FinancingRow>[] = [
  { heading: '名称', width: 26, cell: ({ name }) => name.zh },
  { heading: '需求数', width: 8, cell: (row) => row.demands },
  { heading: '对接率（%）', width: 10, cell: (row) => row.takingUpPercent },
  { heading: '服务率（%）', width: 10, cell: (row) => row.servicePercent },
  { heading: '受理', width: 8, cell: (row) => row.acknowledged },
  { heading: '已联系', width: 8, cell: (row) => row.contacted },
  { heading: '报价', width: 8, cell: (row) => row.offers },
  { heading: '拒绝', width: 8, cell: (row) => row.refusals },
  { heading: '审批通过率（%）', width: 12, cell: (row) => row.approvalPercent },
  { heading: '联系时长中位数（工作日）', width: 14, cell: (row) => row.medianContactWorkingDays },
  { heading: '审批时长中位数（工作日）', width: 14, cell: (row) => row.medianDecisionWorkingDays },
  { heading: '联系逾期', width: 8, cell: (row) => row.overdueContacts },
  { heading: '审批逾期', width: 8, cell: (row) => row.overdueDecisions },
  { heading: '需求金额（万元）', width: 12, cell: (row) => amount(row.wantedFen) },
  { heading: '报价金额（万元）', width: 12, cell: (row) => amount(row.offeredFen) },
  { heading: '接受金额（万元）', width: 12, cell: (row) => amount(row.acceptedFen) },
  { heading: '提款金额（万元）', width: 12, cell: (row) => amount(row.drawnFen) },
];

interface Reason {
  readonly name: string;
  readonly count: number;
}
const REASONS: readonly SheetColumn<Reason>[] = [
  { heading: '拒绝原因', width: 26, cell: ({ name }) => name },
  { heading: '次数', width: 8, cell: ({ count }) => count },
];

/** The report as a workbook of Chinese offices: the whole, ladder levels, industries, institutions, reasons of refusal. */
export function reportWorkbook(
  { all, byLadder, byIndustry, byInstitution }: FinancingReport,
  reasons: AnswerRules['refusalReasons'],
): Promise<Buffer> {
  const whole = { id: 'all', name: { zh: '合计', en: 'All' }, ...all };
  const refusals = all.refusalsByReason.map(({ reason, count }) => ({
    name: reasons.find(({ code }) => code === reason)?.name.zh ?? reason,
    count,
  }));
  return writeExcelFile([
    sheetOf('总体', COLUMNS, [whole]),
    sheetOf('按梯度', COLUMNS, byLadder),
    sheetOf('按行业', COLUMNS, byIndustry),
    sheetOf('按机构', COLUMNS, byInstitution),
    sheetOf('拒绝原因', REASONS, refusals),
  ]).toBuffer();
}
