import { Tag } from 'antd';
import type { Officer } from '../../../../workflows/shared/desk-task.ts';
import { useText } from '../../language.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { useWho } from '../../session/who.ts';

interface Props {
  readonly officers: readonly Officer[];
  readonly columns?: readonly Column<Officer>[];
}

export function OfficerTable({ officers, columns = [] }: Props) {
  const say = useText();
  const { personId } = useWho();
  return (
    <DataTable
      caption={say({ zh: '经办人', en: 'Officers' })}
      rows={officers}
      rowKey={(officer) => officer.personId}
      empty={say({ zh: '部门负责人尚未维护名单', en: 'The lead has not kept a list yet' })}
      columns={[
        {
          title: say({ zh: '姓名', en: 'Name' }),
          cell: (officer) => (
            <span>
              {officer.personName}{' '}
              {officer.personId === personId && <Tag>{say({ zh: '本人', en: 'yourself' })}</Tag>}
            </span>
          ),
        },
        { title: say({ zh: '账号', en: 'Account' }), cell: (officer) => officer.personId },
        ...columns,
      ]}
    />
  );
}
