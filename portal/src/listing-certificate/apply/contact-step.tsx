import { Input } from 'antd';
import type { Bilingual } from '../../../../workflows/shared/bilingual.ts';
import { useText } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { Upload } from '../../parts/upload.tsx';
import type { Draft } from './draft.ts';
import type { FormProps } from './form.ts';

const LABELS: Readonly<Record<keyof Draft['contact'], { readonly label: Bilingual; readonly type: string }>> =
  {
    name: { label: { zh: '姓名', en: 'Name' }, type: 'text' },
    phone: { label: { zh: '电话', en: 'Phone' }, type: 'tel' },
    email: {
      label: { zh: '邮箱（接收通知，可不填）', en: 'Mail, for notifications (optional)' },
      type: 'email',
    },
  };

/** Whom to ask, and what else there is to say. */
export function ContactStep({ draft, change, faultsAt, rules: { limits } }: FormProps) {
  const say = useText();
  return (
    <>
      <fieldset>
        <legend>{say({ zh: '联系人', en: 'Contact' })}</legend>
        <div className="grid">
          {(Object.keys(LABELS) as (keyof Draft['contact'])[]).map((name) => (
            <Field
              key={name}
              label={say(LABELS[name].label)}
              optional={name === 'email'}
              faults={faultsAt(`/contact/${name}`)}
            >
              {(control) => (
                <Input
                  {...control}
                  type={LABELS[name].type}
                  value={draft.contact[name]}
                  onChange={({ target }) =>
                    change((before) => ({ ...before, contact: { ...before.contact, [name]: target.value } }))
                  }
                />
              )}
            </Field>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{say({ zh: '附件（可选）', en: 'Files (optional)' })}</legend>
        <Upload
          form="listing-certificate"
          label={say({ zh: '选择文件', en: 'Choose files' })}
          help={say({ zh: '最多 {n} 个', en: 'at most {n}' }, { n: limits.maximumAttachments })}
          files={draft.files}
          onChange={(next) => change((before) => ({ ...before, files: [...next(before.files)] }))}
        />
      </fieldset>
    </>
  );
}
