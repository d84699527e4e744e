import type { Bilingual } from '../../../../../workflows/shared/bilingual.ts';
import { useText } from '../../../language.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import type { ProgrammeDraft } from './draft.ts';
import type { FormProps } from './form-props.ts';

type TextName =
  | 'firstGrantOn'
  | 'lastGrantOn'
  | 'noticeWorkingDays'
  | 'ordinary'
  | 'fast'
  | 'maximumPatents'
  | 'areaNames';

const FIELDS: readonly { name: TextName; at: string; label: Bilingual; type?: string; unit?: Bilingual }[] = [
  {
    name: 'firstGrantOn',
    at: 'firstGrantOn',
    label: { zh: '授权公告日起', en: 'Granted from' },
    type: 'date',
  },
  {
    name: 'lastGrantOn',
    at: 'lastGrantOn',
    label: { zh: '授权公告日止', en: 'Granted until' },
    type: 'date',
  },
  {
    name: 'ordinary',
    at: 'promisedWorkingDays/ordinary',
    label: { zh: '审核承诺时限（普通通道）', en: 'Promised for the review, ordinary lane' },
    unit: { zh: '工作日', en: 'working days' },
  },
  {
    name: 'fast',
    at: 'promisedWorkingDays/fast',
    label: { zh: '审核承诺时限（快速通道）', en: 'Promised for the review, fast lane' },
    unit: { zh: '工作日', en: 'working days' },
  },
  {
    name: 'noticeWorkingDays',
    at: 'noticeWorkingDays',
    label: { zh: '公示期', en: 'Public notice' },
    unit: { zh: '工作日', en: 'working days' },
  },
  {
    name: 'maximumPatents',
    at: 'maximumPatents',
    label: { zh: '每次最多申报', en: 'Patents in one application' },
    unit: { zh: '件', en: 'patents' },
  },
  {
    name: 'areaNames',
    at: 'areaNames',
    label: { zh: '第一申请人地址应包含（空格分隔）', en: 'The address names one of (separate by spaces)' },
  },
];

/** Which patents count, and how long things take. */
export function TimeFields({ draft, set, faultsAt }: FormProps) {
  const say = useText();
  return (
    <fieldset>
      <legend>{say({ zh: '范围与时限', en: 'Scope and time' })}</legend>
      <div className="grid">
        {FIELDS.map(({ name, at, label, type = 'text', unit }) => (
          <TextField
            key={name}
            label={say(label)}
            type={type}
            value={draft[name]}
            faults={faultsAt(`/${at}`)}
            {...(unit && { unit: say(unit) })}
            onChange={(value) => set({ [name]: value } as Partial<ProgrammeDraft>)}
          />
        ))}
      </div>
    </fieldset>
  );
}
