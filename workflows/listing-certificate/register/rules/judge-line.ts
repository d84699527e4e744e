import { localDateIn } from '../../../shared/cell-date.ts';
import { isUscc } from '../../../shared/identifiers.ts';
import type { LegalField, RuleSet } from '../../catalogue.ts';
import { ViolationRecord } from '../../contract.ts';
import type { RegisterCoverage } from '../../record-answer.ts';
import { COLUMN_NAMES, type RawLine, type RegisterColumn } from '../columns.ts';
import type { CellFault, RegisterRecord } from '../contract.ts';
import { cellFault } from './cell-fault.ts';

/** What a line is held against. */
export interface LineContext {
  /** The department's fields that the file covers. */
  readonly fields: readonly LegalField[];
  readonly ruleSet: RuleSet;
  readonly coverage: RegisterCoverage;
}

export type JudgedLine =
  | { readonly ok: true; readonly record: RegisterRecord }
  | { readonly ok: false; readonly faults: readonly CellFault[] };

type Cell = { readonly value: string | boolean } | { readonly fault: CellFault };
type Judge = (text: string, context: LineContext) => Cell;

/** One record from a line, or everything wrong with it, in the order of the columns. */
export function judgeLine({ cells, faults: atReading = [] }: RawLine, context: LineContext): JudgedLine {
  const faults: CellFault[] = [...atReading];
  const record: Partial<Record<RegisterColumn, string | boolean>> = {};
  for (const column of COLUMN_NAMES) {
    const cell = judgeCell(column, cells[column]?.trim() ?? '', context);
    if ('fault' in cell) faults.push(cell.fault);
    else record[column] = cell.value;
  }
  // Every column has its judge, and each answered with a value of the type its column has.
  return faults.length > 0 ? { ok: false, faults } : { ok: true, record: record as RegisterRecord };
}

/** Text that a spreadsheet would take for a formula is refused: it is a slip, or worse, and would run where it is exported to. */
function judgeCell(column: RegisterColumn, text: string, context: LineContext): Cell {
  if (text === '') return { fault: cellFault('cell-missing', column) };
  if (text.startsWith('=')) return { fault: cellFault('cell-formula', column) };
  return JUDGES[column](text, context);
}

const JUDGES: Readonly<Record<RegisterColumn, Judge>> = {
  uscc(text) {
    const uscc = text.toUpperCase();
    return isUscc(uscc) ? { value: uscc } : { fault: cellFault('uscc-invalid', 'uscc') };
  },
  fieldId(text, { fields }) {
    const field = fields.find(({ id, name }) => id === text || name.zh === text);
    return field ? { value: field.id } : { fault: cellFault('field-unknown', 'fieldId') };
  },
  behaviour(text, { ruleSet }) {
    const known = [...ruleSet.countedBehaviours, ...ruleSet.uncountedBehaviours];
    const behaviour = known.find(({ code, name }) => code === text || name.zh === text);
    return behaviour ? { value: behaviour.code } : { fault: cellFault('behaviour-unknown', 'behaviour') };
  },
  decidedOn(text, { coverage }) {
    const on = localDateIn(text);
    if (on === undefined) return { fault: cellFault('date-invalid', 'decidedOn') };
    if (on > coverage.toOn) return { fault: cellFault('date-after-coverage', 'decidedOn', coverage.toOn) };
    return { value: on };
  },
  repaired(text) {
    const value = REPAIRED.get(text.toLowerCase());
    return value === undefined ? { fault: cellFault('repaired-invalid', 'repaired') } : { value };
  },
  documentNumber: limitedTo('documentNumber'),
  authority: limitedTo('authority'),
  behaviourKind: limitedTo('behaviourKind'),
  outcome: limitedTo('outcome'),
};

const REPAIRED: ReadonlyMap<string, boolean> = new Map([
  ['是', true],
  ['已修复', true],
  ['true', true],
  ['yes', true],
  ['否', false],
  ['未修复', false],
  ['false', false],
  ['no', false],
]);

/** The same lengths as an officer's own answer has. */
function limitedTo(column: 'documentNumber' | 'authority' | 'behaviourKind' | 'outcome'): Judge {
  const limit = ViolationRecord.shape[column].maxLength ?? Number.POSITIVE_INFINITY;
  return (text) =>
    text.length <= limit ? { value: text } : { fault: cellFault('cell-too-long', column, `≤ ${limit}`) };
}
