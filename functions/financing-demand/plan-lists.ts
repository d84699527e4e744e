import { PlanLists } from '../../workflows/financing-demand/list/steps.ts';
import { task } from '../shared/task.ts';
import { type ServicesWithLists, servicesWithLists } from './store/services-with-lists.ts';

/** Whose lists are drawn up: every institution's of the directory; one that has nothing to be told costs two reads. */
export async function planLists(
  _: { readonly on: string },
  { financingRules, now }: Pick<ServicesWithLists, 'financingRules' | 'now'>,
): Promise<{ institutionIds: string[] }> {
  const { institutions } = financingRules(now()).directory;
  return { institutionIds: institutions.map(({ institutionId }) => institutionId) };
}

export const handler = task(PlanLists, planLists, servicesWithLists);
