import type { Bilingual } from './bilingual.ts';
import type { DeskTask } from './desk-task.ts';

/** Where a desk task stands: its status, and whether an open one is with the office because its due date passed. */
export type DeskTaskState = 'OPEN' | 'ESCALATED' | 'DECIDED' | 'RELAYED' | 'CLOSED';

export interface DeskTransition {
  readonly from: readonly DeskTaskState[];
  readonly to: DeskTaskState;
  readonly by: 'department' | 'office' | 'applicant' | 'platform';
  readonly text: Bilingual;
}

/**
 * The one table of what may happen to a desk task. Every action asks it before it writes and writes on condition of what it
 * read; docs/transitions.md is drawn from it.
 */
export const DESK_TRANSITIONS = {
  decide: {
    from: ['OPEN', 'ESCALATED'],
    to: 'DECIDED',
    by: 'department',
    text: { zh: '答复', en: 'answered' },
  },
  relay: { from: ['DECIDED'], to: 'RELAYED', by: 'platform', text: { zh: '已送达流程', en: 'machine told' } },
  remind: { from: ['OPEN'], to: 'OPEN', by: 'platform', text: { zh: '催办', en: 'reminded' } },
  escalate: {
    from: ['OPEN'],
    to: 'ESCALATED',
    by: 'platform',
    text: { zh: '到期督办', en: 'due date passed' },
  },
  withdraw: {
    from: ['OPEN', 'ESCALATED'],
    to: 'CLOSED',
    by: 'applicant',
    text: { zh: '办件撤回', en: 'case withdrawn' },
  },
} as const satisfies Record<string, DeskTransition>;

export type DeskAction = keyof typeof DESK_TRANSITIONS;

/** @see DeskTaskState */
export function deskTaskState({ status, overdueAt }: Pick<DeskTask, 'status' | 'overdueAt'>): DeskTaskState {
  return status === 'OPEN' && overdueAt !== undefined ? 'ESCALATED' : status;
}

/** Whether an action may happen to a task as it stands. */
export function mayHappen(action: DeskAction, task: Pick<DeskTask, 'status' | 'overdueAt'>): boolean {
  const { from }: DeskTransition = DESK_TRANSITIONS[action];
  return from.includes(deskTaskState(task));
}
