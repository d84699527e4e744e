import { useText } from '../../language.tsx';
import { TextField } from '../../parts/text-field.tsx';
import type { Draft } from './draft.ts';
import type { FormProps } from './form.ts';

const LABELS = {
  name: { zh: '姓名', en: 'Name' },
  phone: { zh: '电话', en: 'Phone' },
  email: { zh: '邮箱（接收通知，可不填）', en: 'Mail, for notifications (optional)' },
} as const;
const TYPES = { name: 'text', phone: 'tel', email: 'email' } as const;

/** Whom an institution may call, where the consent gives it the identity. */
export function ContactFields({ draft: { contact }, change, faultsAt }: FormProps) {
  const say = useText();
  return (
    <fieldset>
      <legend>{say({ zh: '联系人', en: 'Contact' })}</legend>
      <div className="grid">
        {(Object.keys(LABELS) as (keyof Draft['contact'])[]).map((name) => (
          <TextField
            key={name}
            label={say(LABELS[name])}
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
