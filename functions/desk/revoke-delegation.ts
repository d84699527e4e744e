import type { Actor } from '../../workflows/shared/actor.ts';
import type { Delegation } from '../../workflows/shared/desk-roster.ts';
import { RevokeDelegation } from '../../workflows/shared/desk-staff-routes.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { isLead } from './holder/lead.ts';
import { tellOfDelegation } from './staff/tell-of-delegation.ts';

type Contract = typeof RevokeDelegation;

/** Ends a delegation at once: by the officer whose tasks they are, or by the lead. */
export async function revokeDelegation(
  { actor, params: { delegationId }, idempotency }: RouteInput<Contract>,
  { roster, outbox, idempotency: markers, commit, now }: Services,
): Promise<RouteReply<Contract>> {
  return untilFresh(async () => {
    const read = await roster.read(actor.organisationId);
    const found = revocable(read.delegations, delegationId, actor);
    const revokedBy = { personId: actor.personId, personName: actor.personName };
    const revoked = { ...found, revokedAt: localInstant(now()), revokedBy };
    const reply = { body: revoked };
    await commit([
      markers.remember(idempotency, reply, now()),
      ...roster.change(
        read,
        { delegations: read.delegations.map((one) => (one === found ? revoked : one)) },
        { kind: 'delegation-revoked', at: revoked.revokedAt, actor, delegation: revoked },
      ),
      ...tellOfDelegation(outbox, 'revoked', revoked, actor, revoked.revokedAt),
    ]);
    return reply;
  });
}

/** @throws RefusedError 403 where it is not the actor's to revoke or is not there, 409 where it is revoked */
function revocable(delegations: readonly Delegation[], delegationId: string, actor: Actor): Delegation {
  const found = delegations.find((one) => one.delegationId === delegationId);
  if (!found || !(isLead(actor) || found.from.personId === actor.personId)) {
    throw new RefusedError({
      status: 403,
      code: 'not-your-delegation',
      zh: '没有这项委托代办，或者它不由您撤销',
      en: 'There is no such delegation, or it is not yours to revoke',
    });
  }
  if (found.revokedAt === undefined) return found;
  throw new RefusedError({
    status: 409,
    code: 'delegation-revoked',
    zh: '该委托代办已撤销',
    en: 'The delegation is revoked already',
    present: { delegationId, revokedAt: found.revokedAt },
  });
}

export const handler = route(RevokeDelegation, revokeDelegation);
