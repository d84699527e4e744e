import writeExcelFile from 'write-excel-file/node';
import type { DepartmentLoad, Overdue, Statistics } from '../../../workflows/shared/office-routes.ts';
import { type SheetColumn, sheetOf } from '../../shared/workbook/columns.ts';

type Department = Statistics['departments'][number];
type Procedure = Statistics['procedures'][number];
interface Day {
  readonly title: string;
  readonly on: string;
  readonly submitted: number;
  readonly concluded: number;
  readonly withdrawn: number;
}
interface Taken {
  readonly whose: string;
  readonly workingDays: number;
  readonly count: number;
}

const LEAGUE: readonly SheetColumn<Department>[] = [
  { heading: '排名', width: 6, cell: ({ rank }) => rank },
  { heading: '部门', width: 26, cell: ({ name }) => name.zh },
  { heading: '按时答复率（%）', width: 12, cell: ({ keptPercent }) => keptPercent },
  { heading: '办理时长中位数（工作日）', width: 14, cell: (one) => one.medianWorkingDays },
  { heading: '办理时长90分位（工作日）', width: 14, cell: (one) => one.ninetiethPercentileWorkingDays },
  { heading: '已答复', width: 8, cell: ({ answered }) => answered },
  { heading: '其中按时', width: 8, cell: ({ kept }) => kept },
  { heading: '未答复关闭', width: 10, cell: ({ unanswered }) => unanswered },
  { heading: '逾期次数', width: 8, cell: ({ overdue }) => overdue },
  { heading: '催办次数', width: 8, cell: ({ reminders }) => reminders },
];

const PROCEDURES: readonly SheetColumn<Procedure>[] = [
  { heading: '事项', width: 30, cell: ({ title }) => title.zh },
  { heading: '申请量', width: 8, cell: ({ submitted }) => submitted },
  { heading: '办结量', width: 8, cell: ({ concluded }) => concluded },
  { heading: '撤回量', width: 8, cell: ({ withdrawn }) => withdrawn },
  { heading: '办理时长中位数（工作日）', width: 14, cell: (one) => one.medianWorkingDays },
  { heading: '办理时长90分位（工作日）', width: 14, cell: (one) => one.ninetiethPercentileWorkingDays },
];

const DAYS: readonly SheetColumn<Day>[] = [
  { heading: '事项', width: 30, cell: ({ title }) => title },
  { heading: '日期', width: 12, cell: ({ on }) => on },
  { heading: '申请量', width: 8, cell: ({ submitted }) => submitted },
  { heading: '办结量', width: 8, cell: ({ concluded }) => concluded },
  { heading: '撤回量', width: 8, cell: ({ withdrawn }) => withdrawn },
];

const TAKEN: readonly SheetColumn<Taken>[] = [
  { heading: '部门或事项', width: 30, cell: ({ whose }) => whose },
  { heading: '工作日', width: 8, cell: ({ workingDays }) => workingDays },
  { heading: '件数', width: 8, cell: ({ count }) => count },
];

const loadColumns = (dueSoonThroughOn: string): readonly SheetColumn<DepartmentLoad>[] => [
  { heading: '部门', width: 26, cell: ({ name }) => name.zh },
  { heading: '待办', width: 8, cell: ({ open }) => open },
  { heading: `即将到期（${dueSoonThroughOn}前）`, width: 22, cell: ({ dueSoon }) => dueSoon },
  { heading: '逾期', width: 8, cell: ({ overdue }) => overdue },
  { heading: '其中督办', width: 10, cell: ({ escalated }) => escalated },
];

/**
 * The statistics as a workbook of Chinese offices: league, procedures, days, how long things took, and how each department stands
 * when it is made.
 */
export function statisticsWorkbook(
  { departments, procedures }: Statistics,
  { dueSoonThroughOn, items }: Overdue,
): Promise<Buffer> {
  const days = procedures.flatMap(({ title, days }) => days.map((day) => ({ title: title.zh, ...day })));
  const taken = [
    ...procedures.map(({ title, workingDays }) => ({ whose: title.zh, workingDays })),
    ...departments.map(({ name, workingDays }) => ({ whose: name.zh, workingDays })),
  ].flatMap(({ whose, workingDays }) => workingDays.map((row) => ({ whose, ...row })));
  return writeExcelFile([
    sheetOf('部门排名', LEAGUE, departments),
    sheetOf('事项', PROCEDURES, procedures),
    sheetOf('每日办件量', DAYS, days),
    sheetOf('办理时长分布', TAKEN, taken),
    sheetOf('当前逾期情况', loadColumns(dueSoonThroughOn), items),
  ]).toBuffer();
}
