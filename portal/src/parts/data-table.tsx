import { Empty } from 'antd';
import { memo, type ReactNode, startTransition, useEffect, useState } from 'react';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  readonly numeric?: boolean;
}

interface Props<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly empty: string;
}

/** A table of the document, which on a phone becomes a list of cards. Lists come page by page, so that it never grows beyond what one reads. */
export function DataTable<Row>({ caption, columns, rows, rowKey, empty }: Props<Row>) {
  const drawn = useDrawn(rows);
  if (rows.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />;
  return (
    <div className="table-frame">
      <table className="data">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, numeric }) => (
              <th key={title} scope="col" className={numeric ? 'numeric' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drawn.map((row) => (
            <TableRow key={rowKey(row)} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const AT_ONCE = 10;

/** The rows that stand; those that come later are drawn some at a time, so that no frame is long and every input is painted soon. */
function useDrawn<Row>(rows: readonly Row[]): readonly Row[] {
  const [count, setCount] = useState(rows.length);
  const isBehind = count < rows.length;
  useEffect(() => {
    if (isBehind) startTransition(() => setCount(count + AT_ONCE));
  }, [isBehind, count]);
  return isBehind ? rows.slice(0, count) : rows;
}

/** Drawn again only when the row or the columns are others: long lists keep their columns (`useMemo`). */
const TableRow = memo(function TableRow<Row>({ row, columns }: Pick<Props<Row>, 'columns'> & { row: Row }) {
  return (
    <tr>
      {columns.map(({ title, cell, numeric }) => (
        <td key={title} data-title={title} className={numeric ? 'numeric' : undefined}>
          <div>{cell(row)}</div>
        </td>
      ))}
    </tr>
  );
}) as <Row>(props: Pick<Props<Row>, 'columns'> & { row: Row }) => ReactNode;
