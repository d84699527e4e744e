import { useState } from 'react';
import type { ProgrammeVersion } from '../../../../../workflows/patent-funding/programmes/record.ts';
import { useText } from '../../../language.tsx';
import { DifferenceTable } from '../../../parts/difference-table.tsx';
import { SelectField } from '../../../parts/select-field.tsx';
import { PROGRAMME_WORD } from './programme-words.ts';

interface Props {
  readonly versions: readonly ProgrammeVersion[];
}

/** What two versions say differently: the last two unless others are chosen. */
export function Compared({ versions }: Props) {
  const say = useText();
  const names = versions.map(({ programme }) => programme.version);
  const [before, setBefore] = useState(names.at(-2) ?? '');
  const [after, setAfter] = useState(names.at(-1) ?? '');
  const options = names.map((name) => ({ value: name, label: name }));
  const of = (name: string) => versions.find(({ programme }) => programme.version === name)?.programme;
  return (
    <section className="panel">
      <h2>{say({ zh: '版本差异', en: 'Differences between versions' })}</h2>
      <div className="grid">
        <SelectField
          optional
          label={say({ zh: '原版本', en: 'From' })}
          value={before}
          options={options}
          onChange={setBefore}
        />
        <SelectField
          optional
          label={say({ zh: '新版本', en: 'To' })}
          value={after}
          options={options}
          onChange={setAfter}
        />
      </div>
      <DifferenceTable before={of(before)} after={of(after)} words={PROGRAMME_WORD} />
    </section>
  );
}
