import { Alert, Button, Input } from 'antd';
import { useCallback, useState } from 'react';
import { DepartmentQuestion } from '../../../../workflows/listing-certificate/desk-procedure.ts';
import { FoundRecords } from '../../../../workflows/listing-certificate/register/contract.ts';
import { AnswerFiles } from '../../desk/answer-files.tsx';
import type { AnswerProps } from '../../desk/answer-props.ts';
import { useDecision } from '../../desk/use-decision.ts';
import { useText } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useDraft } from '../../parts/use-draft.ts';
import { useWhen } from '../../parts/when.tsx';
import {
  type AnswerDraft,
  answerOf,
  answerWrong,
  cellsOf,
  isAnswerDraft,
  unanswered,
} from './answer-draft.ts';
import { Found } from './found-records.tsx';
import { Given } from './given-answer.tsx';
import { Matrix } from './matrix.tsx';
import { RecordsEditor } from './records-editor.tsx';
import { usePlaceName } from './use-place-name.ts';

/** A department's answer: every entity in every field, by keyboard or by hand, with what the register knows beside. */
export function Component({ task, mayAnswer }: AnswerProps) {
  const question = DepartmentQuestion.safeParse(task.question).data;
  const found = FoundRecords.safeParse(task.enclosure).data;
  if (!question) return null;
  if (task.answer !== undefined || !mayAnswer) return <Given question={question} answer={task.answer} />;
  return <Form task={task} question={question} found={found} />;
}

interface FormProps {
  readonly task: AnswerProps['task'];
  readonly question: DepartmentQuestion;
  readonly found: FoundRecords | undefined;
}

function Form({ task, question, found }: FormProps) {
  const say = useText();
  const when = useWhen();
  const initial = useCallback((): AnswerDraft => ({ cells: {}, comment: '' }), []);
  const { draft, change, discard } = useDraft<AnswerDraft>(`answer.${task.taskId}`, initial, isAnswerDraft);
  const [isChecked, setChecked] = useState(false);
  const decision = useDecision(task, discard);
  const placeName = usePlaceName(question, draft);
  const missing = unanswered(question, draft);
  const wrong = answerWrong(question, draft);
  function send() {
    setChecked(true);
    if (missing.length > 0 || wrong.length > 0) return;
    decision.send(answerOf(question, draft));
  }
  return (
    <section className="panel">
      <h2>{say({ zh: '核查结论', en: 'Findings' })}</h2>
      <p className="quiet">
        {say(
          {
            zh: '核查期间 {period}。方向键移动；N 无记录，R 有记录，J 非本部门管辖；按住 Shift 则整列一起填。',
            en: 'Period {period}. Arrow keys move; N no record, R records, J not mine; with Shift the whole column.',
          },
          { period: when.period(question.period) },
        )}
      </p>
      {found && <Found found={found} question={question} />}
      <Matrix
        question={question}
        draft={draft}
        missing={isChecked ? missing : []}
        onSet={(keys, finding) =>
          change((before) => ({
            ...before,
            cells: {
              ...before.cells,
              ...Object.fromEntries(keys.map((key) => [key, { ...before.cells[key], finding }])),
            },
          }))
        }
      />
      <p className="row">
        <Button
          onClick={() =>
            change((before) => ({
              ...before,
              cells: Object.fromEntries(
                cellsOf(question).map(({ key }) => [key, before.cells[key] ?? { finding: 'no-record' }]),
              ),
            }))
          }
        >
          {say({ zh: '其余全部填“无记录”', en: 'No record in all the others' })}
        </Button>
        <span role="status">
          {say(
            { zh: '已填 {n} / {all}', en: '{n} of {all} filled in' },
            { n: cellsOf(question).length - missing.length, all: cellsOf(question).length },
          )}
        </span>
      </p>
      <RecordsEditor question={question} draft={draft} found={found} change={change} />
      <Field
        label={say({ zh: '备注（随答复保存，可不填）', en: 'Comment, kept with the answer (optional)' })}
        optional
      >
        {(control) => (
          <Input.TextArea
            {...control}
            rows={2}
            maxLength={2000}
            value={draft.comment}
            onChange={({ target }) => change((before) => ({ ...before, comment: target.value }))}
          />
        )}
      </Field>
      <AnswerFiles files={decision.files} />
      {isChecked && (missing.length > 0 || wrong.length > 0) && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={say({ zh: '还不能提交', en: 'Not ready to send' })}
          description={
            <ul>
              {missing.length > 0 && (
                <li>{say({ zh: '有 {n} 格尚未填写', en: '{n} cells are empty' }, { n: missing.length })}</li>
              )}
              {wrong.map((fault) => (
                <li key={`${fault.pointer} ${fault.code}`}>
                  {[placeName(fault.pointer), say(fault)].filter(Boolean).join(say({ zh: '：', en: ': ' }))}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <ProblemAlert error={decision.error} />
      <Button type="primary" size="large" loading={decision.isPending} onClick={send}>
        {say({ zh: '提交答复', en: 'Send the answer' })}
      </Button>
    </section>
  );
}
