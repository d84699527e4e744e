import { Alert } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { PublicNotice } from '../../../../workflows/patent-funding/notice/contract.ts';
import { type ObjectToNotice, ReadNotice } from '../../../../workflows/patent-funding/notice/routes.ts';
import type { Output } from '../../api/client.ts';
import { useRoute } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useNow } from '../../parts/use-now.ts';
import { NoticeFacts } from './notice-facts.tsx';
import { ObjectionForm } from './objection-form.tsx';
import { Raised } from './raised.tsx';

/** Anybody objects to a public notice while it runs: nobody signs in. */
export function Component() {
  const { number = '' } = useParams();
  const notice = useRoute(ReadNotice, { params: { number } });
  return <Shown of={notice}>{(data) => <Objecting key={number} notice={data} />}</Shown>;
}

function Objecting({ notice }: { readonly notice: PublicNotice }) {
  const say = useText();
  const now = useNow();
  const [raised, setRaised] = useState<Output<typeof ObjectToNotice>>();
  const isOpen = notice.state === 'PUBLISHED' && now.getTime() <= Date.parse(notice.endsAt);
  return (
    <>
      <PageTitle>{say({ zh: '对拟资助公示提出异议', en: 'Object to an intended grant' })}</PageTitle>
      <NoticeFacts notice={notice} />
      {raised && <Raised notice={notice} raised={raised} />}
      {!raised && isOpen && <ObjectionForm notice={notice} onRaised={setRaised} />}
      {!raised && !isOpen && (
        <Alert
          type="info"
          showIcon
          title={say({
            zh: '公示已结束，不再受理异议。',
            en: 'The notice is over: objections are no longer taken.',
          })}
        />
      )}
    </>
  );
}
