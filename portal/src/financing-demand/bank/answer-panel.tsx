import { Alert, Tag } from 'antd';
import type { Answer } from '../../../../workflows/financing-demand/answer/contract.ts';
import { MAY_FOLLOW } from '../../../../workflows/financing-demand/answer/rules/next-answer.ts';
import { useText } from '../../language.tsx';
import { Due } from '../../parts/due.tsx';
import { percent, wan } from '../../parts/money.ts';
import { useWhen } from '../../parts/when.tsx';
import { ANSWER_STATUS } from '../words.ts';
import { AnswerForm } from './answer-form.tsx';

interface Props {
  readonly demandId: string;
  /** Undefined where nothing was said yet. */
  readonly answer: Answer | undefined;
}

/** How the institution stands to a demand, what it promised, and what it may say next. */
export function AnswerPanel({ demandId, answer }: Props) {
  const say = useText();
  const mayFollow = MAY_FOLLOW[answer?.status ?? 'SENT'];
  return (
    <section className="panel">
      <h2>{say({ zh: '本机构答复', en: 'Your answer' })}</h2>
      <p>
        <Tag color={answer ? 'blue' : 'default'}>
          {answer ? say(ANSWER_STATUS[answer.status]) : say({ zh: '尚未答复', en: 'Not answered yet' })}
        </Tag>
      </p>
      {answer && <Promises answer={answer} />}
      {answer && <Said answer={answer} />}
      {mayFollow.length > 0 ? (
        <AnswerForm demandId={demandId} mayFollow={mayFollow} />
      ) : (
        <Alert
          type="info"
          title={say({ zh: '本次答复已经结束。', en: 'There is nothing more to say to this demand.' })}
        />
      )}
    </section>
  );
}

function Promises({ answer: { promises } }: { readonly answer: Answer }) {
  const say = useText();
  const when = useWhen();
  const lines = [
    { name: { zh: '联系承诺', en: 'Contact promised' }, promised: promises.contact },
    { name: { zh: '答复承诺', en: 'Decision promised' }, promised: promises.decision },
  ];
  return (
    <dl className="facts">
      {lines.map(({ name, promised }) => (
        <div key={name.en} className="fact">
          <dt>{say(name)}</dt>
          <dd>
            <Due
              at={promised.dueAt}
              provisional={promised.dueProvisional}
              over={promised.keptAt !== undefined}
            />
            {promised.keptAt && (
              <small>
                {' '}
                {say({ zh: '已于 {at} 完成', en: 'done {at}' }, { at: when.time(promised.keptAt) })}
              </small>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Said({ answer: { offer, refusal, accepted, draws } }: { readonly answer: Answer }) {
  const say = useText();
  const when = useWhen();
  const lines = [
    ...(offer
      ? [
          say(
            {
              zh: '报价：{n} 万元，年利率 {rate}，{months} 个月，有效期至 {on}',
              en: 'Offer: {n} (10,000 yuan) at {rate} for {months} months, valid until {on}',
            },
            {
              n: wan(offer.amountFen),
              rate: percent(offer.rateBasisPoints),
              months: offer.termMonths,
              on: when.date(offer.validUntilOn),
            },
          ),
        ]
      : []),
    ...(refusal ? [say({ zh: '拒绝：{text}', en: 'Refused: {text}' }, { text: refusal.text })] : []),
    ...(accepted
      ? [
          say(
            { zh: '企业接受 {n} 万元', en: 'The enterprise accepted {n} (10,000 yuan)' },
            { n: wan(accepted.amountFen) },
          ),
        ]
      : []),
    ...draws.map(({ amountFen, drawnOn }) =>
      say(
        { zh: '{on} 提款 {n} 万元', en: '{n} (10,000 yuan) drawn {on}' },
        { on: when.date(drawnOn), n: wan(amountFen) },
      ),
    ),
  ];
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
