import { Button } from 'antd';
import { useState } from 'react';
import type { PublicNotice } from '../../../../workflows/patent-funding/notice/contract.ts';
import { ObjectToNotice } from '../../../../workflows/patent-funding/notice/routes.ts';
import { judgeObjection } from '../../../../workflows/patent-funding/notice/rules/objection-faults.ts';
import { ApiProblem, type Output } from '../../api/client.ts';
import { useAction } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { DraftState } from '../../parts/draft-state.tsx';
import { FaultSummary } from '../../parts/fault-summary.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useDraft } from '../../parts/use-draft.ts';
import { ContactFields } from './contact-fields.tsx';
import { type Draft, isDraft, newDraft, objectionOf } from './draft.ts';
import { EvidenceFields } from './evidence-fields.tsx';
import { placeName } from './place-name.ts';
import { ReasonFields } from './reason-fields.tsx';
import { WhatFollows } from './what-follows.tsx';

interface Props {
  readonly notice: PublicNotice;
  readonly onRaised: (raised: Output<typeof ObjectToNotice>) => void;
}

/** Who objects, to what, why, and on what it rests; judged by the rules of the platform before it is sent. */
export function ObjectionForm({ notice, onRaised }: Props) {
  const say = useText();
  const number = notice.noticeNumber;
  const form = `notice-objection.${number}`;
  const { draft, change, discard, isKept } = useDraft<Draft>(form, newDraft, isDraft);
  const [isChecked, setChecked] = useState(false);
  const object = useAction(ObjectToNotice, (raised) => {
    discard();
    onRaised(raised);
  });
  const body = objectionOf(draft);
  const judged = judgeObjection(body, notice);
  const told = object.error instanceof ApiProblem ? (object.error.problem.faults ?? []) : [];
  const faults = isChecked ? (judged.ok ? told : judged.faults) : [];
  const faultsAt = (at: string, below?: 'below') =>
    faults
      .filter(({ pointer }) => pointer === at || (below && pointer.startsWith(`${at}/`)))
      .map((fault) => say(fault));
  const parts = { draft, change, faultsAt };
  function send() {
    setChecked(true);
    if (judged.ok) object.mutate({ params: { number }, body });
  }
  return (
    <>
      <FaultSummary
        faults={faults}
        where={(pointer) => {
          const name = placeName(pointer);
          return name && say(name);
        }}
      />
      {told.length === 0 && <ProblemAlert error={object.error} />}
      <ReasonFields {...parts} notice={notice} />
      <EvidenceFields {...parts} form={form} />
      <ContactFields {...parts} />
      <WhatFollows notice={notice} />
      <div className="bar">
        <Button type="primary" loading={object.isPending} onClick={send}>
          {say({ zh: '提交异议', en: 'Send the objection' })}
        </Button>
        <DraftState isKept={isKept} discard={discard} />
      </div>
    </>
  );
}
