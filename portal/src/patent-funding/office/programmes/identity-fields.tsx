import { useText } from '../../../language.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import type { FormProps } from './form-props.ts';
import { PROGRAMME_WORD } from './programme-words.ts';

interface Props extends FormProps {
  readonly isNew: boolean;
}

/** Which version of which programme it is, and on what it rests. */
export function IdentityFields({ draft, set, faultsAt, isNew }: Props) {
  const say = useText();
  const text = (name: 'version' | 'effectiveOn' | 'source', type = 'text') => (
    <TextField
      label={say(PROGRAMME_WORD[name] ?? { zh: name, en: name })}
      type={type}
      value={draft[name]}
      faults={faultsAt(`/${name}`)}
      onChange={(value) => set({ [name]: value })}
    />
  );
  const both = (name: 'name' | 'legalBasis', label: { zh: string; en: string }) =>
    (['zh', 'en'] as const).map((language) => (
      <TextField
        key={name + language}
        label={`${say(label)}${say(LANGUAGE[language])}`}
        value={draft[name][language]}
        faults={faultsAt(`/${name}/${language}`)}
        onChange={(value) => set({ [name]: { ...draft[name], [language]: value } })}
      />
    ));
  return (
    <fieldset>
      <legend>{say({ zh: '项目与版本', en: 'Programme and version' })}</legend>
      <div className="grid">
        {isNew && (
          <TextField
            label={say({ zh: '项目编号', en: 'Id of the programme' })}
            help={say({
              zh: '小写字母、数字和连字符，发布后不变',
              en: 'Lower case letters, digits and hyphens; it stays for ever',
            })}
            value={draft.programmeId}
            faults={faultsAt('/programmeId')}
            onChange={(programmeId) => set({ programmeId })}
          />
        )}
        {text('version')}
        {text('effectiveOn', 'date')}
      </div>
      {text('source')}
      <div className="grid">
        {both('name', { zh: '名称', en: 'Name' })}
        {both('legalBasis', { zh: '依据', en: 'Basis' })}
      </div>
    </fieldset>
  );
}

const LANGUAGE = {
  zh: { zh: '（中文）', en: ' (Chinese)' },
  en: { zh: '（英文）', en: ' (English)' },
} as const;
