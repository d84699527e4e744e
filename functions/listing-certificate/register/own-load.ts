import type { RegisterLoad } from '../../../workflows/listing-certificate/register/contract.ts';
import type { Actor } from '../../../workflows/shared/actor.ts';
import { RefusedError } from '../../shared/errors.ts';
import type { RegisterStore } from '../store/register-store.ts';

/**
 * A load of the actor's own department: the key is made of the department in the token, so that another's load is not even
 * looked for. @throws RefusedError 404
 */
export async function ownLoad(
  registers: Pick<RegisterStore, 'load'>,
  { organisationId }: Actor,
  loadId: string,
): Promise<RegisterLoad> {
  const found = await registers.load({ departmentId: organisationId, loadId });
  if (found) return found;
  throw new RefusedError({
    status: 404,
    code: 'register-load-not-found',
    zh: '本部门没有这次加载',
    en: 'Your department has no such load',
  });
}
