import { Alert, Button } from 'antd';
import type { BankAccount } from '../../../workflows/patent-funding/contract.ts';
import { CorrectPaymentAccount } from '../../../workflows/patent-funding/payment/routes.ts';
import { ApiProblem } from '../api/client.ts';
import { useAction } from '../api/use-route.ts';
import { useText } from '../language.tsx';
import { ChangedMeanwhile } from '../parts/changed-meanwhile.tsx';
import { DraftState } from '../parts/draft-state.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useFields } from '../parts/use-fields.ts';

const LABELS = {
  holder: { zh: '户名', en: 'Holder' },
  bank: { zh: '开户银行', en: 'Bank' },
  number: { zh: '账号', en: 'Account number' },
} as const;

interface Props {
  readonly caseId: string;
  readonly version: number;
  readonly account: BankAccount;
}

/** The account that finance returned, to be put right. */
export function CorrectAccount({ caseId, version, account: kept }: Props) {
  const say = useText();
  const form = useFields(`account.${caseId}`, kept);
  const { fields: account, set, discard } = form;
  const correct = useAction(CorrectPaymentAccount, discard);
  const told = correct.error instanceof ApiProblem ? (correct.error.problem.faults ?? []) : [];
  return (
    <fieldset>
      <legend>{say({ zh: '更正收款账户', en: 'Correct the account' })}</legend>
      <ChangedMeanwhile form={form} />
      <div className="grid">
        {(Object.keys(LABELS) as (keyof BankAccount)[]).map((name) => (
          <TextField
            key={name}
            label={say(LABELS[name])}
            value={account[name]}
            faults={told.filter(({ pointer }) => pointer === `/account/${name}`).map((fault) => say(fault))}
            onChange={(value) => set({ [name]: value })}
          />
        ))}
      </div>
      <ProblemAlert error={correct.error} />
      {correct.isSuccess && (
        <Alert
          type="success"
          showIcon
          role="status"
          title={say({
            zh: '更正已提交，将按新账户重新下达拨付单。',
            en: 'The correction is sent: the payment is ordered anew to this account.',
          })}
        />
      )}
      <p className="row">
        <Button
          type="primary"
          loading={correct.isPending}
          disabled={form.isOutdated}
          onClick={() => correct.mutate({ params: { caseId }, body: { account }, version })}
        >
          {say({ zh: '提交更正', en: 'Send the correction' })}
        </Button>
        <DraftState isKept={form.isKept} discard={discard} />
      </p>
    </fieldset>
  );
}
