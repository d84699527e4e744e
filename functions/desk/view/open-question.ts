import type { DeskTask } from '../../../workflows/shared/desk-task.ts';
import { procedureOf } from '../../../workflows/shared/procedures.ts';

type Asked = Pick<DeskTask, 'workflow' | 'question' | 'closedParts'>;

/** What is left to be answered of a question: all but the parts that were closed. */
export function openQuestion({ workflow, question, closedParts = [] }: Asked): unknown {
  if (closedParts.length === 0) return question;
  return procedureOf(workflow).withoutParts(
    question,
    closedParts.map(({ partId }) => partId),
  );
}

/** Ids of the parts that are left. */
export function openParts(asked: Asked): readonly string[] {
  return procedureOf(asked.workflow).partsOf(openQuestion(asked));
}
