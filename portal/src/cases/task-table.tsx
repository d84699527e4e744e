import { Tag } from 'antd';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import type { DeskTaskStatus, DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';
import { useText } from '../language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { TaskDue } from '../parts/task-due.tsx';
import { useDepartments } from '../parts/use-departments.ts';

const WORDS: Readonly<Record<DeskTaskStatus, Bilingual>> = {
  OPEN: { zh: '办理中', en: 'Open' },
  DECIDED: { zh: '已答复', en: 'Answered' },
  RELAYED: { zh: '已答复', en: 'Answered' },
  CLOSED: { zh: '已关闭', en: 'Closed' },
};

/** The organisations asked about a case, how far each is, and until when. */
export function TaskTable({ tasks }: { readonly tasks: readonly DeskTaskSummary[] }) {
  const say = useText();
  const name = useDepartments();
  return (
    <DataTable
      caption={say({ zh: '办理部门', en: 'Who has it' })}
      rows={tasks}
      rowKey={({ taskId }) => taskId}
      empty={say({ zh: '尚未分派到部门', en: 'No department was asked yet' })}
      columns={[
        { title: say({ zh: '部门', en: 'Department' }), cell: ({ departmentId }) => say(name(departmentId)) },
        {
          title: say({ zh: '状态', en: 'Status' }),
          cell: ({ status }) => (
            <Tag color={status === 'OPEN' ? 'processing' : 'default'}>{say(WORDS[status])}</Tag>
          ),
        },
        {
          title: say({ zh: '到期', en: 'Due' }),
          cell: (task) => <TaskDue task={task} />,
        },
      ]}
    />
  );
}
