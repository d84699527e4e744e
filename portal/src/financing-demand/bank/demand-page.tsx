import '../financing.css';
import { Button, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import type { Answer } from '../../../../workflows/financing-demand/answer/contract.ts';
import { ShowAnswer } from '../../../../workflows/financing-demand/answer/routes.ts';
import { ReadDemandSeen, RequestIdentity } from '../../../../workflows/financing-demand/change/routes.ts';
import type { DemandSeen } from '../../../../workflows/financing-demand/demand-seen.ts';
import { ApiProblem } from '../../api/client.ts';
import { useAction, useRoute } from '../../api/use-route.ts';
import { listed, useText } from '../../language.tsx';
import { Loading } from '../../parts/loading.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { Shown } from '../../parts/shown.tsx';
import { TermsFacts } from '../terms-facts.tsx';
import { DATA_GROUP } from '../words.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { SeenFacts } from './seen-facts.tsx';

/** One demand within the consent of the moment, and the institution's answer to it, which may outlive what it sees. */
export function Component() {
  const { demandId = '' } = useParams();
  const seen = useRoute(ReadDemandSeen, { params: { demandId } });
  const answer = useRoute(ShowAnswer, { params: { institutionId: 'me', demandId } });
  if (isNotThere(seen.error) && answer.data) return <Answered answer={answer.data} />;
  if (answer.isPending && !answer.error) return <Loading />;
  return <Shown of={seen}>{(data) => <DemandPage seen={data} answer={answer.data} />}</Shown>;
}

const isNotThere = (error: Error | null) => error instanceof ApiProblem && error.problem.status === 404;

function Answered({ answer }: { readonly answer: Answer }) {
  const say = useText();
  return (
    <>
      <PageTitle>{say({ zh: '融资需求（不再可见）', en: 'Demand, not shown any more' })}</PageTitle>
      <p className="quiet">
        {say({
          zh: '需求已结束，或企业已撤回授权；本机构的答复仍可查看。',
          en: 'The demand is over, or its consent was withdrawn; your answer stays.',
        })}
      </p>
      <AnswerPanel demandId={answer.demandId} answer={answer} />
    </>
  );
}

interface Props {
  readonly seen: DemandSeen;
  readonly answer: Answer | undefined;
}

function DemandPage({ seen, answer }: Props) {
  const say = useText();
  const { demandId } = seen;
  return (
    <>
      <PageTitle>
        {seen.identity?.name ?? say({ zh: '融资需求（未披露身份）', en: 'Demand, identity not disclosed' })}
      </PageTitle>
      <p className="row">
        <Link to="/lists">{say({ zh: '返回清单', en: 'Back to the lists' })}</Link>
        {seen.terms.urgent && <Tag color="error">{say({ zh: '紧急', en: 'Urgent' })}</Tag>}
        <span className="quiet">
          {say({ zh: '授权可见：', en: 'The consent shows: ' })}
          {listed(
            seen.dataGroups.map((group) => say(DATA_GROUP[group])),
            say,
          ) || say({ zh: '仅需求本身', en: 'the demand alone' })}
        </span>
      </p>
      {seen.disclosure === 'anonymous-first' && !seen.identity && <AskIdentity seen={seen} />}
      <div className="columns">
        <div>
          <section className="panel">
            <h2>{say({ zh: '需求内容', en: 'The demand' })}</h2>
            <TermsFacts terms={seen.terms} />
          </section>
          <SeenFacts seen={seen} />
        </div>
        <AnswerPanel demandId={demandId} answer={answer} />
      </div>
    </>
  );
}

function AskIdentity({ seen: { demandId, identityRequest } }: { readonly seen: DemandSeen }) {
  const say = useText();
  const ask = useAction(RequestIdentity);
  const words = {
    asked: {
      zh: '已请求了解企业身份，等待企业同意。',
      en: 'You asked who the enterprise is; it has not answered.',
    },
    granted: {
      zh: '企业已同意，但现有授权不含主体信息。',
      en: 'It agreed, but the consent gives no identity now.',
    },
    refused: { zh: '企业未同意告知身份。', en: 'The enterprise did not agree.' },
  } as const;
  return (
    <section className="panel">
      <p>
        {identityRequest
          ? say(words[identityRequest])
          : say({ zh: '企业选择先匿名。', en: 'The enterprise stays anonymous at first.' })}
      </p>
      {!identityRequest && (
        <Button loading={ask.isPending} onClick={() => ask.mutate({ params: { demandId } })}>
          {say({ zh: '请求了解企业身份', en: 'Ask who it is' })}
        </Button>
      )}
      <ProblemAlert error={ask.error} />
    </section>
  );
}
