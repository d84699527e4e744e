import { Button, Input, Tag } from 'antd';
import { useState } from 'react';
import type { ReviewQuestion } from '../../../../workflows/patent-funding/review.ts';
import { AnswerFiles } from '../../desk/answer-files.tsx';
import type { AnswerProps } from '../../desk/answer-props.ts';
import { useDecision } from '../../desk/use-decision.ts';
import { useText } from '../../language.tsx';
import { FaultSummary } from '../../parts/fault-summary.tsx';
import { Field } from '../../parts/field.tsx';
import { yuan } from '../../parts/money.ts';
import { Numbers } from '../../parts/numbers.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useDraft } from '../../parts/use-draft.ts';
import { CasePatents } from '../case-patents.tsx';
import { LANE } from '../words.ts';
import { ExcludeCell } from './exclude-cell.tsx';
import { OutcomeChoice } from './outcome-choice.tsx';
import {
  approvedFen,
  isReviewDraft,
  newReview,
  type ReviewDraft,
  reviewOf,
  reviewWrong,
} from './review-draft.ts';

interface Props extends AnswerProps {
  readonly question: ReviewQuestion;
}

/** The IP centre's review: the patents with what the rules found, which of them are left out, and the decision. */
export function Review({ task, question, mayAnswer }: Props) {
  const say = useText();
  const { draft, change, discard } = useDraft<ReviewDraft>(`answer.${task.taskId}`, newReview, isReviewDraft);
  const [isChecked, setChecked] = useState(false);
  const decision = useDecision(task, discard);
  const faults = isChecked ? reviewWrong(question, draft) : [];
  const granted = new Set(question.grant.patents.map(({ number }) => number));
  const mayExclude = mayAnswer && draft.outcome === 'approved';
  function send() {
    setChecked(true);
    if (reviewWrong(question, draft).length > 0) return;
    decision.send(reviewOf(draft));
  }
  return (
    <section className="panel">
      <h2>{say({ zh: '审核专利资助申请', en: 'Review of the application' })}</h2>
      <p>
        <Tag color={question.lane.lane === 'fast' ? 'blue' : 'default'}>{say(LANE[question.lane.lane])}</Tag>
        {question.lane.reasons.map((reason) => say(reason)).join('；')}
      </p>
      <Numbers
        of={[
          { label: say({ zh: '符合规则（件）', en: 'Passed' }), value: question.grant.patents.length },
          { label: say({ zh: '不符合（件）', en: 'Failed' }), value: question.failedCount },
          {
            label: say({ zh: '拟资助（元）', en: 'To be granted (yuan)' }),
            value: yuan(draft.outcome === 'refused' ? 0 : approvedFen(question, draft)),
          },
        ]}
      />
      <CasePatents
        caseId={task.caseId}
        columns={
          mayExclude
            ? [
                {
                  title: say({ zh: '审核意见', en: 'Review' }),
                  cell: ({ number }) =>
                    granted.has(number) && (
                      <ExcludeCell
                        number={number}
                        why={draft.excluded[number]}
                        onChange={(why) =>
                          change((before) => {
                            const { [number]: _, ...others } = before.excluded;
                            return {
                              ...before,
                              excluded: why === undefined ? others : { ...others, [number]: why },
                            };
                          })
                        }
                      />
                    ),
                },
              ]
            : []
        }
      />
      {mayAnswer && (
        <>
          <OutcomeChoice draft={draft} change={change} faults={faults} />
          <Field label={say({ zh: '备注（可不填）', en: 'Comment (optional)' })} optional>
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
          <FaultSummary faults={faults} />
          <ProblemAlert error={decision.error} />
          <Button type="primary" size="large" loading={decision.isPending} onClick={send}>
            {say({ zh: '提交审核', en: 'Send the review' })}
          </Button>
        </>
      )}
    </section>
  );
}
