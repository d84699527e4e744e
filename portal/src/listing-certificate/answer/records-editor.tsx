import { Button } from 'antd';
import type { DepartmentQuestion } from '../../../../workflows/listing-certificate/desk-procedure.ts';
import type { FoundRecords } from '../../../../workflows/listing-certificate/register/contract.ts';
import { useText } from '../../language.tsx';
import { type AnswerDraft, cellsOf, type DraftRecord, NO_RECORD_YET } from './answer-draft.ts';
import { RecordForm } from './record-form.tsx';
import { useFieldNames } from './use-field-names.ts';

interface Props {
  readonly question: DepartmentQuestion;
  readonly draft: AnswerDraft;
  readonly found: FoundRecords | undefined;
  readonly change: (next: (before: AnswerDraft) => AnswerDraft) => void;
}

/** The records of the cells that have any. What the register knows of a cell is taken over with one click. */
export function RecordsEditor({ question, draft, found, change }: Props) {
  const say = useText();
  const name = useFieldNames();
  const set = (key: string, records: readonly DraftRecord[]) =>
    change((before) => ({
      ...before,
      cells: { ...before.cells, [key]: { finding: 'records', records: [...records] } },
    }));
  return cellsOf(question)
    .filter(({ key }) => draft.cells[key]?.finding === 'records')
    .map(({ key, uscc, fieldId }) => {
      const records = draft.cells[key]?.records ?? [];
      const known = found?.records.filter((one) => one.uscc === uscc && one.fieldId === fieldId) ?? [];
      const entity = question.entities.find((one) => one.uscc === uscc)?.name ?? uscc;
      return (
        <fieldset key={key}>
          <legend>
            {entity} · {say(name(fieldId))}
          </legend>
          {records.map((record, index) => (
            <RecordForm
              // biome-ignore lint/suspicious/noArrayIndexKey: a record has nothing else that stays while it is written
              key={index}
              record={record}
              onChange={(next) =>
                set(
                  key,
                  records.map((one, at) => (at === index ? next : one)),
                )
              }
              onRemove={() =>
                set(
                  key,
                  records.filter((_, at) => at !== index),
                )
              }
            />
          ))}
          <p className="row">
            <Button onClick={() => set(key, [...records, NO_RECORD_YET])}>
              {say({ zh: '添加记录', en: 'Add a record' })}
            </Button>
            {known.length > 0 && (
              <Button
                onClick={() =>
                  set(
                    key,
                    known.map(({ uscc: _, fieldId: __, behaviour: ___, ...record }) => record),
                  )
                }
              >
                {say(
                  { zh: '采用记录库中的 {n} 条', en: 'Take the {n} of the register' },
                  { n: known.length },
                )}
              </Button>
            )}
          </p>
        </fieldset>
      );
    });
}
