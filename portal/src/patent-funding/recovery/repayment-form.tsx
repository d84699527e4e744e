import { Radio } from 'antd';
import {
  RecoveryAnswer,
  RecoveryQuestion,
  recoveryAnswerFaults,
} from '../../../../workflows/patent-funding/recovery/contract.ts';
import type { Bilingual } from '../../../../workflows/shared/bilingual.ts';
import { localDateOf } from '../../../../workflows/shared/working-days.ts';
import type { AnswerProps } from '../../desk/answer-props.ts';
import { SendAnswer } from '../../desk/send-answer.tsx';
import { useAnswer } from '../../desk/use-answer.ts';
import { useText } from '../../language.tsx';
import { yuan } from '../../parts/money.ts';
import { TextField } from '../../parts/text-field.tsx';
import { useFields } from '../../parts/use-fields.ts';
import { useNow } from '../../parts/use-now.ts';

/** Finance says that all of it came back, or that it did not and goes to whoever enforces it. */
export function Component({ task, mayAnswer }: AnswerProps) {
  const say = useText();
  const question = RecoveryQuestion.safeParse(task.question).data;
  if (!question) return null;
  const { orderNumber, amountFen, numbers } = question;
  return (
    <section className="panel">
      <h2>{say({ zh: '追回拨付单 {n}', en: 'Recovery of order {n}' }, { n: orderNumber })}</h2>
      <dl className="facts spaced">
        <dt>{say({ zh: '应退回金额', en: 'To be paid back' })}</dt>
        <dd>
          <b>{say({ zh: '{n} 元', en: '{n} yuan' }, { n: yuan(amountFen) })}</b>
        </dd>
        <dt>{say({ zh: '涉及专利', en: 'Patents' })}</dt>
        <dd>{numbers.join('、')}</dd>
      </dl>
      {mayAnswer && <Form task={task} question={question} />}
    </section>
  );
}

const NAME: Readonly<Record<string, Bilingual>> = {
  '/receivedOn': { zh: '到账日期', en: 'Received on' },
  '/bankReference': { zh: '银行凭证号', en: 'Number of the voucher' },
  '/handedTo': { zh: '移交单位', en: 'Handed to' },
  '/reason': { zh: '说明', en: 'Why' },
};

interface FormProps {
  readonly task: AnswerProps['task'];
  readonly question: RecoveryQuestion;
}

const NEW = { outcome: 'received', receivedOn: '', bankReference: '', handedTo: '', reason: '' };

function Form({ task, question }: FormProps) {
  const say = useText();
  const { fields, set, discard } = useFields(`answer.${task.taskId}`, NEW);
  const todayOn = localDateOf(useNow());
  const { outcome, receivedOn, bankReference, handedTo, reason } = fields;
  const answer =
    outcome === 'received'
      ? { outcome, amountFen: question.amountFen, receivedOn: receivedOn || undefined, bankReference }
      : { outcome, handedTo, reason };
  const { faultsAt, ...sending } = useAnswer(
    task,
    RecoveryAnswer,
    answer,
    (given) => recoveryAnswerFaults(question, given, todayOn),
    discard,
  );
  const text = (name: keyof typeof NEW, label: string, more: { type?: string; rows?: number } = {}) => (
    <TextField
      label={label}
      value={fields[name]}
      faults={faultsAt(`/${name}`)}
      onChange={(value) => set({ [name]: value })}
      {...more}
    />
  );
  return (
    <>
      <fieldset>
        <legend>{say({ zh: '退回情况', en: 'Whether it came back' })}</legend>
        <Radio.Group
          className="stacked"
          aria-label={say({ zh: '退回情况', en: 'Whether it came back' })}
          value={outcome}
          options={[
            { value: 'received', label: say({ zh: '已全额退回', en: 'All of it came back' }) },
            { value: 'not-received', label: say({ zh: '未退回，移交处理', en: 'It did not: handed over' }) },
          ]}
          onChange={({ target }) => set({ outcome: target.value })}
        />
        {outcome === 'received' ? (
          <div className="grid">
            {text('receivedOn', say({ zh: '到账日期', en: 'Received on' }), { type: 'date' })}
            {text('bankReference', say({ zh: '银行凭证号', en: 'Number of the voucher' }))}
          </div>
        ) : (
          <>
            {text('handedTo', say({ zh: '移交单位', en: 'Handed to' }))}
            {text('reason', say({ zh: '说明', en: 'Why' }), { rows: 2 })}
          </>
        )}
      </fieldset>
      <SendAnswer {...sending} where={(pointer) => NAME[pointer] && say(NAME[pointer])} />
    </>
  );
}
