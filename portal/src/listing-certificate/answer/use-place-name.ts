import type { DepartmentQuestion } from '../../../../workflows/listing-certificate/desk-procedure.ts';
import { useText } from '../../language.tsx';
import { type AnswerDraft, answerOf } from './answer-draft.ts';
import { RECORD_FIELDS } from './record-form.tsx';
import { useFieldNames } from './use-field-names.ts';

/** What the place of a fault is called: the entity, the field, and what of its record. */
export function usePlaceName(question: DepartmentQuestion, draft: AnswerDraft) {
  const say = useText();
  const fieldName = useFieldNames();
  const { answers } = answerOf(question, draft);
  return (pointer: string) => {
    const [, , index, , , part] = pointer.split('/');
    const cell = answers[Number(index)];
    const entity = question.entities.find(({ uscc }) => uscc === cell?.uscc);
    const label = RECORD_FIELDS.find(({ name }) => name === part)?.label;
    return [entity?.name, cell && say(fieldName(cell.fieldId)), label && say(label)]
      .filter(Boolean)
      .join(' · ');
  };
}
