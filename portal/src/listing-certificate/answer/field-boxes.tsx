import { DepartmentQuestion } from '../../../../workflows/listing-certificate/desk-procedure.ts';
import { PartBoxes } from '../../desk/part-boxes.tsx';
import type { PartsProps } from '../../desk/parts-props.ts';
import { useText } from '../../language.tsx';
import { useFieldNames } from './use-field-names.ts';

/** Of a certificate a field is closed for all entities at once. */
export function Component({ question, ...choice }: PartsProps) {
  const say = useText();
  const name = useFieldNames();
  const { fieldIds = [] } = DepartmentQuestion.safeParse(question).data ?? {};
  return (
    <PartBoxes
      {...choice}
      label={{ zh: '关闭的领域', en: 'Fields to close' }}
      parts={fieldIds.map((fieldId) => ({ value: fieldId, label: say(name(fieldId)) }))}
    />
  );
}
