import { AllotBudget } from '../../../../../workflows/patent-funding/ledger/routes.ts';
import { useAction } from '../../../api/use-route.ts';
import { useText } from '../../../language.tsx';
import { ConfirmButton } from '../../../parts/confirm-button.tsx';
import { fenOfWan } from '../../../parts/money.ts';
import { TextField } from '../../../parts/text-field.tsx';
import { useFields } from '../../../parts/use-fields.ts';

const NEW = { amount: '', documentNumber: '' };

/** A decision allots more to a budget; those who wait are served at once. */
export function AllotButton({ budget }: { readonly budget: { programmeId: string; year: number } }) {
  const say = useText();
  const { programmeId, year } = budget;
  const { fields, set, discard } = useFields(`allotment.${programmeId}.${year}`, NEW);
  const { amount, documentNumber } = fields;
  const allot = useAction(AllotBudget, discard);
  return (
    <ConfirmButton
      label={say({ zh: '追加预算', en: 'Allot more' })}
      question={say({
        zh: '追加后立即按顺序满足正在排队的申请，此操作记入台账，不可更改。',
        en: 'Those who wait are served at once, in their order. The entry never changes.',
      })}
      pending={allot.isPending}
      error={allot.error}
      onConfirm={() =>
        allot.mutateAsync({
          params: budget,
          body: { amountFen: fenOfWan(amount) ?? 0, documentNumber },
        })
      }
    >
      <TextField
        label={say({ zh: '追加金额', en: 'Amount' })}
        unit={say({ zh: '万元', en: '10,000 yuan' })}
        value={amount}
        onChange={(value) => set({ amount: value })}
      />
      <TextField
        label={say({ zh: '批准文件号', en: 'Number of the decision' })}
        maxLength={100}
        value={documentNumber}
        onChange={(value) => set({ documentNumber: value })}
      />
    </ConfirmButton>
  );
}
