import type { DemandDetail } from '../../../workflows/financing-demand/contract.ts';
import type { DemandSeen } from '../../../workflows/financing-demand/demand-seen.ts';
import { demandSeen } from '../../../workflows/financing-demand/rules/demand-seen.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import type { Demand } from '../../shared/demand.ts';
import { RefusedError } from '../../shared/errors.ts';
import { ownInstitution } from '../list/own-institution.ts';
import type { ServicesWithLists } from '../store/services-with-lists.ts';

/** @throws RefusedError 403, as the door does, where the consent was withdrawn since the door looked */
export function seenByCaller(
  { demandId }: Pick<Demand, 'demandId'>,
  detail: DemandDetail,
  actor: Actor,
  services: Pick<ServicesWithLists, 'financingRules' | 'now'>,
): DemandSeen {
  const seen = demandSeen({ demandId, detail }, ownInstitution(actor, services), services.now());
  if (seen) return seen;
  throw new RefusedError({
    status: 403,
    code: 'not-your-demand',
    zh: '没有这个融资需求，或者它不归您所在的单位',
    en: "There is no such financing demand, or it is not your organisation's",
  });
}
