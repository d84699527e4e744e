import { publishedVersions } from '../../workflows/patent-funding/programmes/published.ts';
import { CloseProgramme } from '../../workflows/patent-funding/programmes/routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { changeProgramme, noSuchVersion } from './programmes/change-programme.ts';
import { type FundingServices, fundingServices } from './store/funding-services.ts';

type Contract = typeof CloseProgramme;

/** Closes a programme by rule, once, for every version of it: cases under way are held to it at their next check. */
export async function closeProgramme(
  { actor, params: { programmeId }, body: closure, idempotency }: RouteInput<Contract>,
  services: FundingServices,
): Promise<RouteReply<Contract>> {
  const { lastGrantOn, source } = closure;
  return changeProgramme(
    {
      programmeId,
      actor,
      idempotency,
      kind: 'programme-closed',
      details: { programmeId, lastGrantOn, source },
      next(record, closedAt) {
        if (publishedVersions(record).length === 0) throw noSuchVersion();
        if (record.closure) throw closedAlready(record.closure.lastGrantOn);
        return { ...record, closure: { ...closure, closedAt } };
      },
    },
    services,
  );
}

function closedAlready(lastGrantOn: string): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'programme-closed',
    zh: `该项目已依规定终止（${lastGrantOn}）`,
    en: `The programme is closed by rule already (${lastGrantOn})`,
    present: { lastGrantOn },
  });
}

export const handler = route(CloseProgramme, closeProgramme, fundingServices);
