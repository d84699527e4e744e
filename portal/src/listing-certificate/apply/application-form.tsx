import { Button } from 'antd';
import { useCallback } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import {
  type ListingCatalogueView,
  SubmitListingCase,
} from '../../../../workflows/listing-certificate/routes.ts';
import { useAction } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { DraftState } from '../../parts/draft-state.tsx';
import { FaultSummary } from '../../parts/fault-summary.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useDraft } from '../../parts/use-draft.ts';
import { useWho } from '../../session/who.ts';
import { type Draft, isDraft, newDraft, submissionOf } from './draft.ts';
import { placeName } from './place-name.ts';
import { StepList } from './step-list.tsx';
import { STEPS, stepAt, stepOf } from './steps.ts';
import { useFaults } from './use-faults.ts';

/** Step by step; every step can be gone to at any time, and what is wrong is shown where it is. */
export function ApplicationForm({ rules }: { readonly rules: ListingCatalogueView }) {
  const say = useText();
  const who = useWho();
  const navigate = useNavigate();
  const initial = useCallback(() => newDraft(who), [who]);
  const { draft, change, discard, isKept } = useDraft<Draft>('listing-certificate', initial, isDraft);
  const submit = useAction(SubmitListingCase, ({ caseId }) => {
    discard();
    void navigate(`/cases/${caseId}`);
  });
  const { faults, faultsAt, check, isChecked } = useFaults(draft, rules, submit.error);
  // In the address, so that whoever loads the page again or signs in again is where they were.
  const [search, setSearch] = useSearchParams();
  const current = stepAt(search.get('step'));
  const step = STEPS[current];
  const isLast = current === STEPS.length - 1;

  function goTo(index: number) {
    setSearch({ step: String(index + 1) });
    document.getElementById('main')?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }
  function goOn() {
    check(current);
    if (faults.some(({ pointer }) => stepOf(pointer) === current)) return;
    goTo(current + 1);
  }
  function send() {
    for (const index of STEPS.keys()) check(index);
    const first = faults[0];
    if (first) return goTo(stepOf(first.pointer));
    submit.mutate({ body: submissionOf(draft, who) });
  }
  if (!step) return null;
  return (
    <>
      <StepList
        current={current}
        faulty={(index) => isChecked(index) && faults.some(({ pointer }) => stepOf(pointer) === index)}
        onGo={goTo}
      />
      {isChecked(current) && (
        <FaultSummary
          faults={faults.filter(({ pointer }) => stepOf(pointer) === current)}
          where={(pointer) => placeName(pointer, say)}
        />
      )}
      <ProblemAlert error={submit.error} />
      <h2>{say(step.title)}</h2>
      <step.Form draft={draft} change={change} faultsAt={faultsAt} rules={rules} />
      <div className="bar">
        <span className="row">
          <Button disabled={current === 0} onClick={() => goTo(current - 1)}>
            {say({ zh: '上一步', en: 'Back' })}
          </Button>
          <Button type="primary" loading={submit.isPending} onClick={isLast ? send : goOn}>
            {isLast ? say({ zh: '提交申请', en: 'Send the application' }) : say({ zh: '下一步', en: 'Next' })}
          </Button>
        </span>
        <DraftState isKept={isKept} discard={discard} />
      </div>
    </>
  );
}
