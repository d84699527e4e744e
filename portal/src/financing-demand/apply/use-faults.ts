import { useMemo } from 'react';
import { judgeDemand } from '../../../../workflows/financing-demand/rules/demand-faults.ts';
import { withoutRepeats } from '../../../../workflows/financing-demand/rules/readable.ts';
import { ApiProblem } from '../../api/client.ts';
import { useNow } from '../../parts/use-now.ts';
import { useWho } from '../../session/who.ts';
import type { Rules } from '../use-catalogue.ts';
import { type Draft, submissionOf } from './draft.ts';

/** The demand as it would be sent, and what is wrong with it: by the platform's own rules, and as it said of the one that was sent. */
export function useFaults(draft: Draft, rules: Rules, todayOn: string, refusal: Error | null) {
  const who = useWho();
  const at = useNow().getTime();
  const judged = useMemo(() => {
    const body = submissionOf(draft, who);
    const caller = { uscc: who.organisationId, name: who.organisationName };
    const found = judgeDemand(body, { caller, todayOn, now: new Date(at), rules });
    return { body, faults: found.ok ? [] : found.faults };
  }, [draft, who, todayOn, at, rules]);
  const told = refusal instanceof ApiProblem ? (refusal.problem.faults ?? []) : [];
  return { body: judged.body, faults: withoutRepeats([...judged.faults, ...told]) };
}
