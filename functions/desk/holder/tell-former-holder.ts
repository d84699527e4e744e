import type { Actor } from '../../../workflows/shared/actor.ts';
import type { Case } from '../../../workflows/shared/case.ts';
import type { DeskTask, Officer } from '../../../workflows/shared/desk-task.ts';
import type { Outbox } from '../../shared/store/outbox-store.ts';
import type { GuardedWrite } from '../../shared/store/write.ts';

interface Taking {
  readonly found: Case;
  /** As it was, with who held it. */
  readonly task: Pick<DeskTask, 'taskId' | 'departmentId' | 'assignee'>;
  /** Who holds it now; nobody, where it is given back. */
  readonly holder?: Officer | undefined;
  readonly actor: Actor;
  readonly at: string;
}

/** A task leaves the list of its holder: tells that officer, unless it was the officer's own doing. */
export function tellFormerHolder(
  { found, task: { taskId, departmentId, assignee }, holder, actor, at }: Taking,
  outbox: Outbox,
): GuardedWrite[] {
  const officerId = assignee?.personId;
  if (!officerId || officerId === holder?.personId || officerId === actor.personId) return [];
  return outbox.notify('task-taken-back', found, at, { taskId, departmentId, officerId });
}
