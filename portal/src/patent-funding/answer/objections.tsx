import { Radio } from 'antd';
import {
  ObjectionsAnswer,
  type ObjectionsQuestion,
  objectionsAnswerFaults,
} from '../../../../workflows/patent-funding/notice/review.ts';
import { ListObjectionsOfCase } from '../../../../workflows/patent-funding/notice/routes.ts';
import { useRoute } from '../../api/use-route.ts';
import type { AnswerProps } from '../../desk/answer-props.ts';
import { SendAnswer } from '../../desk/send-answer.tsx';
import { useAnswer } from '../../desk/use-answer.ts';
import { useText } from '../../language.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { isLike, useDraft } from '../../parts/use-draft.ts';
import { useWhen } from '../../parts/when.tsx';
import { Basis } from '../office/objections/basis.tsx';
import { GROUND } from '../words.ts';

/** By objection. */
type Decided = Readonly<Record<string, { outcome?: string; reason?: string }>>;
const nothingDecided = (): Decided => ({});

interface Props extends AnswerProps {
  readonly question: ObjectionsQuestion;
}

/** Every objection to a notice is upheld or rejected, with its reason. */
export function ObjectionsForm({ task, question, mayAnswer }: Props) {
  const say = useText();
  const when = useWhen();
  const received = useRoute(ListObjectionsOfCase, { params: { caseId: task.caseId } });
  const {
    draft: decided,
    change: setDecided,
    discard,
  } = useDraft<Decided>(`answer.${task.taskId}`, nothingDecided, isLike(nothingDecided()));
  const answer = {
    decisions: question.objections.map(({ objectionId }) => ({
      objectionId,
      outcome: decided[objectionId]?.outcome,
      reason: decided[objectionId]?.reason ?? '',
    })),
  };
  const { faultsAt, ...sending } = useAnswer(
    task,
    ObjectionsAnswer,
    answer,
    (given) => objectionsAnswerFaults(question, given),
    discard,
  );
  const set = (id: string, next: { outcome?: string; reason?: string }) =>
    setDecided((before) => ({ ...before, [id]: { ...before[id], ...next } }));
  const where = (pointer: string) => {
    const [, , index, name] = pointer.split('/');
    const ground = question.objections[Number(index)]?.ground;
    const part = name === 'reason' ? { zh: '理由', en: 'Reason' } : { zh: '结论', en: 'Decision' };
    return ground && `${say(GROUND[ground])} · ${say(part)}`;
  };
  return (
    <section className="panel">
      <h2>
        {say({ zh: '公示', en: 'Notice' })}{' '}
        <a href={`/notices/${question.noticeNumber}`}>{question.noticeNumber}</a>
      </h2>
      <ProblemAlert error={received.error} />
      {question.objections.map(({ objectionId, ground, text, numbers, receivedAt }, index) => (
        <fieldset key={objectionId}>
          <legend>{say(GROUND[ground])}</legend>
          <p>{text}</p>
          <p className="quiet">
            {when.time(receivedAt)} ·{' '}
            {numbers.join('、') || say({ zh: '涉及全部专利', en: 'all patents of the notice' })}
          </p>
          {received.data?.items
            .filter((one) => one.objectionId === objectionId)
            .map((objection) => (
              <dl key={objectionId} className="facts">
                <Basis objection={objection} />
              </dl>
            ))}
          {mayAnswer && (
            <>
              <Radio.Group
                className="stacked spaced-above"
                aria-label={say({ zh: '结论', en: 'Decision' })}
                value={decided[objectionId]?.outcome}
                options={[
                  {
                    value: 'upheld',
                    label: say({
                      zh: '异议成立（相关专利不予资助）',
                      en: 'Upheld: its patents are struck out',
                    }),
                  },
                  { value: 'rejected', label: say({ zh: '异议不成立', en: 'Rejected' }) },
                ]}
                onChange={({ target }) => set(objectionId, { outcome: target.value })}
              />
              {faultsAt(`/decisions/${index}/outcome`).map((fault) => (
                <p key={fault} className="fault">
                  {fault}
                </p>
              ))}
              <TextField
                label={say({ zh: '理由', en: 'Reason' })}
                rows={2}
                maxLength={1000}
                value={decided[objectionId]?.reason ?? ''}
                faults={faultsAt(`/decisions/${index}/reason`)}
                onChange={(reason) => set(objectionId, { reason })}
              />
            </>
          )}
        </fieldset>
      ))}
      {mayAnswer && <SendAnswer {...sending} where={where} />}
    </section>
  );
}
