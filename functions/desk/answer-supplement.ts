import { SupplementSummary } from '../../workflows/shared/supplement.ts';
import { AnswerSupplement } from '../../workflows/shared/supplement-routes.ts';
import { localInstant } from '../../workflows/shared/working-days.ts';
import { type ServicesWithFiles, servicesWithFiles } from '../shared/attachments/services-with-files.ts';
import { findAttachments, useAttachments } from '../shared/attachments/use-attachments.ts';
import type { RouteInput } from '../shared/door.ts';
import { refusedForFaults } from '../shared/errors.ts';
import { personOf } from '../shared/person-of.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { untilFresh } from '../shared/store/stale-read.ts';
import { tellMoved } from './relay/tell-moved.ts';
import { resumedClock } from './time/resume-clock.ts';
import { refuseUnlessOpen } from './transition/refuse-unless-open.ts';
import { refuseUnlessUnderWay } from './transition/under-way.ts';

type Contract = typeof AnswerSupplement;

/** 补正: the applicant's answer ends its own task, and the department's clock goes on, in one transaction. */
export async function answerSupplement(
  input: RouteInput<Contract>,
  services: ServicesWithFiles,
): Promise<RouteReply<Contract>> {
  const reply = await untilFresh(() => store(input, services));
  await tellMoved(input.supplement.taskId, services);
  return reply;
}

async function store(
  { supplement: { supplementId, taskId, caseId }, body, actor, ifMatch, idempotency }: RouteInput<Contract>,
  services: ServicesWithFiles,
): Promise<RouteReply<Contract>> {
  const { cases, desk, outbox, idempotency: markers, commit, now } = services;
  const [supplement, task, found] = await Promise.all([
    desk.supplements.read(supplementId),
    desk.read(taskId),
    cases.read(caseId),
  ]);
  if (!supplement || !task || !found) throw new Error(`supplement ${supplementId} or its case is gone`);
  refuseUnlessOpen(supplement, ifMatch);
  refuseUnlessUnderWay(found);
  const { rows, faults } = await findAttachments(body.attachmentIds, actor, '/attachmentIds', services);
  if (faults.length > 0) throw refusedForFaults(faults);
  const files = await useAttachments(rows, caseId, services);
  const answeredAt = localInstant(now());
  const { departmentId, round } = supplement;
  const version = supplement.version + 1;
  const answered = { status: 'ANSWERED', answeredAt } as const;
  const reply = {
    body: SupplementSummary.strip().parse({ ...supplement, ...answered, version }),
    version,
  };
  const { assignee } = task;
  const resumed = await resumedClock(task, supplement, services);
  const { dueAt, dueProvisional } = resumed;
  await commit([
    markers.remember(idempotency, reply, now()),
    ...desk.supplements.change(supplement, {
      ...answered,
      answer: body,
      answeredBy: { personId: actor.personId, personName: actor.personName },
    }),
    ...desk.change(task, { ...resumed, supplementId: undefined, version: task.version + 1 }),
    desk.signals.markMove(taskId, task.version + 1),
    ...files.writes,
    ...cases.change(
      found,
      {},
      {
        kind: 'supplement-answered',
        at: answeredAt,
        actor: personOf(actor),
        details: { taskId, departmentId, supplementId, round, dueAt, dueProvisional },
      },
    ),
    ...outbox.notify('supplement-answered', found, answeredAt, {
      taskId,
      departmentId,
      ...(assignee && { officerId: assignee.personId }),
    }),
  ]);
  return reply;
}

export const handler = route(AnswerSupplement, answerSupplement, servicesWithFiles);
