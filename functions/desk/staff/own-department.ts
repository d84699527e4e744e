import type { Actor } from '../../../workflows/shared/actor.ts';
import { RefusedError, refusedParameter } from '../../shared/errors.ts';

/** The department a list is of: one's own, or for the office the one it names. @throws RefusedError 400 or 403 */
export function departmentOf(actor: Actor, asked: string | undefined): string {
  if (actor.organisationKind === 'office') {
    if (asked) return asked;
    throw refusedParameter('department', 'missing', { zh: '请指明部门', en: 'Tell which department' });
  }
  if (!asked || asked === actor.organisationId) return actor.organisationId;
  throw new RefusedError({
    status: 403,
    code: 'not-your-queue',
    zh: '只能查看本部门的待办',
    en: "Another department's queue is not yours to see",
  });
}
