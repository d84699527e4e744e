import { Button } from 'antd';
import { useText } from '../../language.tsx';
import { TextField } from '../../parts/text-field.tsx';
import type { DraftLoan } from './draft.ts';
import type { FormProps } from './form.ts';

/** Loans that there are already. */
export function LoanFields({ draft: { terms }, change, faultsAt }: FormProps) {
  const say = useText();
  const setLoans = (next: (loans: DraftLoan[]) => DraftLoan[]) =>
    change((before) => ({ ...before, terms: { ...before.terms, loans: next(before.terms.loans) } }));
  const whole = faultsAt('/terms/existingLoans');
  return (
    <fieldset>
      <legend>{say({ zh: '现有贷款（没有可不填）', en: 'Existing loans, if any' })}</legend>
      {whole.length > 0 && <p className="fault">{whole.join('；')}</p>}
      {terms.loans.map((loan, index) => {
        const at = (name: string) => faultsAt(`/terms/existingLoans/${index}/${name}`);
        const set = (next: Partial<DraftLoan>) =>
          setLoans((loans) => loans.map((one, place) => (place === index ? { ...one, ...next } : one)));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a loan has nothing else that stays while it is written
          <div className="grid" key={index}>
            <TextField
              label={say({ zh: '贷款机构', en: 'Lender' })}
              value={loan.lender}
              faults={at('lender')}
              onChange={(lender) => set({ lender })}
            />
            <TextField
              label={say({ zh: '余额', en: 'Balance' })}
              unit={say({ zh: '万元', en: '10,000 yuan' })}
              value={loan.balance}
              faults={at('balanceFen')}
              onChange={(balance) => set({ balance })}
            />
            <TextField
              label={say({ zh: '到期日', en: 'Due on' })}
              type="date"
              value={loan.dueOn}
              faults={at('dueOn')}
              onChange={(dueOn) => set({ dueOn })}
            />
            <p>
              <Button onClick={() => setLoans((loans) => loans.filter((_, place) => place !== index))}>
                {say({ zh: '移除该笔贷款', en: 'Remove this loan' })}
              </Button>
            </p>
          </div>
        );
      })}
      <p>
        <Button onClick={() => setLoans((loans) => [...loans, { lender: '', balance: '', dueOn: '' }])}>
          {say({ zh: '添加一笔贷款', en: 'Add a loan' })}
        </Button>
      </p>
    </fieldset>
  );
}
