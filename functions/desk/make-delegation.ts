import { randomUUID } from 'node:crypto';
import type { Delegation, Roster } from '../../workflows/shared/desk-roster.ts';
import { MakeDelegation } from '../../workflows/shared/desk-staff-routes.ts';
import { localDateOf, localInstant } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { refusedForFaults } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { refuseUnlessLead } from './holder/lead.ts';
import { delegationFaults } from './staff/delegation-faults.ts';
import { notOnStaff } from './staff/staff-faults.ts';
import { tellOfDelegation } from './staff/tell-of-delegation.ts';

type Contract = typeof MakeDelegation;

/**
 * 委托代办: an officer's tasks go to another from a day to a day; the lead may say so for somebody else. The whole roster is one
 * item: of two that together would make a circle, written at the same moment, one is refused.
 */
export async function makeDelegation(
  input: RouteInput<Contract>,
  { roster, outbox, idempotency: markers, commit, now }: Services,
): Promise<RouteReply<Contract>> {
  const { actor, body, idempotency } = input;
  if ((body.fromPersonId ?? actor.personId) !== actor.personId) refuseUnlessLead(actor);
  return untilFresh(async () => {
    const today = localDateOf(now());
    const read = await roster.read(actor.organisationId);
    const standing = read.delegations.filter(({ toOn }) => toOn >= today);
    const made = delegationOf(input, read, localInstant(now()));
    const faults = delegationFaults(made, standing, today);
    if (faults.length > 0) throw refusedForFaults(faults);
    const reply = { body: made };
    await commit([
      markers.remember(idempotency, reply, now()),
      ...roster.change(
        read,
        { delegations: [...standing, made] },
        { kind: 'delegation-made', at: made.madeAt, actor, delegation: made },
      ),
      ...tellOfDelegation(outbox, 'made', made, actor, made.madeAt),
    ]);
    return reply;
  });
}

/** @throws RefusedError 422 where either is not on the staff list */
function delegationOf(
  { actor: { personId, personName }, body }: RouteInput<Contract>,
  { officers }: Roster,
  madeAt: string,
): Delegation {
  const { fromPersonId = personId, toPersonId, fromOn, toOn, workflows } = body;
  const from = officers.find((one) => one.personId === fromPersonId);
  const to = officers.find((one) => one.personId === toPersonId);
  if (!from || !to) {
    throw refusedForFaults([
      ...(from ? [] : [notOnStaff('/fromPersonId')]),
      ...(to ? [] : [notOnStaff('/toPersonId')]),
    ]);
  }
  const madeBy = { personId, personName };
  return { delegationId: randomUUID(), from, to, fromOn, toOn, workflows, madeAt, madeBy };
}

export const handler = route(MakeDelegation, makeDelegation);
