import { CERTIFICATE_TRANSITIONS } from '../workflows/listing-certificate/rules/certificate-standing.ts';
import { CASE_TRANSITIONS } from '../workflows/shared/case.ts';
import { AS_IT_WAS, DESK_TRANSITIONS, type DeskTransition } from '../workflows/shared/desk-transitions.ts';

/** docs/transitions.md: the tables of the case and of the desk task as Mermaid pictures. `npm run docs` writes it. */
export function transitionsPage(): string {
  return [
    '# What may happen to a case, to a desk task and to an issued certificate',
    '',
    'Drawn by `npm run docs` from `CASE_TRANSITIONS` (workflows/shared/case.ts), `DESK_TRANSITIONS`',
    '(workflows/shared/desk-transitions.ts) and `CERTIFICATE_TRANSITIONS`',
    '(workflows/listing-certificate/rules/certificate-standing.ts), which every action obeys; a test holds this page against them.',
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
    '## The issued certificate (报告)',
    '',
    ...mermaid(certificateArrows()),
    '',
    '| action | from | to | by | 事项 |',
    '|---|---|---|---|---|',
    ...Object.entries(CERTIFICATE_TRANSITIONS).map(
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
    from.map((state) => `${state} --> ${to === AS_IT_WAS ? state : to}: ${text.zh} ${text.en} (${by})`),
  );
  const left = new Set<string>(transitions.flatMap(({ from }) => from));
  const ends = [...new Set(transitions.map(({ to }) => to))].filter(
    (to) => to !== AS_IT_WAS && !left.has(to),
  );
  return ['[*] --> OPEN', ...arrows, ...ends.map((state) => `${state} --> [*]`)];
}

/** Mermaid takes no hyphen in the id of a state, and shows its description instead. */
function certificateArrows(): string[] {
  const arrows = Object.values(CERTIFICATE_TRANSITIONS).flatMap(({ from, to, by, text }) =>
    from.map((state) => `${idOf(state)} --> ${idOf(to)}: ${text.zh} ${text.en} (${by})`),
  );
  const ends = (['superseded', 'revoked'] as const).map((state) => `${state} --> [*]`);
  return ['under_objection: under-objection', '[*] --> valid: 出具 issued (platform)', ...arrows, ...ends];
}

const idOf = (state: string) => state.replaceAll('-', '_');
