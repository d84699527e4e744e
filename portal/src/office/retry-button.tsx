import { Button } from 'antd';
import type { NotificationView } from '../../../workflows/shared/notifications/outbox-row.ts';
import {
  RetryNotification,
  RetryOrganisationNotification,
} from '../../../workflows/shared/notifications/routes.ts';
import { useAction } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';

/** Has a message that was given up sent again: to those whom it has not reached. */
export function RetryButton({ row }: { readonly row: NotificationView }) {
  const say = useText();
  const ofCase = useAction(RetryNotification);
  const ofOrganisation = useAction(RetryOrganisationNotification);
  const { messageId } = row;
  const retry = () =>
    'caseId' in row
      ? ofCase.mutate({ params: { caseId: row.caseId, messageId } })
      : ofOrganisation.mutate({ params: { organisationId: row.organisationId, messageId } });
  return (
    <>
      <Button size="small" loading={ofCase.isPending || ofOrganisation.isPending} onClick={retry}>
        {say({ zh: '重新发送', en: 'Send again' })} <span className="unseen">{say(row.title)}</span>
      </Button>
      <ProblemAlert error={ofCase.error ?? ofOrganisation.error} />
    </>
  );
}
