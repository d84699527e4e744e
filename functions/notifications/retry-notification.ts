import { RetryNotification } from '../../workflows/shared/notifications/routes.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { personOf } from '../shared/person-of.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { MESSAGE_KEY } from '../shared/store/message-key.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { givenUp, revival } from './delivery/revival.ts';
import { viewOf } from './inbox/notification-view.ts';
import { type ServicesWithMessages, servicesWithMessages } from './store/notification-services.ts';

type Contract = typeof RetryNotification;

/** Lets the relay try anew what it gave up of a case. @throws RefusedError see `givenUp` */
export async function retryNotification(
  input: RouteInput<Contract>,
  services: ServicesWithMessages,
): Promise<RouteReply<Contract>> {
  return untilFresh(() => store(input, services));
}

async function store(
  { case: { caseId }, params: { messageId }, actor, idempotency }: RouteInput<Contract>,
  { cases, outboxRows, commit, idempotency: markers, now }: ServicesWithMessages,
): Promise<RouteReply<Contract>> {
  const [found, row] = await Promise.all([
    cases.read(caseId),
    outboxRows.read({ topic: MESSAGE_KEY.topic({ caseId }), messageId }),
  ]);
  if (!found) throw new Error(`case ${caseId} is gone`);
  const at = localInstant(now());
  const dead = givenUp(row);
  const change = revival(dead, at);
  const reply: RouteReply<Contract> = { body: viewOf({ ...dead, ...change }) };
  await commit([
    markers.remember(idempotency, reply, now()),
    outboxRows.change(dead, change),
    ...cases.change(
      found,
      {},
      { kind: 'notification-retried', at, actor: personOf(actor), details: { messageId } },
    ),
  ]);
  return reply;
}

export const handler = route(RetryNotification, retryNotification, servicesWithMessages);
