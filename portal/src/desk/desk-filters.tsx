import { Input } from 'antd';
import type { ReactNode } from 'react';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { useText } from '../language.tsx';
import { Field } from '../parts/field.tsx';
import { options } from '../parts/options.ts';
import { Select } from '../parts/select.tsx';
import { useWho } from '../session/who.ts';
import type { FilterName, Filters } from './use-filters.ts';

const STATUS = {
  OPEN: { zh: '待办', en: 'Open' },
  DECIDED: { zh: '已答复', en: 'Answered' },
  CLOSED: { zh: '已关闭', en: 'Closed' },
};
const HOLDER_IN_OFFICE = {
  anybody: { zh: '全部', en: 'Anybody’s' },
  nobody: { zh: '未签收', en: 'Nobody’s' },
};
const HOLDER = {
  ...HOLDER_IN_OFFICE,
  mine: { zh: '我签收的（含受托）', en: 'Mine, and those I act for' },
};

interface Props {
  readonly filters: Filters;
  readonly onChange: (name: FilterName, value: string) => void;
  /** Filters before these. */
  readonly children?: ReactNode;
}

/** What narrows a list of tasks. */
export function DeskFilters({ filters, onChange, children }: Props) {
  const say = useText();
  const isOffice = useWho().organisationKind === 'office';
  const choice = (
    name: FilterName,
    label: Bilingual,
    words: Readonly<Record<string, Bilingual>>,
    first: string,
  ) => (
    <Field label={say(label)} optional>
      {(control) => (
        <Select
          {...control}
          value={filters[name] ?? first}
          options={options(words, say)}
          onChange={(value) => onChange(name, value === first ? '' : value)}
        />
      )}
    </Field>
  );
  // Typed texts are asked for when they are whole: on Enter, or when the field is left.
  const typed = (name: FilterName, label: Bilingual, type: 'text' | 'date' = 'text') => (
    <Field label={say(label)} optional>
      {(control) => (
        <Input
          key={filters[name] ?? ''}
          {...control}
          type={type}
          allowClear
          defaultValue={filters[name] ?? ''}
          onPressEnter={({ currentTarget }) => onChange(name, whole(name, currentTarget.value))}
          onBlur={({ target }) =>
            whole(name, target.value) !== (filters[name] ?? '') && onChange(name, whole(name, target.value))
          }
          onClear={() => onChange(name, '')}
        />
      )}
    </Field>
  );
  return (
    <search className="grid filters">
      {children}
      {choice('status', { zh: '状态', en: 'Status' }, STATUS, 'OPEN')}
      {choice('holder', { zh: '签收人', en: 'Held by' }, isOffice ? HOLDER_IN_OFFICE : HOLDER, 'anybody')}
      {typed('dueFromOn', { zh: '到期不早于', en: 'Due from' }, 'date')}
      {typed('dueToOn', { zh: '到期不晚于', en: 'Due by' }, 'date')}
      {typed('enterpriseName', { zh: '企业名称开头', en: 'Enterprise begins with' })}
      {typed('enterprise', { zh: '统一社会信用代码', en: 'Unified social credit code' })}
      {typed('caseNumber', { zh: '办件编号', en: 'Case number' })}
    </search>
  );
}

/** What was typed, as it is asked for: codes are written in capitals. */
function whole(name: FilterName, typed: string): string {
  return name === 'enterprise' ? typed.trim().toUpperCase() : typed.trim();
}
