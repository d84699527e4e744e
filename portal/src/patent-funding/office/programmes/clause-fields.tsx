import '../../apply/sheet.css';
import { Input } from 'antd';
import { RuleId } from '../../../../../workflows/patent-funding/rule-id.ts';
import { useText } from '../../../language.tsx';
import { DataTable } from '../../../parts/data-table.tsx';
import type { FormProps } from './form-props.ts';
import { RULE } from './programme-words.ts';

type Part = 'clause' | 'zh' | 'en';

/** The clause of each rule: without one it could not be applied. */
export function ClauseFields({ draft: { clauses }, set, faultsAt }: FormProps) {
  const say = useText();
  const heads = {
    clause: say({ zh: '条款号', en: 'Clause' }),
    zh: say({ zh: '条款内容（中文）', en: 'What it says (Chinese)' }),
    en: say({ zh: '条款内容（英文）', en: 'What it says (English)' }),
  };
  const cell = (rule: RuleId, part: Part) => {
    const faults = faultsAt(`/clauses/${rule}/${part}`);
    return (
      <span className="sheet-cell">
        <Input
          aria-label={`${say(RULE[rule])}：${heads[part]}`}
          aria-invalid={faults.length > 0}
          value={clauses[rule]?.[part] ?? ''}
          onChange={({ target }) =>
            set({
              clauses: { ...clauses, [rule]: { ...EMPTY, ...clauses[rule], [part]: target.value } },
            })
          }
        />
        {faults.length > 0 && <span className="fault">{faults.join('；')}</span>}
      </span>
    );
  };
  return (
    <fieldset className="plain">
      <legend>{say({ zh: '规则与条款', en: 'Rules and their clauses' })}</legend>
      <DataTable
        caption={say({ zh: '规则与条款', en: 'Rules and their clauses' })}
        rows={RuleId.options}
        rowKey={(rule) => rule}
        empty=""
        columns={[
          { title: say({ zh: '规则', en: 'Rule' }), cell: (rule) => say(RULE[rule]) },
          { title: heads.clause, cell: (rule) => cell(rule, 'clause') },
          { title: heads.zh, cell: (rule) => cell(rule, 'zh') },
          { title: heads.en, cell: (rule) => cell(rule, 'en') },
        ]}
      />
    </fieldset>
  );
}

const EMPTY = { clause: '', zh: '', en: '' };
