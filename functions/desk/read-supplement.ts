import { ReadSupplement } from '../../workflows/shared/supplement-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';

type Contract = typeof ReadSupplement;

/** What was asked and answered. Its version is the ETag an answer must name. Persons are for their own organisation. */
export async function readSupplement(
  { supplement, actor }: RouteInput<Contract>,
  _services: Services,
): Promise<RouteReply<Contract>> {
  const { askedBy, answeredBy, ...known } = supplement;
  const office = actor.organisationKind === 'office';
  return {
    body: {
      ...known,
      ...((office || actor.organisationId === known.departmentId) && { askedBy }),
      ...(answeredBy && (office || actor.organisationId === known.applicantUscc) && { answeredBy }),
    },
    version: supplement.version,
  };
}

export const handler = route(ReadSupplement, readSupplement);
