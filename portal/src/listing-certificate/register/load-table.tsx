import { Tag } from 'antd';
import { Link } from 'react-router';
import type { RegisterLoad } from '../../../../workflows/listing-certificate/register/contract.ts';
import { useText } from '../../language.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { useWhen } from '../../parts/when.tsx';
import { LOAD_STATUS } from './words.ts';

/** The newest loads: which became a version, which did not and why. */
export function LoadTable({ loads }: { readonly loads: readonly RegisterLoad[] }) {
  const say = useText();
  const when = useWhen();
  return (
    <DataTable
      caption={say({ zh: '加载记录', en: 'Loads' })}
      rows={loads}
      rowKey={({ loadId }) => loadId}
      empty={say({ zh: '还没有加载过', en: 'Nothing was loaded yet' })}
      columns={[
        {
          title: say({ zh: '时间', en: 'At' }),
          cell: ({ loadId, createdAt }) => (
            <Link to={`/desk/register/${loadId}`}>{when.time(createdAt)}</Link>
          ),
        },
        { title: say({ zh: '加载人', en: 'By' }), cell: ({ createdBy }) => createdBy.personName },
        {
          title: say({ zh: '结果', en: 'Outcome' }),
          cell: ({ status }) => <Tag color={LOAD_STATUS[status].color}>{say(LOAD_STATUS[status].text)}</Tag>,
        },
        { title: say({ zh: '版本', en: 'Version' }), numeric: true, cell: ({ version }) => version ?? '—' },
        {
          title: say({ zh: '记录数', en: 'Records' }),
          numeric: true,
          cell: ({ recordCount }) => recordCount?.toLocaleString('en-US') ?? '—',
        },
        {
          title: say({ zh: '不合格行', en: 'Bad lines' }),
          numeric: true,
          cell: ({ badLineCount }) => badLineCount?.toLocaleString('en-US') ?? '—',
        },
      ]}
    />
  );
}
