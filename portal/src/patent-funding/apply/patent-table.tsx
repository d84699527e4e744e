import './sheet.css';
import { APPLICATION_COLUMNS } from '../../../../workflows/patent-funding/table/application-columns.ts';
import type { Fault } from '../../../../workflows/shared/fault.ts';
import { useText } from '../../language.tsx';
import { COLUMN } from '../words.ts';
import type { Row } from './draft.ts';
import { cellPointer, rowOf } from './grid.ts';
import { PatentTableRow } from './patent-table-row.tsx';

interface Props {
  readonly rows: readonly Row[];
  /** Which of them are shown. */
  readonly indexes: readonly number[];
  readonly faults: readonly Fault[];
  readonly onCell: (index: number, field: string, text: string) => void;
  readonly onPaste: (text: string, index: number, field: string) => void;
  readonly onRemove: (index: number) => void;
}

/** A spreadsheet in the page; each fault stands in the cell it speaks of. */
export function PatentTable({ rows, indexes, faults, ...actions }: Props) {
  const say = useText();
  const faultsOf = Map.groupBy(faults, ({ pointer }) => rowOf(pointer));
  return (
    <div className="table-frame">
      <table className="data sheet">
        <caption className="unseen">{say({ zh: '专利清单', en: 'Patents' })}</caption>
        <thead>
          <tr>
            <th scope="col">{say({ zh: '行', en: 'Line' })}</th>
            {APPLICATION_COLUMNS.map(({ field, optional }) => (
              <th key={field} scope="col">
                {say(COLUMN[field] ?? { zh: field, en: field })}
                {!optional && (
                  <span className="required" aria-hidden="true">
                    *
                  </span>
                )}
              </th>
            ))}
            <th scope="col">
              <span className="unseen">{say({ zh: '操作', en: 'Action' })}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {indexes.map((index) => (
            <PatentTableRow
              key={index}
              row={rows[index] ?? {}}
              index={index}
              faultsAt={(field) =>
                (faultsOf.get(index) ?? [])
                  .filter(({ pointer }) => pointer === cellPointer(index, field))
                  .map((fault) => say(fault))
              }
              {...actions}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
