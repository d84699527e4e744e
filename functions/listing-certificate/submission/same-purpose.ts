import { RefusedError } from '../../shared/errors.ts';
import type { Services } from '../../shared/services.ts';

/** Two requests at once both pass here; the claim in the transaction then lets one through. @throws RefusedError 409 */
export async function refuseSecondOfTheDay(
  claim: string,
  caseId: string,
  { claims }: Pick<Services, 'claims'>,
): Promise<void> {
  const owner = await claims.ownerOf(claim);
  if (owner !== undefined && owner !== caseId) throw samePurposeToday(owner);
}

/** The refusal of a second application of the same purpose on one day. */
export function samePurposeToday(caseId?: string): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'same-purpose-today',
    zh: '今天已提交过相同用途的申请，每天限一件',
    en: 'An application of the same purpose was submitted today: one a day',
    ...(caseId === undefined ? {} : { present: { caseId } }),
  });
}
