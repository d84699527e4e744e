import { CONTENT_WIDTH } from './page-flow.ts';

/** More fields than this go into a second table below the first. */
const MOST_COLUMNS = 20;
/** Narrower columns cannot hold a finding in words; they show its sign. */
const WORDS_NEED = 38;
/** Widest a column of findings grows. */
const WIDEST = 86;
const INDEX_WIDTH = 22;
const NARROWEST_NAME = 138;

/** One table of the matrix: some of the fields, all of the entities. Widths in points; together CONTENT_WIDTH. */
export interface MatrixBlock {
  readonly firstField: number;
  readonly fieldCount: number;
  readonly indexWidth: number;
  readonly nameWidth: number;
  readonly cellWidth: number;
  /** Findings in words under level headings, or signs under upright headings. */
  readonly style: 'words' | 'signs';
}

/** Divides the fields into tables that fit the page, as even as can be. */
export function matrixBlocks(fieldCount: number): MatrixBlock[] {
  const tables = Math.ceil(fieldCount / MOST_COLUMNS);
  const perTable = Math.ceil(fieldCount / tables);
  return Array.from({ length: tables }, (_, table) => {
    const firstField = table * perTable;
    const columns = Math.min(perTable, fieldCount - firstField);
    const cellWidth = Math.min(WIDEST, (CONTENT_WIDTH - INDEX_WIDTH - NARROWEST_NAME) / perTable);
    return {
      firstField,
      fieldCount: columns,
      indexWidth: INDEX_WIDTH,
      nameWidth: CONTENT_WIDTH - INDEX_WIDTH - columns * cellWidth,
      cellWidth,
      style: cellWidth >= WORDS_NEED ? 'words' : 'signs',
    };
  });
}
