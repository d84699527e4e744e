import type { PublicNotice } from '../../../../workflows/patent-funding/notice/contract.ts';
import { useText } from '../../language.tsx';
import { Checks } from '../../parts/checks.tsx';
import { options } from '../../parts/options.ts';
import { SelectField } from '../../parts/select-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { GROUND } from '../words.ts';
import type { FormProps } from './form-props.ts';
import { LABELS } from './place-name.ts';

interface Props extends FormProps {
  readonly notice: PublicNotice;
}

/** Which patents of the notice are objected to, and why. What was struck out since needs no objection. */
export function ReasonFields({ notice, draft, change, faultsAt }: Props) {
  const say = useText();
  const patents = notice.patents.filter(({ number }) => !notice.struckOut.includes(number));
  return (
    <fieldset>
      <legend>{say({ zh: '异议', en: 'The objection' })}</legend>
      <div className="tall">
        <Checks
          stacked
          label={say(LABELS['/numbers'])}
          chosen={draft.numbers}
          options={patents.map(({ number, title }) => ({ value: number, label: `${title} · ${number}` }))}
          faults={faultsAt('/numbers', 'below')}
          onChange={(numbers) => change((before) => ({ ...before, numbers }))}
        />
      </div>
      <SelectField
        label={say(LABELS['/ground'])}
        value={draft.ground}
        options={[{ value: '', label: say({ zh: '请选择', en: 'Choose' }) }, ...options(GROUND, say)]}
        faults={faultsAt('/ground')}
        onChange={(ground) => change((before) => ({ ...before, ground }))}
      />
      <TextField
        label={say(LABELS['/text'])}
        help={say({
          zh: '5 至 1000 字。经审核可能对外公开，请勿写入个人信息。',
          en: '5 to 1000 characters. It may be published: name no persons.',
        })}
        rows={5}
        maxLength={1000}
        value={draft.text}
        faults={faultsAt('/text')}
        onChange={(text) => change((before) => ({ ...before, text }))}
      />
    </fieldset>
  );
}
