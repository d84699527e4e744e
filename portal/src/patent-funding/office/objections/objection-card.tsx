import { Tag } from 'antd';
import type { Objection, ObjectionOutcome } from '../../../../../workflows/patent-funding/notice/contract.ts';
import { useText } from '../../../language.tsx';
import { useWhen } from '../../../parts/when.tsx';
import { GROUND } from '../../words.ts';
import { Basis } from './basis.tsx';
import { Moderation } from './moderation.tsx';
import { SHOWN } from './shown-words.ts';

const COLOR = { RECEIVED: 'warning', SHOWN: 'success', HIDDEN: 'default' } as const;
const OUTCOME = {
  upheld: { zh: '异议成立', en: 'Upheld' },
  rejected: { zh: '异议不成立', en: 'Rejected' },
  unanswered: { zh: '未答复', en: 'Unanswered' },
} as const;

interface Props {
  readonly objection: Objection & { readonly outcome?: ObjectionOutcome | undefined };
}

/** An objection with who raised it and on what it rests, and the decision what the public sees of it. */
export function ObjectionCard({ objection }: Props) {
  const say = useText();
  const when = useWhen();
  const { ground, text, numbers, receivedAt, shown, moderation, outcome } = objection;
  return (
    <>
      <h3>
        {say(GROUND[ground])} <Tag color={COLOR[shown]}>{say(SHOWN[shown])}</Tag>
        {outcome && <Tag>{say(OUTCOME[outcome.outcome])}</Tag>}
      </h3>
      <p>{text}</p>
      <dl className="facts">
        <dt>{say({ zh: '涉及专利', en: 'About' })}</dt>
        <dd>{numbers.join('、') || say({ zh: '全部专利', en: 'all patents of the notice' })}</dd>
        <dt>{say({ zh: '收到', en: 'Received' })}</dt>
        <dd>{when.time(receivedAt)}</dd>
        <Basis objection={objection} />
        {moderation && (
          <>
            <dt>{say({ zh: '处理', en: 'Decided' })}</dt>
            <dd>
              {[when.time(moderation.at), moderation.by.personName, moderation.reason]
                .filter(Boolean)
                .join(' · ')}
            </dd>
          </>
        )}
        {outcome?.reason && (
          <>
            <dt>{say({ zh: '核查理由', en: 'Why' })}</dt>
            <dd>{outcome.reason}</dd>
          </>
        )}
      </dl>
      <Moderation objection={objection} />
    </>
  );
}
