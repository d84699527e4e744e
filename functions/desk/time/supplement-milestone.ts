import type { Case } from '../../../workflows/shared/case.ts';
import { type Milestone, withSent } from '../../../workflows/shared/deadline/milestone.ts';
import type { ClosedPart, DeskTask } from '../../../workflows/shared/desk-task.ts';
import type { Supplement } from '../../../workflows/shared/supplement.ts';
import { localInstant } from '../../../workflows/shared/working-days.ts';
import type { Services } from '../../shared/services.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { openParts } from '../view/open-question.ts';
import { resumedClock } from './resume-clock.ts';
import { KEEP_DEADLINE } from './task-milestone.ts';
import { tellClosed } from './tell-closed.ts';

interface Waiting {
  readonly found: Case;
  readonly asked: DeskTask;
  readonly supplement: Supplement;
}

/** What the time that has passed does to a supplement: a reminder to the applicant, or its end. */
export async function supplementMilestone(
  milestone: Milestone,
  waiting: Waiting,
  services: Services,
): Promise<GuardedWrite[]> {
  return milestone.kind === 'over'
    ? lapse(waiting, services)
    : reminder(milestone.percents, waiting, services);
}

/** The parts that waited for it are closed; the department's clock goes on for the rest, where there is one. */
async function lapse({ found, asked, supplement }: Waiting, services: Services): Promise<GuardedWrite[]> {
  const { cases, desk, outbox, now } = services;
  const at = localInstant(now());
  const { taskId, departmentId, version } = asked;
  const { supplementId, partIds, dueAt } = supplement;
  const closedParts: ClosedPart[] = [
    ...(asked.closedParts ?? []),
    ...partIds.map((partId) => ({ partId, reason: 'supplement-not-provided' as const, closedAt: at })),
  ];
  const left = openParts({ ...asked, closedParts });
  const resumed = await resumedClock(asked, supplement, services);
  const closes = left.length === 0;
  const details = { taskId, departmentId, supplementId, dueAt, closed: [...partIds], left: [...left] };
  return [
    ...desk.change(asked, {
      ...resumed,
      ...(closes && { status: 'CLOSED' as const }),
      closedParts,
      supplementId: undefined,
      version: version + 1,
    }),
    ...desk.supplements.change(supplement, { status: 'LAPSED' }),
    ...(closes ? [desk.signals.markRelay(taskId)] : []),
    ...cases.change(found, {}, { kind: 'supplement-lapsed', at, actor: KEEP_DEADLINE, details }),
    ...tellClosed(
      'supplement-lapsed',
      { found, task: { ...asked, ...resumed }, closed: partIds, left, at },
      outbox,
    ),
  ];
}

function reminder(
  percents: readonly number[],
  { found, supplement }: Waiting,
  { cases, desk, outbox, now }: Services,
): GuardedWrite[] {
  const at = localInstant(now());
  const { supplementId, taskId, departmentId, dueAt } = supplement;
  const details = { taskId, departmentId, supplementId, dueAt, percent: Math.max(...percents) };
  return [
    ...desk.supplements.change(supplement, { clock: withSent(supplement, percents, at), remindedAt: at }),
    ...cases.change(found, {}, { kind: 'supplement-reminded', at, actor: KEEP_DEADLINE, details }),
    ...outbox.notify('supplement-reminded', found, at, { taskId, departmentId, dueAt }),
  ];
}
