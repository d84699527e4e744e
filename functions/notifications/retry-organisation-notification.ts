import { OrganisationRow } from '../../workflows/shared/notifications/outbox-row.ts';
import { RetryOrganisationNotification } from '../../workflows/shared/notifications/routes.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { personOf } from '../shared/person-of.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { MESSAGE_KEY } from '../shared/store/message-key.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { givenUp, revival } from './delivery/revival.ts';
import { viewOf } from './inbox/notification-view.ts';
import { type ServicesWithMessages, servicesWithMessages } from './store/notification-services.ts';

type Contract = typeof RetryOrganisationNotification;

/**
 * Lets the relay try anew what it gave up of an organisation. As there is no case to note it in, the message has an audit chain of
 * its own. @throws RefusedError see `givenUp`
 */
export async function retryOrganisationNotification(
  input: RouteInput<Contract>,
  services: ServicesWithMessages,
): Promise<RouteReply<Contract>> {
  return untilFresh(() => store(input, services));
}

async function store(
  { params: { organisationId, messageId }, actor, idempotency }: RouteInput<Contract>,
  { outboxRows, commit, idempotency: markers, now }: ServicesWithMessages,
): Promise<RouteReply<Contract>> {
  const row = await outboxRows.read({ topic: MESSAGE_KEY.topic({ organisationId }), messageId });
  const at = localInstant(now());
  const dead = givenUp(row && OrganisationRow.parse(row));
  const change = revival(dead, at);
  const reply: RouteReply<Contract> = { body: viewOf({ ...dead, ...change }) };
  await commit([
    markers.remember(idempotency, reply, now()),
    ...outboxRows.changeAudited(dead, change, {
      kind: 'notification-retried',
      at,
      actor: personOf(actor),
      details: { organisationId, messageId },
    }),
  ]);
  return reply;
}

export const handler = route(
  RetryOrganisationNotification,
  retryOrganisationNotification,
  servicesWithMessages,
);
