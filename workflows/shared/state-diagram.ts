import { CASE_TRANSITIONS } from './case.ts';
import { DESK_TRANSITIONS, type DeskTransition } from './desk-transitions.ts';

/** docs/transitions.md: the tables of the case and of the desk task as Mermaid pictures. `npm run docs` writes it. */
export function transitionsPage(): string {
  return [
    '# What may happen to a case and to a desk task',
    '',
    'Drawn by `npm run docs` from `CASE_TRANSITIONS` (workflows/shared/case.ts) and `DESK_TRANSITIONS`',
    '(workflows/shared/desk-transitions.ts), which every action obeys; a test holds this page against them.',
    '',
    '## The case (办件)',
    '',
    ...mermaid(caseArrows()),
    '',
    '## The desk task (待办)',
    '',
    ...mermaid(deskArrows()),
    '',
    '| action | from | to | by | 事项 |',
    '|---|---|---|---|---|',
    ...Object.entries(DESK_TRANSITIONS).map(
      ([action, { from, to, by, text }]) =>
        `| ${action}: ${text.en} | ${from.join(', ')} | ${to} | ${by} | ${text.zh} |`,
    ),
    '',
  ].join('\n');
}

function mermaid(arrows: readonly string[]): string[] {
  return ['```mermaid', 'stateDiagram-v2', ...arrows.map((arrow) => `  ${arrow}`), '```'];
}

function caseArrows(): string[] {
  const arrows = Object.entries(CASE_TRANSITIONS).flatMap(([from, next]) =>
    next.length === 0 ? [`${from} --> [*]`] : next.map((to) => `${from} --> ${to}`),
  );
  return ['[*] --> SUBMITTED', ...arrows];
}

function deskArrows(): string[] {
  const transitions: readonly DeskTransition[] = Object.values(DESK_TRANSITIONS);
  const arrows = transitions.flatMap(({ from, to, by, text }) =>
    from.map((state) => `${state} --> ${to}: ${text.zh} ${text.en} (${by})`),
  );
  const left = new Set<string>(transitions.flatMap(({ from }) => from));
  const ends = [...new Set(transitions.map(({ to }) => to))].filter((state) => !left.has(state));
  return ['[*] --> OPEN', ...arrows, ...ends.map((state) => `${state} --> [*]`)];
}
