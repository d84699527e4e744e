import { CloseFinancingDemand } from '../../../workflows/financing-demand/change/routes.ts';
import { useAction } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { ConfirmButton } from '../parts/confirm-button.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useFields } from '../parts/use-fields.ts';

/** Ends a demand; its recipients are told at once. */
export function CloseDemandButton({ demandId }: { readonly demandId: string }) {
  const say = useText();
  const { fields, set, discard } = useFields(`closing.${demandId}`, { text: '' });
  const text = fields.text.trim();
  const close = useAction(CloseFinancingDemand, discard);
  return (
    <ConfirmButton
      danger
      label={say({ zh: '关闭需求', en: 'Close the demand' })}
      question={say({
        zh: '关闭后各机构立即收到通知，需求不能再恢复。',
        en: 'Every institution is told at once; the demand cannot be opened again.',
      })}
      pending={close.isPending}
      error={close.error}
      onConfirm={() => close.mutateAsync({ params: { demandId }, body: text ? { text } : {} })}
    >
      <TextField
        optional
        label={say({ zh: '说明（可不填）', en: 'Why (optional)' })}
        rows={2}
        maxLength={500}
        value={fields.text}
        onChange={(written) => set({ text: written })}
      />
    </ConfirmButton>
  );
}
