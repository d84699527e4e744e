import type { Actor } from '../../../workflows/shared/actor.ts';
import type { AuditEntry, AuditKind } from '../../../workflows/shared/audit-entry.ts';
import type { Case } from '../../../workflows/shared/case.ts';
import { type DeskTask, DeskTaskSummary, type Officer } from '../../../workflows/shared/desk-task.ts';
import type { DeskAction } from '../../../workflows/shared/desk-transitions.ts';
import { localInstant } from '../../../workflows/shared/working-days.ts';
import { personOf } from '../../shared/person-of.ts';
import type { Services } from '../../shared/services.ts';
import type { TaskChange } from '../../shared/store/desk-change.ts';
import type { IdempotentRequest } from '../../shared/store/idempotency-store.ts';
import { untilFresh } from '../../shared/store/stale-read.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';
import { refuseUnless } from './refuse-unless.ts';
import { refuseUnlessUnderWay } from './under-way.ts';

export interface TaskRequest {
  readonly task: DeskTask;
  readonly actor: Actor;
  readonly ifMatch: number;
  readonly idempotency: IdempotentRequest;
}

/** What an action does to a task as it stands. */
export interface TaskEffect<Reply> {
  readonly action: DeskAction;
  readonly change: TaskChange;
  readonly kind: AuditKind;
  readonly details: AuditEntry['details'];
  /** The officer for whom this one acts under a delegation. */
  readonly forWhom?: Officer | undefined;
  /** What else belongs into the transaction. */
  readonly writes: readonly GuardedWrite[];
  /** The answer, from the task as it becomes. */
  readonly reply: (changed: DeskTaskSummary) => Reply;
}

/**
 * A person's action on a task: held against the table of transitions and the caller's copy, then the task, its audit entry,
 * the answer to this request and whatever goes with it in one transaction, on condition that all is as it was read.
 */
export async function actOnTask<Reply>(
  { task: { taskId, caseId }, actor, ifMatch, idempotency }: TaskRequest,
  { cases, desk, idempotency: markers, commit, now }: Services,
  effectOn: (task: DeskTask, found: Case, at: string) => TaskEffect<Reply> | Promise<TaskEffect<Reply>>,
): Promise<{ readonly body: Reply; readonly version: number }> {
  return untilFresh(async () => {
    const [task, found] = await Promise.all([desk.read(taskId), cases.read(caseId)]);
    if (!task || !found) throw new Error(`task ${taskId} or its case is gone`);
    const at = localInstant(now());
    const { action, change, kind, details, forWhom, writes, reply } = await effectOn(task, found, at);
    refuseUnless(action, task, ifMatch);
    refuseUnlessUnderWay(found);
    const version = task.version + 1;
    const changed = DeskTaskSummary.strip().parse({ ...task, ...change, version });
    const answer = { body: reply(changed), version };
    await commit([
      markers.remember(idempotency, answer, now()),
      ...desk.change(task, { ...change, version }),
      ...cases.change(found, {}, { kind, at, actor: personOf(actor, forWhom), details }),
      ...writes,
    ]);
    return answer;
  });
}
