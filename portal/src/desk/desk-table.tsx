import { Checkbox, Tag } from 'antd';
import { Link } from 'react-router';
import type { DeskTaskSummary } from '../../../workflows/shared/desk-task.ts';
import { useText } from '../language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { Due } from '../parts/due.tsx';
import { titleOf } from '../procedures.ts';

interface Props {
  readonly tasks: readonly DeskTaskSummary[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (taskId: string, isChosen: boolean) => void;
}

export function DeskTable({ tasks, chosen, onChoose }: Props) {
  const say = useText();
  return (
    <DataTable
      caption={say({ zh: '待办', en: 'Tasks' })}
      rows={tasks}
      rowKey={({ taskId }) => taskId}
      empty={say({ zh: '没有符合条件的待办', en: 'No task of this kind' })}
      columns={[
        {
          title: say({ zh: '选择', en: 'Choose' }),
          cell: ({ taskId, caseNumber, status }) => (
            <Checkbox
              checked={chosen.has(taskId)}
              disabled={status !== 'OPEN'}
              aria-label={say({ zh: '选择 {number}', en: 'Choose {number}' }, { number: caseNumber })}
              onChange={({ target }) => onChoose(taskId, target.checked)}
            />
          ),
        },
        {
          title: say({ zh: '办件', en: 'Case' }),
          cell: ({ taskId, caseNumber }) => <Link to={`/desk/${taskId}`}>{caseNumber}</Link>,
        },
        { title: say({ zh: '企业', en: 'Enterprise' }), cell: ({ applicantName }) => applicantName },
        { title: say({ zh: '事项', en: 'Matter' }), cell: ({ workflow }) => say(titleOf(workflow)) },
        {
          title: say({ zh: '到期', en: 'Due' }),
          cell: ({ dueAt, dueProvisional, status, supplementId }) =>
            supplementId ? (
              <Tag>
                {say({ zh: '等待企业补正，时限暂停', en: 'Waits for the supplement: the clock stands' })}
              </Tag>
            ) : (
              <Due at={dueAt} provisional={dueProvisional} over={status !== 'OPEN'} />
            ),
        },
        {
          title: say({ zh: '签收人', en: 'Held by' }),
          cell: ({ assignee, decidedBy }) =>
            (decidedBy ?? assignee)?.personName ?? say({ zh: '未签收', en: 'Nobody' }),
        },
      ]}
    />
  );
}
