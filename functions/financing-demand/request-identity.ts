import { RequestIdentity } from '../../workflows/financing-demand/change/routes.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError } from '../shared/errors.ts';
import { personOf } from '../shared/person-of.ts';
import type { RouteReply } from '../shared/route.ts';
import { changeDemand } from './change/change-demand.ts';
import { seenByCaller } from './change/seen-by-caller.ts';
import { demandRoute } from './demand/demand-route.ts';
import { type ChangeServices, changeServices } from './store/change-services.ts';

type Contract = typeof RequestIdentity;

/**
 * Asks an anonymous enterprise who it is, once for each demand; the enterprise is told and may answer, and change its answer, at any
 * time. @throws RefusedError 409 where it is no secret or was asked before
 */
export function requestIdentity(
  { demand: { demandId }, actor, idempotency }: RouteInput<Contract>,
  services: ChangeServices,
): Promise<RouteReply<Contract>> {
  const at = localInstant(services.now());
  const institutionId = actor.organisationId;
  return changeDemand(
    {
      demandId,
      idempotency,
      change({ detail }) {
        // The consent may have been withdrawn since the door looked.
        seenByCaller({ demandId }, detail, actor, services);
        if (detail.disclosure === 'named') throw notAnonymous();
        if (detail.identityRequests.some((one) => one.institutionId === institutionId)) throw askedBefore();
        const request = { institutionId, requestedAt: at };
        const deed = { kind: 'identity-requested', actor: personOf(actor) } as const;
        return { detail: { ...detail, identityRequests: [...detail.identityRequests, request] }, deed };
      },
      reply: (_, detail) => ({
        body: seenByCaller({ demandId }, detail, actor, services),
        version: detail.version,
      }),
      also: ({ case: of }) => services.outbox.notify('identity-requested', of, at, { institutionId }),
    },
    services,
  );
}

function notAnonymous(): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'demand-not-anonymous',
    zh: '该需求不是匿名发布；身份信息以授权范围为准',
    en: 'The demand is not anonymous: whether its identity is shown, the consent says',
  });
}

function askedBefore(): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'identity-requested-before',
    zh: '已经请求过，等待企业答复',
    en: 'It was asked before; the enterprise answers when it likes',
  });
}

export const handler = demandRoute(RequestIdentity, requestIdentity, changeServices);
