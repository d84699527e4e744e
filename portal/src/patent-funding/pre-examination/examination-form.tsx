import { Radio } from 'antd';
import {
  PreExaminationAnswer,
  PreExaminationQuestion,
} from '../../../../workflows/patent-funding/pre-examination/contract.ts';
import type { AnswerProps } from '../../desk/answer-props.ts';
import { SendAnswer } from '../../desk/send-answer.tsx';
import { useAnswer } from '../../desk/use-answer.ts';
import { useText } from '../../language.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useFields } from '../../parts/use-fields.ts';
import { FilingFacts } from './filing-facts.tsx';

/** The IP centre examines a filing as a whole: it passes, or is refused with every reason. */
export function Component({ task, mayAnswer }: AnswerProps) {
  const say = useText();
  const question = PreExaminationQuestion.safeParse(task.question).data;
  if (!question) return null;
  return (
    <section className="panel">
      <h2>{say({ zh: '专利快速预审', en: 'Pre-examination' })}</h2>
      <FilingFacts filing={question} />
      {mayAnswer && <Form task={task} />}
    </section>
  );
}

const NEW = { outcome: 'passed', text: '' };

function Form({ task }: Pick<AnswerProps, 'task'>) {
  const say = useText();
  const { fields, set, discard } = useFields(`answer.${task.taskId}`, NEW);
  const { outcome, text } = fields;
  const reasons = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const answer = outcome === 'passed' ? { outcome, comment: text } : { outcome, reasons };
  const { faultsAt, ...sending } = useAnswer(task, PreExaminationAnswer, answer, () => [], discard);
  return (
    <>
      <fieldset>
        <legend>{say({ zh: '预审结论', en: 'Decision' })}</legend>
        <Radio.Group
          className="stacked"
          aria-label={say({ zh: '预审结论', en: 'Decision' })}
          value={outcome}
          options={[
            {
              value: 'passed',
              label: say({ zh: '合格，出具预审合格证明', en: 'Passed: a certificate is issued' }),
            },
            { value: 'refused', label: say({ zh: '不合格', en: 'Refused' }) },
          ]}
          onChange={({ target }) => set({ outcome: target.value })}
        />
        <TextField
          label={
            outcome === 'passed'
              ? say({ zh: '备注（可不填）', en: 'Comment (optional)' })
              : say({
                  zh: '理由，每行一条（申请企业可见）',
                  en: 'Reasons, one on each line, which the applicant reads',
                })
          }
          optional={outcome === 'passed'}
          rows={3}
          maxLength={2000}
          value={text}
          faults={faultsAt('/reasons')}
          onChange={(written) => set({ text: written })}
        />
      </fieldset>
      <SendAnswer {...sending} />
    </>
  );
}
