import type { Bulk } from '../../desk/bulk-props.ts';
import { useText } from '../../language.tsx';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useFields } from '../../parts/use-fields.ts';

const NEW = { paidOn: '', bankReference: '' };

/** One voucher of the bank pays many orders, each of them wholly. */
export function Component({ name, count, pending, error, decide }: Bulk) {
  const say = useText();
  const { fields, set, discard } = useFields(`payments.${name}`, NEW);
  return (
    <ConfirmButton
      label={say({ zh: '确认已支付', en: 'Confirm the payment' })}
      question={say(
        {
          zh: '确认所选 {n} 笔拨付单均已按应付金额全额支付，确认后不能修改。',
          en: 'Confirms that each of the {n} chosen orders was paid in full. It cannot be changed afterwards.',
        },
        { n: count },
      )}
      pending={pending}
      error={error}
      onConfirm={() => decide({ outcome: 'confirmed', ...fields }).then(discard)}
    >
      <TextField
        label={say({ zh: '支付日期', en: 'Paid on' })}
        type="date"
        value={fields.paidOn}
        onChange={(paidOn) => set({ paidOn })}
      />
      <TextField
        label={say({ zh: '银行凭证号', en: 'Number of the voucher' })}
        maxLength={60}
        value={fields.bankReference}
        onChange={(bankReference) => set({ bankReference })}
      />
    </ConfirmButton>
  );
}
