import type { Actor } from '../../../workflows/shared/actor.ts';
import type { AuditKind } from '../../../workflows/shared/audit-entry.ts';
import { type DeskTask, DeskTaskSummary, type Officer } from '../../../workflows/shared/desk-task.ts';
import { localInstant } from '../../../workflows/shared/working-days.ts';
import { personOf } from '../../shared/person-of.ts';
import type { Services } from '../../shared/services.ts';
import type { IdempotentRequest } from '../../shared/store/idempotency-store.ts';
import { untilFresh } from '../../shared/store/stale-read.ts';
import { toldOf } from '../time/task-milestone.ts';
import { refuseUnless } from '../transition/refuse-unless.ts';
import type { Standing } from './standing.ts';
import { tellFormerHolder } from './tell-former-holder.ts';

export interface HolderRequest {
  readonly task: DeskTask;
  readonly actor: Actor;
  readonly ifMatch: number;
  readonly idempotency: IdempotentRequest;
}

/** What becomes of the holder, decided on the task as it stands; throws where it must not. */
export interface HolderChange extends Standing {
  readonly kind: AuditKind;
  /** Nobody, where the task is given back. */
  readonly holder?: Officer;
}

/**
 * Gives an open task to somebody or to nobody, with its audit entry, in one transaction. Whatever is open may change hands,
 * while it waits for a supplement too; the state of the task stays as it is.
 */
export async function changeHolder(
  { task: { taskId, caseId }, actor, ifMatch, idempotency }: HolderRequest,
  { cases, desk, outbox, idempotency: markers, commit, now }: Services,
  decide: (task: DeskTask) => Promise<HolderChange>,
): Promise<{ body: DeskTaskSummary; version: number }> {
  return untilFresh(async () => {
    const [task, found] = await Promise.all([desk.read(taskId), cases.read(caseId)]);
    if (!task || !found) throw new Error(`task ${taskId} or its case is gone`);
    refuseUnless('changeHolder', task, ifMatch);
    const { kind, holder, forWhom, delegationIds, guards } = await decide(task);
    const at = localInstant(now());
    const assignee = holder && { ...holder, assignedAt: at };
    const version = task.version + 1;
    const { assignee: former, ...rest } = DeskTaskSummary.strip().parse(task);
    const reply = { body: { ...rest, ...(assignee && { assignee }), version }, version };
    await commit([
      markers.remember(idempotency, reply, now()),
      ...desk.change(task, { assignee, version }),
      ...guards,
      ...cases.change(
        found,
        {},
        {
          kind,
          at,
          actor: personOf(actor, forWhom),
          details: {
            taskId,
            departmentId: task.departmentId,
            ...(former && { from: former.personId }),
            ...(holder && { to: holder.personId }),
            ...(delegationIds && { delegationIds: [...delegationIds] }),
          },
        },
      ),
      // Whoever takes it itself knows.
      ...(assignee && assignee.personId !== actor.personId
        ? outbox.notify('task-reassigned', found, at, toldOf({ ...task, assignee }))
        : []),
      ...tellFormerHolder({ found, task, holder, actor, at }, outbox),
    ]);
    return reply;
  });
}
