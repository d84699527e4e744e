import type { Bilingual } from '../../../shared/bilingual.ts';
import type { DeskTask } from '../../../shared/desk-task.ts';
import type { CaseObjection } from '../../money/progress.ts';
import type { ObjectionOutcome } from '../contract.ts';
import { ObjectionsAnswer } from '../review.ts';

/** What became of each objection. @throws a defect where the question is open */
export function objectionOutcomes(
  { answer, status, taskId }: DeskTask,
  objections: readonly CaseObjection[],
): Record<string, ObjectionOutcome> {
  if (answer === undefined && status !== 'CLOSED') throw new Error(`${taskId} is not decided`);
  const decisions = answer === undefined ? [] : ObjectionsAnswer.parse(answer).decisions;
  const outcomes = objections.map(({ objectionId }): [string, ObjectionOutcome] => {
    const decision = decisions.find((one) => one.objectionId === objectionId);
    return [
      objectionId,
      decision ? { outcome: decision.outcome, reason: decision.reason } : { outcome: 'unanswered' },
    ];
  });
  return Object.fromEntries(outcomes);
}

const UNANSWERED: Bilingual = {
  zh: '异议未获核查答复，不予资助',
  en: 'An objection was not answered: not funded',
};

/** Patents that leave the grant, with the reason that is told. An objection that names none concerns all. */
export function struckByObjections(
  objections: readonly CaseObjection[],
  outcomes: Readonly<Record<string, ObjectionOutcome>>,
  granted: readonly { readonly number: string }[],
): Map<string, Bilingual> {
  const all = granted.map(({ number }) => number);
  const struck = new Map<string, Bilingual>();
  for (const { objectionId, numbers } of objections) {
    const { outcome, reason = '' } = outcomes[objectionId] ?? { outcome: 'unanswered' };
    if (outcome === 'rejected') continue;
    const told =
      outcome === 'upheld' ? { zh: `异议成立：${reason}`, en: `Objection upheld: ${reason}` } : UNANSWERED;
    const concerned = numbers.length === 0 ? all : numbers.filter((number) => all.includes(number));
    for (const number of concerned) if (!struck.has(number)) struck.set(number, told);
  }
  return struck;
}
