import { useMemo } from 'react';
import { judgeApplication } from '../../../../workflows/patent-funding/rules/application-faults.ts';
import type { Fault } from '../../../../workflows/shared/fault.ts';
import { localDateOf } from '../../../../workflows/shared/working-days.ts';
import { ApiProblem } from '../../api/client.ts';
import { useWho } from '../../session/who.ts';
import { useClock } from '../../shell/clock-bar.tsx';
import { type Draft, formOf } from './draft.ts';
import { gridFaults, readGrid } from './grid.ts';

/** The application as it would be sent, and what is wrong with it: by the platform's own rules, and as it said of the one that was sent. */
export function useFaults(draft: Draft, maximumPatents: number | undefined, refusal: Error | null) {
  const who = useWho();
  const { data: clock } = useClock();
  const todayOn = localDateOf(clock ? new Date(clock.now) : new Date());
  const { table, body, faults } = useMemo(() => {
    const table = readGrid(draft.rows);
    const body = { ...formOf(draft, who), patents: table.lines.map(({ candidate }) => candidate) };
    const caller = { uscc: who.organisationId, name: who.organisationName };
    const judged = judgeApplication(body, { caller, todayOn, maximumPatents });
    return { table, body, faults: gridFaults(judged.ok ? [] : judged.faults, table) };
  }, [draft, who, todayOn, maximumPatents]);
  const told = refusal instanceof ApiProblem ? gridFaults(refusal.problem.faults ?? [], table) : [];
  return { table, body, faults: withoutRepeats([...faults, ...told]) };
}

function withoutRepeats(faults: readonly Fault[]): Fault[] {
  const seen = new Map(faults.map((fault) => [`${fault.pointer} ${fault.code}`, fault]));
  return [...seen.values()];
}
