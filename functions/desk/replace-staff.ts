import { ReplaceStaff } from '../../workflows/shared/desk-staff-routes.ts';
import type { Officer } from '../../workflows/shared/desk-task.ts';
import { localDateOf, localInstant } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { refusedForFaults } from '../shared/errors.ts';
import { changedMeanwhile } from '../shared/request-headers.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { refuseUnlessLead } from './holder/lead.ts';
import { staffFaults } from './staff/staff-faults.ts';

type Contract = typeof ReplaceStaff;

/** The lead's new list takes the place of the old one, whole. */
export async function replaceStaff(
  { actor, body: { officers }, ifMatch, idempotency }: RouteInput<Contract>,
  { roster, idempotency: markers, commit, now }: Services,
): Promise<RouteReply<Contract>> {
  refuseUnlessLead(actor);
  return untilFresh(async () => {
    const read = await roster.read(actor.organisationId);
    const { departmentId } = read;
    if (read.version !== ifMatch) throw changedMeanwhile({ departmentId, version: read.version });
    const faults = staffFaults(officers, read, localDateOf(now()));
    if (faults.length > 0) throw refusedForFaults(faults);
    const version = read.version + 1;
    const { delegations } = read;
    const reply = { body: { departmentId, version, officers, delegations }, version };
    const deed = { kind: 'staff-replaced', at: localInstant(now()), actor } as const;
    const joined = withoutThose(officers, read.officers);
    const left = withoutThose(read.officers, officers);
    await commit([
      markers.remember(idempotency, reply, now()),
      ...roster.change(read, { officers }, { ...deed, joined, left }),
    ]);
    return reply;
  });
}

/** Who has a new name leaves under the old one and joins under the new one. */
function withoutThose(officers: readonly Officer[], others: readonly Officer[]): Officer[] {
  return officers.filter(
    (one) =>
      !others.some(({ personId, personName }) => personId === one.personId && personName === one.personName),
  );
}

export const handler = route(ReplaceStaff, replaceStaff);
