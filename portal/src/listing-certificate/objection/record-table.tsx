import { Tag } from 'antd';
import type { ViolationRecord } from '../../../../workflows/listing-certificate/contract.ts';
import { useText } from '../../language.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { useWhen } from '../../parts/when.tsx';

interface Props {
  readonly records: readonly ViolationRecord[];
  /** Document numbers of those that are disputed. */
  readonly disputed?: readonly string[];
}

/** Records as the report lists them. */
export function RecordTable({ records, disputed = [] }: Props) {
  const say = useText();
  const when = useWhen();
  return (
    <DataTable
      caption={say({ zh: '记录', en: 'Records' })}
      rows={records}
      rowKey={({ documentNumber }) => documentNumber}
      empty=""
      columns={[
        {
          title: say({ zh: '文书号', en: 'Document' }),
          cell: ({ documentNumber }) => (
            <span>
              {documentNumber}{' '}
              {disputed.includes(documentNumber) && (
                <Tag color="warning">{say({ zh: '有异议', en: 'disputed' })}</Tag>
              )}
            </span>
          ),
        },
        {
          title: say({ zh: '决定日期', en: 'Decided on' }),
          cell: ({ decidedOn }) => <span className="due">{when.date(decidedOn)}</span>,
        },
        { title: say({ zh: '决定机关', en: 'Authority' }), cell: ({ authority }) => authority },
        { title: say({ zh: '行为种类', en: 'Behaviour' }), cell: ({ behaviourKind }) => behaviourKind },
        { title: say({ zh: '处理结果', en: 'Outcome' }), cell: ({ outcome }) => outcome },
        {
          title: say({ zh: '已修复', en: 'Repaired' }),
          cell: ({ repaired }) => (repaired ? say({ zh: '是', en: 'yes' }) : say({ zh: '否', en: 'no' })),
        },
      ]}
    />
  );
}
