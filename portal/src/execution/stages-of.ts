import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import type { ExecutionView } from '../../../workflows/shared/execution/execution.ts';
import type { Stage, StageState } from '../cases/stage.ts';

type State = ExecutionView['states'][number];

/** The states of a machine as stages of the picture. Names of states are those of the definition in both languages. */
export function stagesOf({ states }: ExecutionView): readonly Stage[] {
  return states.map((state) => ({
    id: state.name,
    title: { zh: state.name, en: state.name },
    state: stateOf(state),
    note: noteOf(state),
    after: states.filter(({ next }) => next.includes(state.name)).map(({ name }) => name),
  }));
}

/** An error that was caught was left again by its way; one that was not ended the execution there. */
function stateOf({ visits, open, last }: State): StageState {
  if (open > 0) return 'now';
  if (visits === 0) return 'next';
  return last?.exitedAt === undefined ? 'stopped' : 'done';
}

function noteOf({ type, visits, open, last }: State): Bilingual {
  if (last?.error !== undefined) return { zh: `${type} · ${last.error}`, en: `${type} · ${last.error}` };
  if (open > 1) return { zh: `${type} · ${open} 处进行中`, en: `${type} · ${open} under way` };
  if (visits > 1) return { zh: `${type} · 进入 ${visits} 次`, en: `${type} · entered ${visits} times` };
  return { zh: type, en: type };
}
