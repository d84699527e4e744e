import { WithdrawCase } from '../../../workflows/shared/case-routes.ts';
import { useAction } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { ConfirmButton } from '../parts/confirm-button.tsx';

/** Takes a case back before its result; asked twice, because it cannot be undone. */
export function WithdrawButton({ caseId }: { readonly caseId: string }) {
  const say = useText();
  const withdraw = useAction(WithdrawCase);
  return (
    <ConfirmButton
      label={say({ zh: '撤回办件', en: 'Withdraw' })}
      question={say({
        zh: '撤回后各部门停止办理，不能恢复。确定撤回吗？',
        en: 'Every department stops, and it cannot be undone. Withdraw?',
      })}
      danger
      pending={withdraw.isPending}
      error={withdraw.error}
      onConfirm={() => withdraw.mutateAsync({ params: { caseId } })}
    />
  );
}
