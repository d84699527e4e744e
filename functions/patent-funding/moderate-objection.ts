import { ModerateObjection } from '../../workflows/patent-funding/notice/routes.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError } from '../shared/errors.ts';
import { personOf } from '../shared/person-of.ts';
import { changedMeanwhile } from '../shared/request-headers.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { reviewedNotice } from './notice/reviewed-notice.ts';
import { type MoneyServices, moneyServices } from './store/money-services.ts';

type Contract = typeof ModerateObjection;

/**
 * What the public sees of an objection: nothing before this, and nothing of what is hidden (abuse, secrets, names). It is reviewed either
 * way. @throws RefusedError 404; 412
 */
export async function moderateObjection(
  input: RouteInput<Contract>,
  services: MoneyServices,
): Promise<RouteReply<Contract>> {
  return untilFresh(() => store(input, services));
}

async function store(
  { case: { caseId }, params, actor, body, ifMatch }: RouteInput<Contract>,
  services: MoneyServices,
): Promise<RouteReply<Contract>> {
  const { noticeNumber } = await reviewedNotice(caseId, actor, services);
  const found = await services.cases.read(caseId);
  const { objectionId } = params;
  const read = await services.notices.objection(noticeNumber, objectionId);
  if (read === undefined || found === undefined) {
    throw new RefusedError({
      status: 404,
      code: 'objection-not-found',
      zh: '没有这项异议',
      en: 'There is no such objection',
    });
  }
  if (read.version !== ifMatch) throw changedMeanwhile({ objectionId, version: read.version });
  const at = localInstant(services.now());
  const by = { personId: actor.personId, personName: actor.personName };
  const { shown, reason } = { reason: undefined, ...body };
  const moderation = { at, by, ...(reason !== undefined && { reason }) };
  const next = { ...read, shown, moderation, version: read.version + 1 };
  await services.commit([
    services.notices.putObjection(read, next),
    ...services.cases.change(
      found,
      {},
      {
        kind: 'notice-objection-moderated',
        at,
        actor: personOf(actor),
        details: { noticeNumber, objectionId, shown, ...(reason !== undefined && { reason }) },
      },
    ),
  ]);
  return { body: next, version: next.version };
}

export const handler = route(ModerateObjection, moderateObjection, moneyServices);
