/** One column of a sheet: its heading, and the cell of a row. Numbers stay numbers, so that people can go on reckoning. */
export interface SheetColumn<Row> {
  readonly heading: string;
  readonly width: number;
  readonly cell: (row: Row) => string | number | undefined;
}

const HEADING = { fontWeight: 'bold', backgroundColor: '#DDEBF7', wrap: true } as const;

/** A sheet whose heading stays in sight. */
export function sheetOf<Row>(name: string, columns: readonly SheetColumn<Row>[], rows: readonly Row[]) {
  return {
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width })),
    data: [
      columns.map(({ heading }) => ({ ...HEADING, value: heading })),
      ...rows.map((row) => columns.map(({ cell }) => cellOf(cell(row)))),
    ],
  };
}

const cellOf = (value: string | number | undefined) => (value === undefined ? null : { value });
