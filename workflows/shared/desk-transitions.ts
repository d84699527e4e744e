import type { Bilingual } from './bilingual.ts';
import type { DeskTask } from './desk-task.ts';

/**
 * Where a desk task stands: its status, and whether an open one waits for the applicant's supplement, or is with the office
 * because its due date passed.
 */
export type DeskTaskState = 'OPEN' | 'SUPPLEMENT' | 'ESCALATED' | 'DECIDED' | 'RELAYED' | 'CLOSED';
type Standing = Pick<DeskTask, 'status' | 'overdueAt' | 'supplementId'>;

/** Where a task goes that stays where it is, whichever of several states that is. */
export const AS_IT_WAS = 'as it was';

export interface DeskTransition {
  readonly from: readonly DeskTaskState[];
  readonly to: DeskTaskState | typeof AS_IT_WAS;
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
  changeHolder: {
    from: ['OPEN', 'SUPPLEMENT', 'ESCALATED'],
    to: AS_IT_WAS,
    by: 'department',
    text: { zh: '签收、退回或指派', en: 'taken, given back or assigned' },
  },
  relay: { from: ['DECIDED'], to: 'RELAYED', by: 'platform', text: { zh: '已送达流程', en: 'machine told' } },
  remind: { from: ['OPEN'], to: 'OPEN', by: 'platform', text: { zh: '催办', en: 'reminded' } },
  escalate: {
    from: ['OPEN'],
    to: 'ESCALATED',
    by: 'platform',
    text: { zh: '到期督办', en: 'due date passed' },
  },
  extend: { from: ['ESCALATED'], to: 'OPEN', by: 'office', text: { zh: '延期', en: 'extended' } },
  reassign: {
    from: ['ESCALATED'],
    to: 'ESCALATED',
    by: 'office',
    text: { zh: '改派经办人', en: 'given to another officer' },
  },
  closePart: {
    from: ['ESCALATED'],
    to: 'ESCALATED',
    by: 'office',
    text: { zh: '部分领域按未答复关闭', en: 'a part closed unanswered' },
  },
  closeUnanswered: {
    from: ['ESCALATED'],
    to: 'CLOSED',
    by: 'office',
    text: { zh: '按未答复关闭', en: 'closed unanswered' },
  },
  askSupplement: {
    from: ['OPEN'],
    to: 'SUPPLEMENT',
    by: 'department',
    text: { zh: '要求补正', en: 'supplement asked' },
  },
  answerSupplement: {
    from: ['SUPPLEMENT'],
    to: 'OPEN',
    by: 'applicant',
    text: { zh: '已补正', en: 'supplement given' },
  },
  goOnWithoutSupplement: {
    from: ['SUPPLEMENT'],
    to: 'OPEN',
    by: 'platform',
    text: { zh: '逾期未补正，其余领域继续', en: 'supplement not given: the rest goes on' },
  },
  closeWithoutSupplement: {
    from: ['SUPPLEMENT'],
    to: 'CLOSED',
    by: 'platform',
    text: { zh: '逾期未补正，关闭', en: 'supplement not given: closed' },
  },
  recompute: {
    from: ['OPEN', 'ESCALATED'],
    to: AS_IT_WAS,
    by: 'office',
    text: { zh: '重算到期时间', en: 'calendar published: due date anew' },
  },
  recomputeSupplement: {
    from: ['SUPPLEMENT'],
    to: 'SUPPLEMENT',
    by: 'office',
    text: { zh: '重算补正期限', en: "calendar published: the applicant's due date anew" },
  },
  takeBack: {
    from: ['ESCALATED'],
    to: 'OPEN',
    by: 'office',
    text: { zh: '重算后尚未到期', en: 'calendar published: not due yet' },
  },
  withdraw: {
    from: ['OPEN', 'SUPPLEMENT', 'ESCALATED'],
    to: 'CLOSED',
    by: 'applicant',
    text: { zh: '办件撤回', en: 'case withdrawn' },
  },
} as const satisfies Record<string, DeskTransition>;

export type DeskAction = keyof typeof DESK_TRANSITIONS;

/** @see DeskTaskState */
export function deskTaskState({ status, overdueAt, supplementId }: Standing): DeskTaskState {
  if (status !== 'OPEN') return status;
  if (supplementId !== undefined) return 'SUPPLEMENT';
  return overdueAt === undefined ? 'OPEN' : 'ESCALATED';
}

/** Whether an action may happen to a task as it stands. */
export function mayHappen(action: DeskAction, task: Standing): boolean {
  const { from }: DeskTransition = DESK_TRANSITIONS[action];
  return from.includes(deskTaskState(task));
}
