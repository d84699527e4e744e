import { Radio } from 'antd';
import {
  PaymentAnswer,
  type PaymentQuestion,
  paymentAnswerFaults,
} from '../../../../workflows/patent-funding/payment/contract.ts';
import type { Bilingual } from '../../../../workflows/shared/bilingual.ts';
import { localDateOf } from '../../../../workflows/shared/working-days.ts';
import type { AnswerProps } from '../../desk/answer-props.ts';
import { SendAnswer } from '../../desk/send-answer.tsx';
import { useAnswer } from '../../desk/use-answer.ts';
import { useText } from '../../language.tsx';
import { yuan } from '../../parts/money.ts';
import { options } from '../../parts/options.ts';
import { SelectField } from '../../parts/select-field.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useFields } from '../../parts/use-fields.ts';
import { useNow } from '../../parts/use-now.ts';
import { RETURN_CODE } from '../words.ts';

const NEW = {
  outcome: 'confirmed',
  paidOn: '',
  bankReference: '',
  code: 'wrong-account',
  reason: '',
};

const NAME: Readonly<Record<string, Bilingual>> = {
  '/paidOn': { zh: '支付日期', en: 'Paid on' },
  '/bankReference': { zh: '银行凭证号', en: 'Number of the voucher' },
  '/reason': { zh: '说明', en: 'In words' },
};

interface Props extends AnswerProps {
  readonly question: PaymentQuestion;
}

/** Finance pays an order wholly, or returns it. */
export function PaymentForm({ task, question, mayAnswer }: Props) {
  const say = useText();
  const todayOn = localDateOf(useNow());
  const { fields, set, discard } = useFields(`answer.${task.taskId}`, NEW);
  const { orderNumber, amountFen, account } = question;
  const { outcome, paidOn, bankReference, code, reason } = fields;
  const answer =
    outcome === 'confirmed'
      ? { outcome, orderNumber, amountFen, paidOn: paidOn || undefined, bankReference }
      : { outcome, orderNumber, code, reason };
  const { faultsAt, ...sending } = useAnswer(
    task,
    PaymentAnswer,
    answer,
    (given) => paymentAnswerFaults(question, given, todayOn),
    discard,
  );
  return (
    <section className="panel">
      <h2>{say({ zh: '拨付单 {n}', en: 'Order {n}' }, { n: orderNumber })}</h2>
      <dl className="facts spaced">
        <dt>{say({ zh: '应付金额', en: 'To be paid' })}</dt>
        <dd>
          <b>{say({ zh: '{n} 元', en: '{n} yuan' }, { n: yuan(amountFen) })}</b>
        </dd>
        <dt>{say({ zh: '户名', en: 'Holder' })}</dt>
        <dd>{account.holder}</dd>
        <dt>{say({ zh: '开户银行', en: 'Bank' })}</dt>
        <dd>{account.bank}</dd>
        <dt>{say({ zh: '账号', en: 'Account number' })}</dt>
        <dd>{account.number}</dd>
      </dl>
      {mayAnswer && (
        <>
          <fieldset>
            <legend>{say({ zh: '办理结果', en: 'Outcome' })}</legend>
            <Radio.Group
              className="stacked"
              value={outcome}
              options={[
                { value: 'confirmed', label: say({ zh: '已全额支付', en: 'Paid in full' }) },
                { value: 'returned', label: say({ zh: '退回更正', en: 'Returned, to be corrected' }) },
              ]}
              onChange={({ target }) => set({ outcome: target.value })}
            />
            {outcome === 'confirmed' ? (
              <div className="grid">
                <TextField
                  label={say({ zh: '支付日期', en: 'Paid on' })}
                  type="date"
                  value={paidOn}
                  faults={faultsAt('/paidOn')}
                  onChange={(value) => set({ paidOn: value })}
                />
                <TextField
                  label={say({ zh: '银行凭证号', en: 'Number of the voucher' })}
                  maxLength={60}
                  value={bankReference}
                  faults={faultsAt('/bankReference')}
                  onChange={(value) => set({ bankReference: value })}
                />
              </div>
            ) : (
              <>
                <SelectField
                  label={say({ zh: '退回原因', en: 'Why' })}
                  value={code}
                  options={options(RETURN_CODE, say)}
                  onChange={(value) => set({ code: value })}
                />
                <TextField
                  label={say({ zh: '说明（申请企业可见）', en: 'In words, which the applicant reads' })}
                  rows={2}
                  maxLength={500}
                  value={reason}
                  faults={faultsAt('/reason')}
                  onChange={(value) => set({ reason: value })}
                />
              </>
            )}
          </fieldset>
          <SendAnswer {...sending} where={(pointer) => NAME[pointer] && say(NAME[pointer])} />
        </>
      )}
    </section>
  );
}
