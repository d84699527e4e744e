import { useCallback } from 'react';
import { ObjectionDecision } from '../../../../workflows/listing-certificate/objection/contract.ts';
import { ObjectionQuestion } from '../../../../workflows/listing-certificate/objection/desk-procedure.ts';
import { decisionFaults } from '../../../../workflows/listing-certificate/objection/rules/decision-faults.ts';
import type { AnswerProps } from '../../desk/answer-props.ts';
import { SendAnswer } from '../../desk/send-answer.tsx';
import { useAnswer } from '../../desk/use-answer.ts';
import { useText } from '../../language.tsx';
import { useDraft } from '../../parts/use-draft.ts';
import { useWhen } from '../../parts/when.tsx';
import { CellDecisionForm } from './cell-decision.tsx';
import {
  type DecisionDraft,
  decisionsOf,
  isDecisionDraft,
  keyOfCell,
  newDecisions,
} from './decision-draft.ts';
import { Disputed } from './disputed-cell.tsx';

/** The department looks again at what it recorded: cell by cell it stays, or it says something else. */
export function Component({ task, mayAnswer }: AnswerProps) {
  const say = useText();
  const when = useWhen();
  const question = ObjectionQuestion.safeParse(task.question).data;
  if (!question) return null;
  const given = ObjectionDecision.safeParse(task.answer).data;
  return (
    <section className="panel">
      <h2>
        {say({ zh: '有异议的报告 {number}', en: 'Disputed report {number}' }, { number: question.number })}
      </h2>
      <p className="quiet">
        {say({ zh: '核查期间 {period}。', en: 'Period {period}.' }, { period: when.period(question.period) })}
      </p>
      {mayAnswer && !given ? (
        <Form task={task} question={question} />
      ) : (
        question.cells.map((cell) => {
          const decision = given?.decisions.find((one) => keyOfCell(one) === keyOfCell(cell));
          return (
            <fieldset key={keyOfCell(cell)}>
              <legend>
                {cell.entityName} · {say(cell.fieldName)}
              </legend>
              <Disputed cell={cell} {...(decision && { decision })} />
            </fieldset>
          );
        })
      )}
    </section>
  );
}

interface FormProps {
  readonly task: AnswerProps['task'];
  readonly question: ObjectionQuestion;
}

function Form({ task, question }: FormProps) {
  const say = useText();
  const initial = useCallback(() => newDecisions(question), [question]);
  const { draft, change, discard } = useDraft<DecisionDraft>(
    `answer.${task.taskId}`,
    initial,
    isDecisionDraft,
  );
  const { faultsAt, ...sending } = useAnswer(
    task,
    ObjectionDecision,
    decisionsOf(question, draft),
    (given) => decisionFaults(question, given),
    discard,
  );
  const cellAt = (pointer: string) => question.cells[Number(pointer.split('/')[2])];
  return (
    <>
      {question.cells.map((cell, index) => {
        const decision = draft[keyOfCell(cell)];
        return (
          <fieldset key={keyOfCell(cell)}>
            <legend>
              {cell.entityName} · {say(cell.fieldName)}
            </legend>
            <Disputed cell={cell} />
            {decision && (
              <CellDecisionForm
                decision={decision}
                faultsAt={(path) => faultsAt(`/decisions/${index}${path}`)}
                onChange={(next) => change((before) => ({ ...before, [keyOfCell(cell)]: next }))}
              />
            )}
          </fieldset>
        );
      })}
      <SendAnswer
        {...sending}
        where={(pointer) => {
          const cell = cellAt(pointer);
          return cell && `${cell.entityName} · ${say(cell.fieldName)}`;
        }}
      />
    </>
  );
}
