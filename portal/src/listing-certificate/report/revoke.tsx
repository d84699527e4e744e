import { RevokeCertificate } from '../../../../workflows/listing-certificate/revocation-routes.ts';
import { useAction } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { ConfirmButton } from '../../parts/confirm-button.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useFields } from '../../parts/use-fields.ts';

interface Props {
  readonly caseId: string;
  readonly number: string;
}

const NEW = { reason: '', legalBasis: '' };

/** 撤销: the office takes a report back, with its reason and the legal basis. */
export function Revoke({ caseId, number }: Props) {
  const say = useText();
  const { fields, set, discard } = useFields(`revocation.${number}`, NEW);
  const revoke = useAction(RevokeCertificate, discard);
  return (
    <ConfirmButton
      danger
      label={say({ zh: '撤销报告', en: 'Revoke the report' })}
      question={say(
        {
          zh: '撤销后报告 {number} 立即失效，核验页面公开撤销时间和依据，不能恢复。',
          en: 'Report {number} is void at once, which the verification page shows with the basis. It cannot be undone.',
        },
        { number },
      )}
      pending={revoke.isPending}
      error={revoke.error}
      onConfirm={() => revoke.mutateAsync({ params: { caseId }, body: { number, ...fields } })}
    >
      <TextField
        label={say({ zh: '撤销理由', en: 'Reason' })}
        rows={3}
        maxLength={2000}
        value={fields.reason}
        onChange={(reason) => set({ reason })}
      />
      <TextField
        label={say({ zh: '法律依据', en: 'Legal basis' })}
        maxLength={500}
        value={fields.legalBasis}
        onChange={(legalBasis) => set({ legalBasis })}
      />
    </ConfirmButton>
  );
}
