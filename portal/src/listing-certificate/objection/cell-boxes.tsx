import {
  ObjectionQuestion,
  partId,
} from '../../../../workflows/listing-certificate/objection/desk-procedure.ts';
import { PartBoxes } from '../../desk/part-boxes.tsx';
import type { PartsProps } from '../../desk/parts-props.ts';
import { useText } from '../../language.tsx';

/** Of an objection each disputed cell is closed by itself. */
export function Component({ question, ...choice }: PartsProps) {
  const say = useText();
  const { cells = [] } = ObjectionQuestion.safeParse(question).data ?? {};
  return (
    <PartBoxes
      {...choice}
      label={{ zh: '关闭的异议项', en: 'Disputed cells to close' }}
      parts={cells.map((cell) => ({
        value: partId(cell),
        label: `${cell.entityName} · ${say(cell.fieldName)}`,
      }))}
    />
  );
}
