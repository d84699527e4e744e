import type { CellFault } from './contract.ts';

/** Columns of a register's file: what they are called in JSON and CSV, and what Chinese officers call them. */
export const REGISTER_COLUMNS = {
  uscc: '统一社会信用代码',
  fieldId: '领域',
  behaviour: '记录类别',
  documentNumber: '文书号',
  decidedOn: '决定日期',
  authority: '决定机关',
  behaviourKind: '违法行为',
  outcome: '处理结果',
  repaired: '是否修复',
} as const;

export type RegisterColumn = keyof typeof REGISTER_COLUMNS;
export const COLUMN_NAMES = Object.keys(REGISTER_COLUMNS) as readonly RegisterColumn[];

/** The column a heading names, in either language; undefined where it names none. */
export function columnOf(heading: string): RegisterColumn | undefined {
  const name = heading.trim();
  return COLUMN_NAMES.find((column) => column === name || REGISTER_COLUMNS[column] === name);
}

/** A line before it is judged: what stands in each column, as text. */
export interface RawLine {
  /** As a spreadsheet numbers them, the heading being line 1; of a JSON list the place of the record, from 1. */
  readonly line: number;
  readonly cells: Readonly<Partial<Record<RegisterColumn, string>>>;
  /** What was wrong with it already when it was read. */
  readonly faults?: readonly CellFault[];
}
