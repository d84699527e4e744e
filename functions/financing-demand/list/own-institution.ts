import type { Institution } from '../../../workflows/financing-demand/institution.ts';
import { institutionIn } from '../../../workflows/financing-demand/rules/financing-rules.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { RefusedError } from '../../shared/errors.ts';
import type { ServicesWithLists } from '../store/services-with-lists.ts';

/** The institution somebody acts for. @throws RefusedError 403 where it is not admitted to demand lists (any more) */
export function ownInstitution(
  { organisationId }: Pick<Actor, 'organisationId'>,
  { financingRules, now }: Pick<ServicesWithLists, 'financingRules' | 'now'>,
): Institution {
  const institution = institutionIn(financingRules(now()).directory, organisationId);
  if (institution) return institution;
  throw new RefusedError({
    status: 403,
    code: 'institution-not-admitted',
    zh: '贵机构不在机构名录中',
    en: 'Your institution is not in the directory of institutions',
  });
}
