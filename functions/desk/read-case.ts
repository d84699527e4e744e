import type { Actor } from '../../workflows/shared/actor.ts';
import { type Case, CaseSummary, standingFailure } from '../../workflows/shared/case.ts';
import { ReadCase } from '../../workflows/shared/case-routes.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { materialsSeenBy } from './material/materials-seen-by.ts';
import { taskSeenBy } from './view/task-seen-by.ts';

type Contract = typeof ReadCase;

/** A case with what was asked of whom, and how far they are; answers stay on the desk until the result is issued. */
export async function readCase(
  { case: found, actor }: RouteInput<Contract>,
  { cases, desk }: Services,
): Promise<RouteReply<Contract>> {
  const [detail, tasks] = await Promise.all([cases.readDetail(found.caseId), desk.ofCase(found.caseId)]);
  return {
    body: {
      ...CaseSummary.strip().parse(found),
      version: found.version,
      detail,
      tasks: tasks.map((task) => taskSeenBy(task, actor)),
      sent: await materialsSeenBy(tasks, actor, { desk }),
      ...failureOf(found, actor),
    },
    version: found.version,
  };
}

/** Everybody sees that it failed; why is technical, and for the office. */
function failureOf(found: Case, { organisationKind }: Actor) {
  const failure = standingFailure(found);
  if (!failure) return {};
  const { cause: _, ...known } = failure;
  return { failure: organisationKind === 'office' ? failure : known };
}

export const handler = route(ReadCase, readCase);
