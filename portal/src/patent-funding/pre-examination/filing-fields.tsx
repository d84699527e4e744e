import type { PreExaminationRules } from '../../../../workflows/patent-funding/pre-examination/scope.ts';
import type { Bilingual } from '../../../../workflows/shared/bilingual.ts';
import { useText } from '../../language.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { KIND } from '../words.ts';
import type { Draft } from './draft.ts';

const LABELS = {
  '/title': { zh: '发明名称', en: 'Title' },
  '/kind': { zh: '专利类型', en: 'Kind' },
  '/industryId': { zh: '产业', en: 'Industry' },
  '/ipc': {
    zh: '国际分类号（主分类号在前，用空格分隔）',
    en: 'IPC classes (main class first, spaces between)',
  },
  '/contact/name': { zh: '姓名', en: 'Name' },
  '/contact/phone': { zh: '电话', en: 'Phone' },
  '/contact/email': { zh: '邮箱（接收通知，可不填）', en: 'Mail, for notifications (optional)' },
} as const satisfies Record<string, Bilingual>;

/** What a place of the request is called in the form. */
export function placeName(pointer: string): Bilingual | undefined {
  return Object.entries(LABELS).find(([at]) => pointer === at || pointer.startsWith(`${at}/`))?.[1];
}

interface Props {
  readonly draft: Draft;
  readonly rules: PreExaminationRules;
  readonly change: (next: (before: Draft) => Draft) => void;
  readonly faultsAt: (pointer: string) => readonly string[];
}

/** The filing, and whom to ask. */
export function FilingFields({ draft, rules, change, faultsAt }: Props) {
  const say = useText();
  const set = (next: Partial<Draft>) => change((before) => ({ ...before, ...next }));
  const contact = (name: keyof Draft['contact'], type: string) => (
    <TextField
      label={say(LABELS[`/contact/${name}`])}
      type={type}
      optional={name === 'email'}
      value={draft.contact[name]}
      faults={faultsAt(`/contact/${name}`)}
      onChange={(value) => change((before) => ({ ...before, contact: { ...before.contact, [name]: value } }))}
    />
  );
  return (
    <>
      <fieldset>
        <legend>{say({ zh: '拟申请的专利', en: 'The filing' })}</legend>
        <div className="grid">
          <TextField
            label={say(LABELS['/title'])}
            maxLength={200}
            value={draft.title}
            faults={faultsAt('/title')}
            onChange={(title) => set({ title })}
          />
          <SelectField
            label={say(LABELS['/kind'])}
            value={draft.kind}
            options={rules.kinds.map((kind) => ({ value: kind, label: say(KIND[kind]) }))}
            faults={faultsAt('/kind')}
            onChange={(kind) => set({ kind })}
          />
          <SelectField
            label={say(LABELS['/industryId'])}
            value={draft.industryId}
            options={[
              { value: '', label: say({ zh: '请选择', en: 'Choose' }) },
              ...rules.industries.map(({ id, name }) => ({ value: id, label: say(name) })),
            ]}
            faults={faultsAt('/industryId')}
            onChange={(industryId) => set({ industryId })}
          />
          <TextField
            label={say(LABELS['/ipc'])}
            help={say({ zh: '例如 H01L21/02', en: 'Such as H01L21/02' })}
            value={draft.ipc}
            faults={faultsAt('/ipc')}
            onChange={(ipc) => set({ ipc })}
          />
        </div>
      </fieldset>
      <fieldset>
        <legend>{say({ zh: '联系人', en: 'Contact' })}</legend>
        <div className="grid">
          {contact('name', 'text')}
          {contact('phone', 'tel')}
          {contact('email', 'email')}
        </div>
      </fieldset>
    </>
  );
}
