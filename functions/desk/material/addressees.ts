import type { DeskRules } from '../../../workflows/shared/deadline/desk-rules.ts';
import type { DeskTask } from '../../../workflows/shared/desk-task.ts';
import type { Fault } from '../../../workflows/shared/fault.ts';
import { RefusedError } from '../../shared/errors.ts';

/** A department that is named must be one that was asked about the case. */
export function departmentFaults(tasks: readonly DeskTask[], departmentId: string | undefined): Fault[] {
  const wasAsked = departmentId === undefined || tasks.some((task) => task.departmentId === departmentId);
  return wasAsked
    ? []
    : [
        {
          pointer: '/departmentId',
          code: 'department-not-asked',
          zh: '该办件没有征询此部门',
          en: 'This department was not asked about the case',
        },
      ];
}

/**
 * The open tasks that material goes to: all of the case, or those of one department.
 * @throws RefusedError 409 where none is open, or where one of them was sent as much as the rules allow
 */
export function addressees(
  tasks: readonly DeskTask[],
  departmentId: string | undefined,
  { maximumTimes }: DeskRules['material'],
): DeskTask[] {
  const meant = tasks.filter((task) => departmentId === undefined || task.departmentId === departmentId);
  const open = meant.filter(({ status }) => status === 'OPEN');
  if (open.length === 0) throw noTaskOpen(meant);
  const full = open.filter(({ materials = 0 }) => materials >= maximumTimes);
  if (full.length > 0) throw timesUsed(full, maximumTimes);
  return open;
}

const standing = (tasks: readonly DeskTask[]) =>
  tasks.map(({ taskId, status, materials = 0 }) => ({ taskId, status, materials }));

function noTaskOpen(meant: readonly DeskTask[]): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'no-task-open',
    zh: '没有等待部门答复的待办，不能再补充材料',
    en: 'No department has a task open that the material could go to',
    present: { tasks: standing(meant) },
  });
}

function timesUsed(full: readonly DeskTask[], maximumTimes: number): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'material-times-used',
    zh: `每个部门最多可补充材料 ${maximumTimes} 次，次数已用完`,
    en: `A department takes additional material ${maximumTimes} times at most`,
    present: { tasks: standing(full) },
  });
}
