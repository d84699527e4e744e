import { useEffect, useRef } from 'react';
import type { PublicNotice } from '../../../../workflows/patent-funding/notice/contract.ts';
import type { ObjectToNotice } from '../../../../workflows/patent-funding/notice/routes.ts';
import type { Output } from '../../api/client.ts';
import { useText } from '../../language.tsx';
import { useWhen } from '../../parts/when.tsx';
import { WhatFollows } from './what-follows.tsx';

interface Props {
  readonly notice: PublicNotice;
  readonly raised: Output<typeof ObjectToNotice>;
}

/** That it arrived, under which number, and what happens next; read out, since the form is gone. */
export function Raised({ notice, raised }: Props) {
  const say = useText();
  const when = useWhen();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="panel">
      <h2 ref={heading} tabIndex={-1}>
        {say({ zh: '异议已提交', en: 'The objection was received' })}
      </h2>
      <dl className="facts spaced">
        <dt>{say({ zh: '异议编号（请保存）', en: 'Its number (keep it)' })}</dt>
        <dd>
          <b className="hash">{raised.objectionId}</b>
        </dd>
        <dt>{say({ zh: '收到', en: 'Received' })}</dt>
        <dd>{when.time(raised.receivedAt)}</dd>
      </dl>
      <WhatFollows notice={notice} />
      <a href={`/notices/${notice.noticeNumber}`}>{say({ zh: '返回公示', en: 'Back to the notice' })}</a>
    </section>
  );
}
