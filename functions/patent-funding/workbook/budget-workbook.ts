import writeExcelFile from 'write-excel-file/node';
import type { BudgetReport } from '../../../workflows/patent-funding/ledger/routes.ts';
import { type SheetColumn, sheetOf } from '../../shared/workbook/columns.ts';
import { yuanCell } from './yuan-cell.ts';

type Share = BudgetReport['levels'][number];
type Patents = BudgetReport['ipc'][number];

const LEDGER: readonly SheetColumn<BudgetReport['account']>[] = [
  { heading: '项目', width: 30, cell: ({ name }) => name.zh },
  { heading: '年度', width: 8, cell: ({ year }) => year },
  { heading: '状态', width: 10, cell: ({ state }) => (state === 'OPEN' ? '执行中' : '已结转') },
  { heading: '预算（元）', width: 16, cell: ({ allottedFen }) => yuanCell(allottedFen) },
  { heading: '可用（元）', width: 16, cell: ({ remainingFen }) => yuanCell(remainingFen) },
  { heading: '已预留（元）', width: 16, cell: ({ reservedFen }) => yuanCell(reservedFen) },
  { heading: '已拨付（元）', width: 16, cell: ({ spentFen }) => yuanCell(spentFen) },
  { heading: '候补件数', width: 10, cell: ({ waitingCount }) => waitingCount },
  { heading: '候补金额（元）', width: 16, cell: ({ waitingFen }) => yuanCell(waitingFen) },
];

const ENTERPRISES: readonly SheetColumn<BudgetReport['enterprises'][number]>[] = [
  { heading: '企业', width: 34, cell: ({ name }) => name },
  { heading: '统一社会信用代码', width: 22, cell: ({ uscc }) => uscc },
  { heading: '已预留（元）', width: 16, cell: ({ reservedFen }) => yuanCell(reservedFen) },
  { heading: '已拨付（元）', width: 16, cell: ({ spentFen }) => yuanCell(spentFen) },
];

const shares = (heading: string): readonly SheetColumn<Share>[] => [
  { heading, width: 22, cell: ({ name }) => name },
  { heading: '已预留（元）', width: 16, cell: ({ reservedFen }) => yuanCell(reservedFen) },
  { heading: '已拨付（元）', width: 16, cell: ({ spentFen }) => yuanCell(spentFen) },
];

const LANES: readonly SheetColumn<BudgetReport['lanes'][number]>[] = [
  ...shares('通道'),
  { heading: '已拨付办件', width: 12, cell: ({ cases }) => cases },
];

const patents = (heading: string): readonly SheetColumn<Patents>[] => [
  { heading, width: 22, cell: ({ name }) => name },
  { heading: '资助专利（件）', width: 14, cell: ({ patents }) => patents },
  { heading: '已拨付（元）', width: 16, cell: ({ spentFen }) => yuanCell(spentFen) },
];

const WAITING: readonly SheetColumn<BudgetReport['waiting'][number]>[] = [
  { heading: '序号', width: 8, cell: ({ place }) => place },
  { heading: '办件', width: 40, cell: ({ caseId }) => caseId },
  { heading: '金额（元）', width: 16, cell: ({ amountFen }) => yuanCell(amountFen) },
  { heading: '受理时间', width: 26, cell: ({ acceptedAt }) => acceptedAt },
];

/** The report of a budget as a workbook of Chinese offices. */
export function budgetWorkbook(report: BudgetReport): Promise<Buffer> {
  return writeExcelFile([
    sheetOf('台账', LEDGER, [report.account]),
    sheetOf('企业', ENTERPRISES, report.enterprises),
    sheetOf('梯度', shares('梯度'), report.levels),
    sheetOf('通道', LANES, report.lanes),
    sheetOf('IPC', patents('IPC 大类'), report.ipc),
    sheetOf('产业', patents('重点产业'), report.industries),
    sheetOf('类型', patents('专利类型'), report.kinds),
    sheetOf('候补', WAITING, report.waiting),
  ]).toBuffer();
}
