import { CaseSummary } from '../../workflows/shared/case.ts';
import { ReadDeskTask } from '../../workflows/shared/desk-routes.ts';
import { mayHappen } from '../../workflows/shared/desk-transitions.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import type { RouteInput } from '../shared/door.ts';
import { type RouteReply, route } from '../shared/route.ts';
import type { Services } from '../shared/services.ts';
import { supplementTemplates } from '../shared/store/supplement-templates.ts';
import { materialsOfTask } from './material/materials-of-task.ts';
import { openQuestion } from './view/open-question.ts';

type Contract = typeof ReadDeskTask;

/** A task, what is left to be answered or was answered, and the case it belongs to. Its version is the ETag a decision must name. */
export async function readDeskTask(
  { task }: RouteInput<Contract>,
  services: Services,
): Promise<RouteReply<Contract>> {
  const { caseId, taskId } = task;
  const { cases } = services;
  const [found, detail, enclosure, sent] = await Promise.all([
    cases.read(caseId),
    cases.readDetail(caseId),
    cases.readEnclosure(caseId, taskId),
    materialsOfTask(task, services),
  ]);
  if (!found) throw new Error(`the case of task ${taskId} is gone`);
  return {
    body: {
      ...task,
      question: openQuestion(task),
      ...(enclosure === undefined ? {} : { enclosure }),
      sent,
      supplementTemplates: mayHappen('askSupplement', task)
        ? supplementTemplates(task.departmentId, localDateOf(services.now()))
        : [],
      case: { ...CaseSummary.strip().parse(found), detail },
    },
    version: task.version,
  };
}

export const handler = route(ReadDeskTask, readDeskTask);
