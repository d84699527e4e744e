import { Input } from 'antd';
import type { Bilingual } from '../../../../workflows/shared/bilingual.ts';
import { useText } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import type { Draft } from './draft.ts';

interface Line {
  readonly part: 'contact' | 'account';
  readonly name: string;
  readonly label: Bilingual;
  readonly type?: string;
  readonly optional?: boolean;
  readonly help?: Bilingual;
}

const CONTACT: readonly Line[] = [
  { part: 'contact', name: 'name', label: { zh: '联系人姓名', en: 'Name' } },
  { part: 'contact', name: 'phone', label: { zh: '电话', en: 'Phone' }, type: 'tel' },
  {
    part: 'contact',
    name: 'email',
    label: { zh: '邮箱（接收通知，可不填）', en: 'Mail, for notifications (optional)' },
    type: 'email',
    optional: true,
  },
];
const ACCOUNT: readonly Line[] = [
  {
    part: 'account',
    name: 'holder',
    label: { zh: '户名', en: 'Holder' },
    help: { zh: '须与申请企业名称一致', en: 'The account has to be the applicant’s own' },
  },
  { part: 'account', name: 'bank', label: { zh: '开户银行', en: 'Bank' } },
  { part: 'account', name: 'number', label: { zh: '账号', en: 'Account number' } },
];

/** What the fields are called, by their places in the request. */
export const PARTY_LABELS: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  [...CONTACT, ...ACCOUNT].map(({ part, name, label }) => [`/${part}/${name}`, label]),
);

interface Props {
  readonly draft: Draft;
  readonly change: (next: (before: Draft) => Draft) => void;
  readonly faultsAt: (pointer: string) => readonly string[];
}

/** Whom to ask, and where the money goes. */
export function PartyFields({ draft, change, faultsAt }: Props) {
  const say = useText();
  const field = ({ part, name, label, type = 'text', optional = false, help }: Line) => (
    <Field
      key={name}
      label={say(label)}
      help={help && say(help)}
      optional={optional}
      faults={faultsAt(`/${part}/${name}`)}
    >
      {(control) => (
        <Input
          {...control}
          type={type}
          value={(draft[part] as Readonly<Record<string, string>>)[name] ?? ''}
          onChange={({ target }) =>
            change((before) => ({ ...before, [part]: { ...before[part], [name]: target.value } }))
          }
        />
      )}
    </Field>
  );
  return (
    <>
      <fieldset>
        <legend>{say({ zh: '联系人', en: 'Contact' })}</legend>
        <div className="grid">{CONTACT.map(field)}</div>
      </fieldset>
      <fieldset>
        <legend>{say({ zh: '收款账户', en: 'Account' })}</legend>
        <div className="grid">{ACCOUNT.map(field)}</div>
      </fieldset>
    </>
  );
}
