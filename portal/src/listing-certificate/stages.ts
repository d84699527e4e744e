import { ListingDetail } from '../../../workflows/listing-certificate/contract.ts';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import type { CaseView } from '../../../workflows/shared/case.ts';
import type { DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';
import type { Stage, StageState } from '../cases/stage.ts';

type Names = (departmentId: string) => Bilingual;

/** The procedure as a picture: apply, plan, every department at once, one report. */
export function listingStages(found: CaseView, name: Names): Stage[] {
  const detail = ListingDetail.safeParse(found.detail).data;
  const ended = found.status === 'WITHDRAWN' ? 'stopped' : undefined;
  const isPlanned = detail?.plan !== undefined;
  const departments = departmentStages(found, detail, name);
  const isAnswered = isPlanned && departments.every(({ state }) => state === 'done');
  const isIssued = found.status === 'ISSUED';
  return [
    { id: 'apply', title: { zh: '提交申请', en: 'Applied' }, state: 'done', after: [] },
    {
      id: 'plan',
      title: { zh: '制定核查计划', en: 'Review planned' },
      state: isPlanned ? 'done' : (ended ?? 'now'),
      after: ['apply'],
    },
    ...departments,
    {
      id: 'report',
      title: { zh: '编号、签名、制作报告', en: 'Number, sign, render' },
      state: isIssued ? 'done' : (ended ?? (isAnswered ? 'now' : 'next')),
      after: departments.length > 0 ? departments.map(({ id }) => id) : ['plan'],
    },
    {
      id: 'issued',
      title: { zh: '出具报告', en: 'Report issued' },
      state: isIssued ? 'done' : (ended ?? 'next'),
      ...(found.resultNumber && { note: { zh: found.resultNumber, en: found.resultNumber } }),
      after: ['report'],
    },
  ];
}

function departmentStages(
  { tasks, status }: CaseView,
  detail: ListingDetail | undefined,
  name: Names,
): Stage[] {
  const byRecord = [...new Set(detail?.byRecord?.map(({ departmentId }) => departmentId) ?? [])];
  const asked = tasks.map((task) => task.departmentId);
  return [
    ...tasks.map((task) => ({
      id: task.taskId,
      title: name(task.departmentId),
      state: stateOf(task, status === 'WITHDRAWN'),
      note: noteOf(task),
      after: ['plan'],
    })),
    ...byRecord
      .filter((departmentId) => !asked.includes(departmentId))
      .map((departmentId) => ({
        id: departmentId,
        title: name(departmentId),
        state: 'done' as const,
        note: { zh: '按记录库直接答复', en: 'Answered by its register' },
        after: ['plan'],
      })),
  ];
}

function stateOf({ status }: DeskTaskSummary, isWithdrawn: boolean): StageState {
  if (status === 'OPEN') return 'now';
  return status === 'CLOSED' && isWithdrawn ? 'stopped' : 'done';
}

function noteOf({ status, supplementId, assignee, overdueAt }: DeskTaskSummary): Bilingual {
  if (status === 'CLOSED') return { zh: '已关闭', en: 'Closed' };
  if (status !== 'OPEN') return { zh: '已答复', en: 'Answered' };
  if (supplementId) return { zh: '等待企业补正', en: 'Waits for the supplement' };
  if (overdueAt) return { zh: '已逾期，督办中', en: 'Overdue, with the office' };
  return assignee ? { zh: '经办人办理中', en: 'An officer has it' } : { zh: '待签收', en: 'Not yet taken' };
}
