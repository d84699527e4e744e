import { Tag } from 'antd';
import type { DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';
import { deskTaskState } from '../../../workflows/shared/desk-transitions.ts';
import { useText } from '../language.tsx';
import { DueIn } from './due.tsx';
import { type DaysLeft, useDaysLeft } from './use-days-left.ts';

interface Props {
  readonly task: Pick<DeskTaskSummary, 'dueAt' | 'dueProvisional' | 'status' | 'supplementId' | 'overdueAt'>;
}

/** When a task is due. While it waits for a supplement its clock stands still, and the due date it had says nothing. */
export function TaskDue({ task }: Props) {
  return <TaskDueIn task={task} daysLeft={useDaysLeft()} />;
}

/** {@link TaskDue} as one row of many, which share what the days are counted by. */
export function TaskDueIn({ task, daysLeft }: Props & { readonly daysLeft: DaysLeft }) {
  const say = useText();
  if (deskTaskState(task) === 'SUPPLEMENT')
    return (
      <Tag>{say({ zh: '待企业补正，时限暂停', en: 'Waits for a supplement: the clock stands still' })}</Tag>
    );
  const { dueAt, dueProvisional, status } = task;
  return <DueIn at={dueAt} provisional={dueProvisional} over={status !== 'OPEN'} daysLeft={daysLeft} />;
}
