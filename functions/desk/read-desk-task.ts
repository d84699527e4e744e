import { CaseSummary } from '../../workflows/shared/case.ts';
import { ReadDeskTask } from '../../workflows/shared/desk-routes.ts';
import { mayHappen } from '../../workflows/shared/desk-transitions.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { supplementTemplates } from '../shared/store/supplement-templates.ts';
import { materialsOfTask } from './material/materials-of-task.ts';
import { openParts, openQuestion } from './view/open-question.ts';
import { supplementSeenBy } from './view/supplement-seen-by.ts';
import { supplementsOfTask } from './view/supplements-of-task.ts';

type Contract = typeof ReadDeskTask;

/** A task, what is left to be answered or was answered, and the case it belongs to. Its version is the ETag a decision must name. */
export async function readDeskTask(
  { task, actor }: RouteInput<Contract>,
  services: Services,
): Promise<RouteReply<Contract>> {
  const { caseId, taskId } = task;
  const { cases } = services;
  const [found, detail, enclosure, sent, supplements] = await Promise.all([
    cases.read(caseId),
    cases.readDetail(caseId),
    cases.readEnclosure(caseId, taskId),
    materialsOfTask(task, services),
    supplementsOfTask(task, services),
  ]);
  if (!found) throw new Error(`the case of task ${taskId} is gone`);
  return {
    body: {
      ...task,
      question: openQuestion(task),
      openParts: [...openParts(task)],
      ...(enclosure === undefined ? {} : { enclosure }),
      sent,
      supplements: supplements.map((one) => supplementSeenBy(one, actor)),
      supplementTemplates: mayHappen('askSupplement', task)
        ? supplementTemplates(task.departmentId, localDateOf(services.now()))
        : [],
      case: { ...CaseSummary.strip().parse(found), detail },
    },
    version: task.version,
  };
}

export const handler = route(ReadDeskTask, readDeskTask);
