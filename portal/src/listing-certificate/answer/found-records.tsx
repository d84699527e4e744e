import { Alert } from 'antd';
import type { DepartmentQuestion } from '../../../../workflows/listing-certificate/desk-procedure.ts';
import type { FoundRecords } from '../../../../workflows/listing-certificate/register/contract.ts';
import { ShowListingCatalogue } from '../../../../workflows/listing-certificate/routes.ts';
import { useRoute } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { useWhen } from '../../parts/when.tsx';
import { COLUMN } from '../register/words.ts';
import { useFieldNames } from './use-field-names.ts';

interface Props {
  readonly found: FoundRecords;
  readonly question: DepartmentQuestion;
}

/** What the department's own register knows of these entities in the period, in which version of it, and how much of that is left out. */
export function Found({ found, question: { entities } }: Props) {
  const say = useText();
  const when = useWhen();
  const name = useFieldNames();
  const behaviour = useBehaviourNames();
  return (
    <>
      <h3>{say({ zh: '本部门记录库中的匹配记录', en: 'Matching records of your register' })}</h3>
      <p className="quiet">
        {say(
          { zh: '记录库第 {n} 版，覆盖 {period}', en: 'Version {n} of the register, which covers {period}' },
          { n: found.registerVersion, period: when.period(found.coverage) },
        )}
      </p>
      {found.omitted > 0 && (
        <Alert
          type="warning"
          showIcon
          title={say(
            {
              zh: '另有 {n} 条较早的匹配记录未列出，答复前请在本部门系统中查看。',
              en: '{n} older matching records are left out here: look them up in your own system before you answer.',
            },
            { n: found.omitted },
          )}
        />
      )}
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
          { title: say(COLUMN.fieldId), cell: ({ fieldId }) => say(name(fieldId)) },
          { title: say(COLUMN.behaviour), cell: (record) => behaviour(record.behaviour) },
          { title: say(COLUMN.documentNumber), cell: ({ documentNumber }) => documentNumber },
          { title: say(COLUMN.decidedOn), cell: ({ decidedOn }) => when.date(decidedOn) },
          { title: say(COLUMN.authority), cell: ({ authority }) => authority },
          { title: say(COLUMN.behaviourKind), cell: ({ behaviourKind }) => behaviourKind },
          { title: say(COLUMN.outcome), cell: ({ outcome }) => outcome },
          {
            title: say(COLUMN.repaired),
            cell: ({ repaired }) => say(repaired ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' }),
          },
        ]}
      />
    </>
  );
}

/** 记录类别, by which a record counts; a code that the rule set does not know counts and stands for itself. */
function useBehaviourNames(): (code: string) => string {
  const say = useText();
  const { data } = useRoute(ShowListingCatalogue, {});
  const known = data ? [...data.ruleSet.countedBehaviours, ...data.ruleSet.uncountedBehaviours] : [];
  return (code) => say(known.find((one) => one.code === code)?.name ?? { zh: code, en: code });
}
