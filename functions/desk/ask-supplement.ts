import { deadlineOf } from '../../workflows/shared/deadline/task-clock.ts';
import { type Supplement, SupplementSummary, supplementIdOf } from '../../workflows/shared/supplement.ts';
import { partsWaiting, supplementFaults } from '../../workflows/shared/supplement-faults.ts';
import { AskSupplement } from '../../workflows/shared/supplement-routes.ts';
import { localDateOf } from '../../workflows/shared/working-days.ts';
import { type ServicesWithFiles, servicesWithFiles } from '../shared/attachments/services-with-files.ts';
import { findAttachments, useAttachments } from '../shared/attachments/use-attachments.ts';
import type { RouteInput } from '../shared/door.ts';
import { RefusedError, refusedForFaults } from '../shared/errors.ts';
import { type RouteReply, route } from '../shared/route.ts';
import { deskRules } from '../shared/store/desk-rules.ts';
import { standingOn } from './holder/standing.ts';
import { tellMoved } from './relay/tell-moved.ts';
import { actOnTask } from './transition/act-on-task.ts';
import { presentOf, refuseUnless } from './transition/refuse-unless.ts';
import { openParts } from './view/open-question.ts';

type Contract = typeof AskSupplement;

/** 要求补正: the applicant gets a task and a time of its own; the department's clock stands still until it is answered. */
export async function askSupplement(
  input: RouteInput<Contract>,
  services: ServicesWithFiles,
): Promise<RouteReply<Contract>> {
  const { task, body, actor } = input;
  const { desk, outbox, now } = services;
  refuseUnless('askSupplement', task, input.ifMatch);
  const todayOn = localDateOf(now());
  const rules = deskRules(todayOn);
  const attached = await findAttachments(body.attachmentIds, actor, '/attachmentIds', services);
  const faults = [...supplementFaults(body, openParts(task), rules.supplement), ...attached.faults];
  if (faults.length > 0) throw refusedForFaults(faults);

  await standingOn(task, actor, services);

  const files = await useAttachments(attached.rows, task.caseId, services);
  const reply = await actOnTask(input, services, async (read, found, at) => {
    const calendar = await services.calendars.read();
    const { forWhom, delegationIds, guards } = await standingOn(read, actor, services);
    const round = (read.supplementRounds ?? 0) + 1;
    if (round > rules.supplement.maximumRounds) throw roundsUsed(presentOf(read));
    const { taskId, caseId, caseNumber, workflow, departmentId, applicantUscc } = read;
    const clock = { fromOn: todayOn, workingDays: body.workingDays, pauses: [] };
    const asked: Supplement = {
      ...{ taskId, caseId, caseNumber, workflow, departmentId, applicantUscc, round },
      supplementId: supplementIdOf(taskId, round),
      status: 'OPEN',
      askedAt: at,
      ...deadlineOf(calendar, clock, rules.reminders),
      version: 1,
      items: body.items,
      attachmentIds: body.attachmentIds,
      partIds: partsWaiting(body.items, openParts(read)),
      askedBy: { personId: actor.personId, personName: actor.personName },
    };
    const { supplementId, dueAt, dueProvisional } = asked;
    return {
      action: 'askSupplement',
      change: { supplementId, supplementRounds: round },
      kind: 'supplement-asked',
      details: {
        ...{ taskId, departmentId, supplementId, round, dueAt, dueProvisional, rules: rules.version },
        ...(delegationIds && { delegationIds: [...delegationIds] }),
      },
      forWhom,
      writes: [
        ...guards,
        ...files.writes,
        ...desk.supplements.ask(asked),
        desk.signals.markMove(taskId, read.version + 1),
        ...outbox.notify('supplement-asked', found, at, { taskId, departmentId, dueAt }),
      ],
      reply: (changed) => ({ task: changed, supplement: SupplementSummary.strip().parse(asked) }),
    };
  });
  await tellMoved(task.taskId, services);
  return { ...reply, location: `/v1/supplements/${reply.body.supplement.supplementId}` };
}

function roundsUsed(present: Readonly<Record<string, unknown>>): RefusedError {
  return new RefusedError({
    status: 409,
    code: 'supplement-rounds-used',
    zh: '要求补正的次数已用完',
    en: 'No further round of supplement is allowed',
    present,
  });
}

export const handler = route(AskSupplement, askSupplement, servicesWithFiles);
