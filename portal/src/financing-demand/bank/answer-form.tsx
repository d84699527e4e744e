import { Button } from 'antd';
import { useState } from 'react';
import type { GivenAnswer } from '../../../../workflows/financing-demand/answer/contract.ts';
import { GivenAnswer as Given } from '../../../../workflows/financing-demand/answer/contract.ts';
import { GiveAnswer } from '../../../../workflows/financing-demand/answer/routes.ts';
import { shaped } from '../../../../workflows/shared/shape-faults.ts';
import { ApiProblem } from '../../api/client.ts';
import { useAction } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { FaultSummary } from '../../parts/fault-summary.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { useFields } from '../../parts/use-fields.ts';
import { ANSWER_KIND } from '../words.ts';
import { answerOf, type DraftAnswer, newAnswer } from './answer-draft.ts';
import { AnswerFields } from './answer-fields.tsx';

interface Props {
  readonly demandId: string;
  readonly mayFollow: readonly GivenAnswer['kind'][];
}

/** What the institution says next. */
export function AnswerForm({ demandId, mayFollow }: Props) {
  const say = useText();
  const { fields: draft, set, discard } = useFields<DraftAnswer>(`answer.${demandId}`, newAnswer());
  const [isChecked, setChecked] = useState(false);
  const give = useAction(GiveAnswer, () => {
    discard();
    setChecked(false);
  });
  const [first = 'acknowledged'] = mayFollow;
  const kind = draft.kind && mayFollow.includes(draft.kind) ? draft.kind : first;
  const answer = shaped(Given, answerOf(draft, kind));
  const faults = isChecked && !answer.ok ? answer.faults : [];
  const told = give.error instanceof ApiProblem ? (give.error.problem.faults ?? []) : [];
  function send() {
    setChecked(true);
    if (answer.ok) give.mutate({ params: { institutionId: 'me', demandId }, body: answer.value });
  }
  return (
    <>
      <SelectField
        label={say({ zh: '答复', en: 'Answer' })}
        value={kind}
        options={mayFollow.map((one) => ({ value: one, label: say(ANSWER_KIND[one]) }))}
        onChange={(chosen) => {
          setChecked(false);
          set({ kind: mayFollow.find((one) => one === chosen) });
        }}
      />
      <AnswerFields
        kind={kind}
        draft={draft}
        onChange={set}
        faultsAt={(name) =>
          [...faults, ...told].filter(({ pointer }) => pointer === `/${name}`).map((fault) => say(fault))
        }
      />
      <FaultSummary faults={faults} />
      <ProblemAlert error={give.error} />
      <Button type="primary" loading={give.isPending} onClick={send}>
        {say({ zh: '提交答复', en: 'Send the answer' })}
      </Button>
      <p role="status">{give.isSuccess && say({ zh: '答复已提交。', en: 'The answer is sent.' })}</p>
    </>
  );
}
