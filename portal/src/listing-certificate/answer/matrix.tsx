import { type KeyboardEvent, useRef, useState } from 'react';
import type { DepartmentQuestion } from '../../../../workflows/listing-certificate/desk-procedure.ts';
import { useText } from '../../language.tsx';
import { FINDING } from '../words.ts';
import { type AnswerDraft, type Finding, keyOf } from './answer-draft.ts';
import { useFieldNames } from './use-field-names.ts';

interface Props {
  readonly question: DepartmentQuestion;
  readonly draft: AnswerDraft;
  /** Cells that were sent empty. */
  readonly missing: readonly string[];
  readonly onSet: (keys: readonly string[], finding: Finding) => void;
}

const BY_KEY: Readonly<Record<string, Finding>> = { n: 'no-record', r: 'records', j: 'not-my-jurisdiction' };
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
/** What a click, Enter or the space bar turns a cell into. */
const NEXT: Readonly<Record<Finding | '', Finding>> = {
  '': 'no-record',
  'no-record': 'records',
  records: 'not-my-jurisdiction',
  'not-my-jurisdiction': 'no-record',
};

/** Entities by fields; one stop of the Tab key, arrow keys inside, as in a grid. */
export function Matrix({ question, draft, missing, onSet }: Props) {
  const say = useText();
  const name = useFieldNames();
  const table = useRef<HTMLTableElement>(null);
  const [[row, column], setPlace] = useState<readonly [number, number]>([0, 0]);
  const { entities, fieldIds } = question;

  function go(toRow: number, toColumn: number) {
    if (toRow < 0 || toColumn < 0 || toRow >= entities.length || toColumn >= fieldIds.length) return;
    setPlace([toRow, toColumn]);
    table.current?.querySelector<HTMLElement>(`[data-place="${toRow} ${toColumn}"]`)?.focus();
  }
  function fill(finding: Finding, isWholeColumn: boolean) {
    const chosen = isWholeColumn ? entities : entities.slice(row, row + 1);
    const fieldId = fieldIds[column] ?? '';
    onSet(
      chosen.map(({ uscc }) => keyOf(uscc, fieldId)),
      finding,
    );
    if (!isWholeColumn) go(row + 1, column);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = MOVES[event.key];
    const finding = BY_KEY[event.key.toLowerCase()];
    if (move) go(row + move[0], column + move[1]);
    else if (finding) fill(finding, event.shiftKey);
    else return;
    event.preventDefault();
  }
  return (
    <div className="table-frame">
      <table
        ref={table}
        className="matrix"
        aria-label={say({ zh: '主体与领域', en: 'Entities and fields' })}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col">{say({ zh: '主体', en: 'Entity' })}</th>
            {fieldIds.map((fieldId) => (
              <th key={fieldId} scope="col">
                {say(name(fieldId))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entities.map((entity, entityIndex) => (
            <tr key={entity.uscc}>
              <th scope="row">
                {entity.name}
                <small> {entity.uscc}</small>
              </th>
              {fieldIds.map((fieldId, fieldIndex) => {
                const key = keyOf(entity.uscc, fieldId);
                const finding = draft.cells[key]?.finding;
                return (
                  <td key={fieldId}>
                    <button
                      type="button"
                      className={`cell ${finding ?? ''}`}
                      data-place={`${entityIndex} ${fieldIndex}`}
                      tabIndex={entityIndex === row && fieldIndex === column ? 0 : -1}
                      aria-invalid={missing.includes(key) || undefined}
                      onFocus={() => setPlace([entityIndex, fieldIndex])}
                      onClick={() => onSet([key], NEXT[finding ?? ''])}
                    >
                      <span className="unseen">
                        {entity.name} {say(name(fieldId))}:{' '}
                      </span>
                      {finding ? say(FINDING[finding]) : say({ zh: '未填', en: 'empty' })}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
