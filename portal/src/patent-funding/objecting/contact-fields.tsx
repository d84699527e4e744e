import { useText } from '../../language.tsx';
import { TextField } from '../../parts/text-field.tsx';
import type { FormProps } from './form-props.ts';
import { LABELS } from './place-name.ts';

const TYPES = { name: 'text', phone: 'tel', email: 'email' } as const;

/** Who objects: for the reviewers alone. */
export function ContactFields({ draft: { contact }, change, faultsAt }: FormProps) {
  const say = useText();
  return (
    <fieldset>
      <legend>{say({ zh: '异议人（不对外公开）', en: 'Who objects (never published)' })}</legend>
      <div className="grid">
        {(Object.keys(TYPES) as (keyof typeof TYPES)[]).map((name) => (
          <TextField
            key={name}
            label={say(LABELS[`/contact/${name}`])}
            type={TYPES[name]}
            optional={name === 'email'}
            value={contact[name]}
            faults={faultsAt(`/contact/${name}`)}
            onChange={(value) =>
              change((before) => ({ ...before, contact: { ...before.contact, [name]: value } }))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
