import type { DemandList } from '../../../workflows/financing-demand/list/contract.ts';
import { RefusedError } from '../../shared/errors.ts';
import type { ServicesWithLists } from '../store/services-with-lists.ts';

/** One of an institution's own lists. @throws RefusedError 404 */
export async function ownList(
  institutionId: string,
  listNumber: number,
  { lists }: Pick<ServicesWithLists, 'lists'>,
): Promise<DemandList> {
  const found = await lists.list(institutionId, listNumber);
  if (found) return found;
  throw new RefusedError({
    status: 404,
    code: 'no-such-list',
    zh: '没有这份清单',
    en: 'There is no such list',
  });
}
