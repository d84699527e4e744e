import type { Programme } from '../../../../workflows/patent-funding/programme.ts';
import { useText } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { Select } from '../../parts/select.tsx';
import { ProgrammeFacts } from '../programme-facts.tsx';

interface Props {
  readonly programmes: readonly Programme[];
  readonly chosen: Programme | undefined;
  readonly faults: readonly string[];
  readonly onChoose: (programmeId: string) => void;
}

/** Which programme is to pay, and what it gives for what. */
export function ProgrammeField({ programmes, chosen, faults, onChoose }: Props) {
  const say = useText();
  return (
    <fieldset>
      <legend>{say({ zh: '资助项目', en: 'Programme' })}</legend>
      <Field label={say({ zh: '申请的项目', en: 'Programme applied for' })} faults={faults}>
        {(control) => (
          <Select
            {...control}
            value={chosen?.programmeId ?? ''}
            options={[
              ...(chosen ? [] : [{ value: '', label: say({ zh: '请选择', en: 'Choose' }) }]),
              ...programmes.map(({ programmeId, name }) => ({ value: programmeId, label: say(name) })),
            ]}
            onChange={onChoose}
          />
        )}
      </Field>
      {chosen && <ProgrammeFacts programme={chosen} />}
    </fieldset>
  );
}
