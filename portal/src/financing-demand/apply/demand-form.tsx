import { Button, Radio } from 'antd';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router';
import { SubmitFinancingDemand } from '../../../../workflows/financing-demand/routes.ts';
import { useAction } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { DraftState } from '../../parts/draft-state.tsx';
import { FaultSummary } from '../../parts/fault-summary.tsx';
import { options } from '../../parts/options.ts';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useDraft } from '../../parts/use-draft.ts';
import { ConsentEditor } from '../consent/consent-editor.tsx';
import type { Rules } from '../use-catalogue.ts';
import { DISCLOSURE } from '../words.ts';
import { ContactFields } from './contact-fields.tsx';
import { DeclaredFields } from './declared-fields.tsx';
import { type Draft, isDraft, newDraft } from './draft.ts';
import { LoanFields } from './loan-fields.tsx';
import { placeName } from './place-name.ts';
import { TermsFields } from './terms-fields.tsx';
import { useFaults } from './use-faults.ts';

interface Props {
  readonly rules: Rules;
  readonly todayOn: string;
}

/** What is wanted, what the enterprise tells of itself, and who may see which of it until when. */
export function DemandForm({ rules, todayOn }: Props) {
  const say = useText();
  const navigate = useNavigate();
  const initial = useCallback(() => newDraft(todayOn), [todayOn]);
  const { draft, change: keep, discard, isKept } = useDraft<Draft>('financing-demand', initial, isDraft);
  const submit = useAction(SubmitFinancingDemand, ({ caseId }) => {
    discard();
    void navigate(`/cases/${caseId}`);
  });
  const [isChecked, setChecked] = useState(false);
  const { body, faults } = useFaults(draft, rules, todayOn, submit.error);
  const shown = isChecked ? faults : [];
  const faultsAt = (pointer: string) => shown.filter((one) => one.pointer === pointer).map((one) => say(one));

  function change(next: (before: Draft) => Draft) {
    // What the platform said of the demand that was sent need not be true of the changed one.
    if (submit.error) submit.reset();
    keep(next);
  }
  function send() {
    setChecked(true);
    if (faults.length > 0) scrollTo({ top: 0 });
    else submit.mutate({ body });
  }
  const parts = { draft, change, faultsAt, rules };
  return (
    <>
      <FaultSummary faults={shown} where={(pointer) => placeName(pointer, say)} />
      {shown.length === 0 && <ProblemAlert error={submit.error} />}
      <TermsFields {...parts} />
      <LoanFields {...parts} />
      <DeclaredFields {...parts} />
      <ContactFields {...parts} />
      <fieldset>
        <legend>{say({ zh: '披露方式', en: 'Disclosure' })}</legend>
        <Radio.Group
          className="stacked"
          value={draft.disclosure}
          options={options(DISCLOSURE, say)}
          onChange={({ target }) => change((before) => ({ ...before, disclosure: target.value }))}
        />
      </fieldset>
      <fieldset>
        <legend>{say({ zh: '授权', en: 'Consent' })}</legend>
        <ConsentEditor
          consent={draft.consent}
          rules={rules}
          todayOn={todayOn}
          change={(next) => change((before) => ({ ...before, consent: next(before.consent) }))}
          faultsAt={(pointer) => faultsAt(`/consent${pointer}`)}
        />
      </fieldset>
      <div className="bar">
        <Button type="primary" loading={submit.isPending} onClick={send}>
          {say({ zh: '提交需求', en: 'Send the demand' })}
        </Button>
        <DraftState isKept={isKept} discard={discard} />
      </div>
    </>
  );
}
