import { useCallback, useMemo, useState } from 'react';
import type { ListingCatalogueView } from '../../../../workflows/listing-certificate/routes.ts';
import { judgeSubmission } from '../../../../workflows/listing-certificate/rules/submission-faults.ts';
import type { Fault } from '../../../../workflows/shared/fault.ts';
import { localDateOf } from '../../../../workflows/shared/working-days.ts';
import { ApiProblem } from '../../api/client.ts';
import { useText } from '../../language.tsx';
import { useWho } from '../../session/who.ts';
import { useClock } from '../../shell/clock-bar.tsx';
import { type Draft, submissionOf } from './draft.ts';
import { stepOf } from './steps.ts';

/** What is wrong with the application, by the same rules as the platform's, and what the platform said of the one that was sent. */
export function useFaults(draft: Draft, rules: ListingCatalogueView, refusal: Error | null) {
  const say = useText();
  const who = useWho();
  const { data: clock } = useClock();
  const [checked, setChecked] = useState<ReadonlySet<number>>(new Set());
  const todayOn = localDateOf(clock ? new Date(clock.now) : new Date());
  const faults = useMemo((): readonly Fault[] => {
    const caller = { uscc: who.organisationId, name: who.organisationName };
    const judged = judgeSubmission(submissionOf(draft, who), { caller, todayOn, rules });
    return judged.ok ? [] : judged.faults;
  }, [draft, who, todayOn, rules]);
  const told = refusal instanceof ApiProblem ? (refusal.problem.faults ?? []) : [];
  const faultsAt = useCallback(
    (pointer: string) =>
      [...faults, ...told]
        .filter((fault) => fault.pointer === pointer && checked.has(stepOf(pointer)))
        .map((fault) => say(fault))
        .filter((text, index, all) => all.indexOf(text) === index),
    [faults, told, checked, say],
  );
  const check = useCallback((step: number) => setChecked((before) => new Set([...before, step])), []);
  return { faults, faultsAt, check, isChecked: (step: number) => checked.has(step) };
}
