import type { Actor } from '../../../workflows/shared/actor.ts';
import type { Supplement, SupplementView } from '../../../workflows/shared/supplement.ts';

/** What was asked and answered. Who asked is for the department that did and the office to know, who answered for the applicant and the office. */
export function supplementSeenBy(supplement: Supplement, reader: Actor): SupplementView {
  const { askedBy, answeredBy, ...known } = supplement;
  const isOffice = reader.organisationKind === 'office';
  const isTheirs = (organisationId: string) => isOffice || reader.organisationId === organisationId;
  return {
    ...known,
    ...(isTheirs(known.departmentId) && { askedBy }),
    ...(answeredBy && isTheirs(known.applicantUscc) && { answeredBy }),
  };
}
