import { Button } from 'antd';
import { type ClipboardEvent, useId } from 'react';
import { APPLICATION_COLUMNS } from '../../../../workflows/patent-funding/table/application-columns.ts';
import { useText } from '../../language.tsx';
import { COLUMN } from '../words.ts';
import type { Row } from './draft.ts';

interface Props {
  readonly row: Row;
  readonly index: number;
  /** What is wrong in a cell; of the whole row without a field. */
  readonly faultsAt: (field?: string) => readonly string[];
  readonly onCell: (index: number, field: string, text: string) => void;
  readonly onPaste: (text: string, index: number, field: string) => void;
  readonly onRemove: (index: number) => void;
}

export function PatentTableRow({ row, index, faultsAt, onCell, onPaste, onRemove }: Props) {
  const say = useText();
  const id = useId();
  const wrong = faultsAt();
  const line = say({ zh: '第 {n} 行', en: 'line {n}' }, { n: index + 1 });

  function paste(event: ClipboardEvent, field: string) {
    const text = event.clipboardData.getData('text/plain');
    // One cell is pasted as text is; more are rows and columns.
    if (!/[\t\n]/.test(text.replace(/\r?\n$/, ''))) return;
    event.preventDefault();
    onPaste(text, index, field);
  }
  return (
    <tr>
      <td data-title={say({ zh: '行', en: 'Line' })}>
        {index + 1}
        {wrong.length > 0 && <span className="fault">{wrong.join('；')}</span>}
      </td>
      {APPLICATION_COLUMNS.map(({ field }) => {
        const label = say(COLUMN[field] ?? { zh: field, en: field });
        const faults = faultsAt(field);
        return (
          <td key={field} data-title={label} className={`of-${field}`}>
            <span className="sheet-cell">
              <input
                className="sheet-input"
                aria-label={`${label} ${line}`}
                aria-invalid={faults.length > 0 || undefined}
                aria-describedby={faults.length > 0 ? `${id}${field}` : undefined}
                value={row[field] ?? ''}
                placeholder={field === 'coOwnersWaive' ? say({ zh: '是 / 否', en: 'yes / no' }) : undefined}
                onChange={({ target }) => onCell(index, field, target.value)}
                onPaste={(event) => paste(event, field)}
              />
              {faults.length > 0 && (
                <span className="fault" id={`${id}${field}`}>
                  {faults.join('；')}
                </span>
              )}
            </span>
          </td>
        );
      })}
      <td>
        <Button size="small" onClick={() => onRemove(index)}>
          {say({ zh: '删除', en: 'Remove' })} <span className="unseen">{line}</span>
        </Button>
      </td>
    </tr>
  );
}
