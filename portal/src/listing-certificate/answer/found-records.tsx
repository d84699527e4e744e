import type { DepartmentQuestion } from '../../../../workflows/listing-certificate/desk-procedure.ts';
import type { FoundRecords } from '../../../../workflows/listing-certificate/register/contract.ts';
import { useText } from '../../language.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { useWhen } from '../../parts/when.tsx';
import { useFieldNames } from './use-field-names.ts';

interface Props {
  readonly found: FoundRecords;
  readonly question: DepartmentQuestion;
}

/** What the department's own register knows of these entities in the period. */
export function Found({ found, question: { entities } }: Props) {
  const say = useText();
  const when = useWhen();
  const name = useFieldNames();
  return (
    <>
      <h3>{say({ zh: '本部门记录库中的匹配记录', en: 'Matching records of your register' })}</h3>
      <DataTable
        caption={say({ zh: '匹配记录', en: 'Matching records' })}
        rows={found.records}
        rowKey={({ uscc, fieldId, documentNumber }) => `${uscc} ${fieldId} ${documentNumber}`}
        empty={say({ zh: '记录库中没有匹配记录', en: 'The register has none' })}
        columns={[
          {
            title: say({ zh: '主体', en: 'Entity' }),
            cell: ({ uscc }) => entities.find((one) => one.uscc === uscc)?.name ?? uscc,
          },
          { title: say({ zh: '领域', en: 'Field' }), cell: ({ fieldId }) => say(name(fieldId)) },
          { title: say({ zh: '文书号', en: 'Document' }), cell: ({ documentNumber }) => documentNumber },
          { title: say({ zh: '决定日期', en: 'Decided on' }), cell: ({ decidedOn }) => when.date(decidedOn) },
          { title: say({ zh: '行为种类', en: 'Behaviour' }), cell: ({ behaviourKind }) => behaviourKind },
          { title: say({ zh: '处理结果', en: 'Outcome' }), cell: ({ outcome }) => outcome },
        ]}
      />
    </>
  );
}
