import type { Actor } from '../../workflows/shared/actor.ts';
import { DecideDeskTask } from '../../workflows/shared/desk-routes.ts';
import { DeskTaskSummary, type Officer } from '../../workflows/shared/desk-task.ts';
import { procedureOf } from '../../workflows/shared/procedures.ts';
import { answerTook } from '../../workflows/shared/statistics/working-days-taken.ts';
import { localDateOf, localInstant } from '../../workflows/shared/working-days.ts';
import { type ServicesWithFiles, servicesWithFiles } from '../shared/attachments/services-with-files.ts';
import { findAttachments, useAttachments } from '../shared/attachments/use-attachments.ts';
import type { RouteInput } from '../shared/door.ts';
import { refusedForFaults } from '../shared/errors.ts';
import { personOf } from '../shared/person-of.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { decidedTask } from '../shared/store/desk-write.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import type { GuardedWrite } from '../shared/store/write.ts';
import { standingOn } from './holder/standing.ts';
import { tellDecided } from './relay/tell-decided.ts';
import { refuseUnless } from './transition/refuse-unless.ts';
import { refuseUnlessUnderWay } from './transition/under-way.ts';
import { openQuestion } from './view/open-question.ts';

type Contract = typeof DecideDeskTask;

/** Stores a department's answer, then tells the machine. Write first, signal second: what a crash leaves, the relay heals. */
export async function decideDeskTask(
  input: RouteInput<Contract>,
  services: ServicesWithFiles,
): Promise<RouteReply<Contract>> {
  const { task, actor, body, ifMatch } = input;
  refuseUnless('decide', task, ifMatch);
  await standingOn(task, actor, services);
  const where = { at: '/answer', todayOn: localDateOf(services.now()) };
  const judged = procedureOf(task.workflow).judge(openQuestion(task), body.answer, where);
  const named = await findAttachments(body.attachmentIds, actor, '/attachmentIds', services);
  const faults = [...(judged.ok ? [] : judged.faults), ...named.faults];
  if (!judged.ok || faults.length > 0) throw refusedForFaults(faults);
  const files = await useAttachments(named.rows, task.caseId, services);
  const reply = await untilFresh(() => store(input, judged.value, files.writes, services));
  await tellDecided(reply.body, services);
  return reply;
}

async function store(
  { task: { taskId, caseId }, body, actor, ifMatch, idempotency }: RouteInput<Contract>,
  answer: unknown,
  files: readonly GuardedWrite[],
  services: ServicesWithFiles,
): Promise<RouteReply<Contract> & { body: DeskTaskSummary }> {
  const { cases, desk, idempotency: markers, commit, now } = services;
  const [task, found] = await Promise.all([desk.read(taskId), cases.read(caseId)]);
  if (!task || !found) throw new Error(`task ${taskId} or its case is gone`);
  refuseUnless('decide', task, ifMatch);
  refuseUnlessUnderWay(found);
  const calendar = await services.calendars.read();
  const { forWhom, delegationIds, guards } = await standingOn(task, actor, services);
  const decision = { decidedAt: localInstant(now()), decidedBy: decidedBy(actor, forWhom) };
  const decided = DeskTaskSummary.strip().parse({ ...task, ...decidedTask(task, decision) });
  const reply = { body: decided, version: decided.version };
  await commit([
    markers.remember(idempotency, reply, now()),
    ...desk.decide(task, { answer, attachmentIds: body.attachmentIds, ...decision }),
    ...files,
    ...guards,
    ...cases.change(
      found,
      {},
      {
        kind: 'task-decided',
        at: decision.decidedAt,
        actor: personOf(actor, forWhom),
        details: {
          taskId,
          departmentId: task.departmentId,
          ...answerTook(calendar, task, decision.decidedAt),
          ...(delegationIds && { delegationIds: [...delegationIds] }),
        },
      },
    ),
  ]);
  return reply;
}

const decidedBy = ({ personId, personName }: Actor, forWhom: Officer | undefined) => ({
  personId,
  personName,
  ...(forWhom && { forWhom }),
});

export const handler = route(DecideDeskTask, decideDeskTask, servicesWithFiles);
