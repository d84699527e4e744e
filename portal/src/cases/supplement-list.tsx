import { Empty } from 'antd';
import { Link } from 'react-router';
import type { SupplementSummary } from '../../../workflows/shared/supplement.ts';
import { useText } from '../language.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { Due } from '../parts/due.tsx';
import { useDepartments } from '../parts/use-departments.ts';

/** Supplements that the enterprise is asked for, the next due first. */
export function SupplementList({ items }: { readonly items: readonly SupplementSummary[] }) {
  const say = useText();
  const name = useDepartments();
  if (items.length === 0) {
    return (
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={say({ zh: '目前没有需要您处理的事项', en: 'Nothing waits for you at the moment' })}
      />
    );
  }
  return (
    <DataTable
      caption={say({ zh: '需要补正', en: 'Supplements asked of you' })}
      rows={items}
      rowKey={({ supplementId }) => supplementId}
      empty=""
      columns={[
        {
          title: say({ zh: '事项', en: 'What' }),
          cell: ({ supplementId, departmentId }) => (
            <Link to={`/supplements/${supplementId}`}>
              {say(
                { zh: '{department}要求补正', en: '{department} asks for a supplement' },
                { department: say(name(departmentId)) },
              )}
            </Link>
          ),
        },
        {
          title: say({ zh: '办件', en: 'Case' }),
          cell: ({ caseId, caseNumber }) => <Link to={`/cases/${caseId}`}>{caseNumber}</Link>,
        },
        {
          title: say({ zh: '到期', en: 'Due' }),
          cell: ({ dueAt, dueProvisional }) => <Due at={dueAt} provisional={dueProvisional} />,
        },
      ]}
    />
  );
}
