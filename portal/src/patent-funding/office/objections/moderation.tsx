import { Button } from 'antd';
import type { Objection } from '../../../../../workflows/patent-funding/notice/contract.ts';
import { ModerateObjection } from '../../../../../workflows/patent-funding/notice/routes.ts';
import { useAction } from '../../../api/use-route.ts';
import { useText } from '../../../language.tsx';
import { ConfirmButton } from '../../../parts/confirm-button.tsx';
import { ProblemAlert } from '../../../parts/problem-alert.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { useFields } from '../../../parts/use-fields.ts';

/** Whether the public sees it; hiding it has a reason, and either may be taken back by the other. */
export function Moderation({ objection }: { readonly objection: Objection }) {
  const say = useText();
  const { caseId, objectionId, shown, version } = objection;
  const { fields, set, discard } = useFields(`moderation.${objectionId}`, { reason: '' });
  const publish = useAction(ModerateObjection);
  const hide = useAction(ModerateObjection, discard);
  const input = { params: { caseId, objectionId }, version };
  return (
    <>
      <p className="row">
        {shown !== 'SHOWN' && (
          <Button
            type="primary"
            loading={publish.isPending}
            onClick={() => publish.mutate({ ...input, body: { shown: 'SHOWN' } })}
          >
            {say({ zh: '公开', en: 'Show it' })}
          </Button>
        )}
        {shown !== 'HIDDEN' && (
          <ConfirmButton
            label={say({ zh: '不公开', en: 'Hide it' })}
            question={say({
              zh: '含侮辱、隐私、商业秘密等内容的不公开；理由留存，异议仍按程序核查。',
              en: 'Abuse, secrets and names are not shown. The reason is kept; it is reviewed all the same.',
            })}
            pending={hide.isPending}
            error={hide.error}
            onConfirm={() => hide.mutateAsync({ ...input, body: { shown: 'HIDDEN', ...fields } })}
          >
            <TextField
              label={say({ zh: '理由', en: 'Reason' })}
              rows={2}
              maxLength={500}
              value={fields.reason}
              onChange={(reason) => set({ reason })}
            />
          </ConfirmButton>
        )}
      </p>
      <ProblemAlert error={publish.error} />
    </>
  );
}
