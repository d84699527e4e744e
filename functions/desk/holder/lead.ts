import type { Actor } from '../../../workflows/shared/actor.ts';
import { DESK_LEAD } from '../../../workflows/shared/desk-roster.ts';
import { RefusedError } from '../../shared/errors.ts';

/** Whether the token names its person a lead of the department's desk: the issuer says so, not we. */
export function isLead({ organisationKind, roles }: Actor): boolean {
  return organisationKind === 'department' && roles.includes(DESK_LEAD);
}

/** @throws RefusedError 403 */
export function refuseUnlessLead(actor: Actor): void {
  if (isLead(actor)) return;
  throw new RefusedError({
    status: 403,
    code: 'only-for-the-lead',
    zh: `只有部门负责人（角色 ${DESK_LEAD}）可以这样做`,
    en: `Only the department's lead (role ${DESK_LEAD}) may do this`,
  });
}
