import { useMemo } from 'react';
import { Link } from 'react-router';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import type { DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';
import { type Say, useText } from '../language.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { TaskDueIn } from '../parts/task-due.tsx';
import { type DaysLeft, useDaysLeft } from '../parts/use-days-left.ts';
import { useDepartments } from '../parts/use-departments.ts';
import { titleOf } from '../procedures.ts';
import { ChooseBox } from './choose-box.tsx';
import type { Chooser } from './chooser.ts';

interface Props {
  readonly tasks: readonly DeskTaskSummary[];
  /** Chooses tasks for one answer; where nobody chooses, the department of each is told instead. */
  readonly chooser?: Chooser;
  readonly empty?: Bilingual;
}

const NONE = { zh: '没有符合条件的待办', en: 'No task of this kind' };

/** Tasks, each of which leads to its page. */
export function DeskTable({ tasks, chooser, empty = NONE }: Props) {
  const say = useText();
  const daysLeft = useDaysLeft();
  const name = useDepartments();
  const columns = useMemo(
    () => [
      ...(chooser ? [choice(say, chooser)] : []),
      ...columnsOf(say, daysLeft),
      ...(chooser ? [] : [department(say, name)]),
    ],
    [say, chooser, daysLeft, name],
  );
  return (
    <DataTable
      caption={say({ zh: '待办', en: 'Tasks' })}
      rows={tasks}
      rowKey={({ taskId }) => taskId}
      empty={say(empty)}
      columns={columns}
    />
  );
}

type TaskColumn = Column<DeskTaskSummary>;

const choice = (say: Say, chooser: Chooser): TaskColumn => ({
  title: say({ zh: '选择', en: 'Choose' }),
  cell: (task) => <ChooseBox task={task} chooser={chooser} />,
});

const department = (say: Say, name: (departmentId: string) => Bilingual): TaskColumn => ({
  title: say({ zh: '部门', en: 'Department' }),
  cell: ({ departmentId }) => say(name(departmentId)),
});

function columnsOf(say: Say, daysLeft: DaysLeft): readonly TaskColumn[] {
  return [
    {
      title: say({ zh: '办件', en: 'Case' }),
      cell: ({ taskId, caseNumber }) => <Link to={`/desk/${taskId}`}>{caseNumber}</Link>,
    },
    { title: say({ zh: '企业', en: 'Enterprise' }), cell: ({ applicantName }) => applicantName },
    { title: say({ zh: '事项', en: 'Matter' }), cell: ({ workflow }) => say(titleOf(workflow)) },
    {
      title: say({ zh: '到期', en: 'Due' }),
      cell: (task) => <TaskDueIn task={task} daysLeft={daysLeft} />,
    },
    {
      title: say({ zh: '签收人', en: 'Held by' }),
      cell: ({ assignee, decidedBy }) =>
        (decidedBy ?? assignee)?.personName ?? say({ zh: '未签收', en: 'Nobody' }),
    },
  ];
}
