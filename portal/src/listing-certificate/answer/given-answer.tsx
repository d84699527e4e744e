import { DepartmentAnswer, type FieldAnswer } from '../../../../workflows/listing-certificate/contract.ts';
import type { DepartmentQuestion } from '../../../../workflows/listing-certificate/desk-procedure.ts';
import { useText } from '../../language.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { FINDING } from '../words.ts';
import { type Cell, cellsOf } from './answer-draft.ts';
import { useFieldNames } from './use-field-names.ts';

interface Props {
  readonly question: DepartmentQuestion;
  readonly answer: unknown;
}

/** What is asked, and what was answered. */
export function Given({ question, answer }: Props) {
  const say = useText();
  const name = useFieldNames();
  const given = DepartmentAnswer.safeParse(answer).data;
  const answered = ({ uscc, fieldId }: Cell): FieldAnswer | undefined =>
    given?.answers.find((one) => one.uscc === uscc && one.fieldId === fieldId);
  const answers: readonly Column<Cell>[] = [
    {
      title: say({ zh: '结论', en: 'Finding' }),
      cell: (cell) => {
        const found = answered(cell);
        return found ? say(FINDING[found.finding]) : '—';
      },
    },
    {
      title: say({ zh: '记录', en: 'Records' }),
      cell: (cell) => {
        const found = answered(cell);
        return found?.finding === 'records'
          ? found.records.map(({ documentNumber }) => documentNumber).join('、')
          : '—';
      },
    },
  ];
  return (
    <section className="panel">
      <h2>{say(given ? { zh: '答复', en: 'Answer' } : { zh: '所询问题', en: 'Question' })}</h2>
      <DataTable
        caption={say({ zh: '主体与领域', en: 'Entities and fields' })}
        rows={cellsOf(question)}
        rowKey={({ key }) => key}
        empty=""
        columns={[
          {
            title: say({ zh: '主体', en: 'Entity' }),
            cell: ({ uscc }) => question.entities.find((one) => one.uscc === uscc)?.name ?? uscc,
          },
          { title: say({ zh: '领域', en: 'Field' }), cell: ({ fieldId }) => say(name(fieldId)) },
          ...(given ? answers : []),
        ]}
      />
      {given?.comment && <p>{given.comment}</p>}
    </section>
  );
}
