import { demandSeen } from '../../../workflows/financing-demand/rules/demand-seen.ts';
import { institutionIn } from '../../../workflows/financing-demand/rules/financing-rules.ts';
import { type Demand, readDemand } from '../../shared/demand.ts';
import { RefusedError } from '../../shared/errors.ts';
import type { ServicesWithAnswers } from '../store/services-with-answers.ts';

interface AnsweredDemand extends Demand {
  /** The consent lets the institution see it at this moment, and it is not over. */
  readonly seen: boolean;
}

/** A demand that an institution was sent. @throws RefusedError 404, also for one that exists and was not */
export async function answeredDemand(
  demandId: string,
  institutionId: string,
  { cases, financingRules, now }: Pick<ServicesWithAnswers, 'cases' | 'financingRules' | 'now'>,
): Promise<AnsweredDemand> {
  const found = await readDemand(demandId, { cases });
  const wasSent = found?.detail.recipients.some((one) => one.institutionId === institutionId);
  if (!found || !wasSent) throw noSuchDemand();
  const institution = institutionIn(financingRules(now()).directory, institutionId);
  return { ...found, seen: institution !== undefined && demandSeen(found, institution, now()) !== undefined };
}

export function noSuchDemand(): RefusedError {
  return new RefusedError({
    status: 404,
    code: 'demand-not-found',
    zh: '没有这个融资需求，或者未发送给该机构',
    en: 'There is no such demand, or the institution was not sent it',
  });
}

/** The demand is over, or the consent was withdrawn: an institution is told the one like the other. */
export function demandOver(): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'demand-over',
    zh: '该融资需求已结束或已撤回授权，不能再答复',
    en: 'The demand is over or the consent was withdrawn: it takes no answers any more',
  });
}
