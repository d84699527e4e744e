import { Alert, Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { Fault } from '../../../../workflows/shared/fault.ts';
import type { TableLines } from '../../../../workflows/shared/table/table-lines.ts';
import { useText } from '../../language.tsx';
import { isBlank, newRow, type Row } from './draft.ts';
import { rowOf, rowsFrom } from './grid.ts';
import { Pager } from './pager.tsx';
import { PatentTable } from './patent-table.tsx';
import { pastedCells } from './read-sheet.ts';
import { SheetUpload } from './sheet-upload.tsx';
import { Totals } from './totals.tsx';

const PAGE = 25;

interface Props {
  readonly rows: readonly Row[];
  readonly table: TableLines;
  readonly faults: readonly Fault[];
  readonly programmeId: string;
  readonly onChange: (next: (before: readonly Row[]) => readonly Row[]) => void;
}

/** The patents: typed, pasted from a spreadsheet, or read from a file. */
export function PatentsEditor({ rows, table, faults, programmeId, onChange }: Props) {
  const say = useText();
  const [onlyFaulty, setOnlyFaulty] = useState(false);
  const [page, setPage] = useState(0);
  const faulty = new Set(faults.flatMap(({ pointer }) => rowOf(pointer) ?? []));
  const listed = [...rows.keys()].filter((index) => !onlyFaulty || faulty.has(index));
  const pages = Math.max(1, Math.ceil(listed.length / PAGE));
  const shownPage = Math.min(page, pages - 1);
  const ofTable = faults.filter(({ pointer }) => ['', '/patents', '/patentsFile'].includes(pointer));

  async function paste(text: string, rowIndex: number, field: string) {
    const pasted = rowsFrom(await pastedCells(text), field);
    onChange((before) => {
      const under = pasted.map((row, at) => ({ ...newRow(), ...before[rowIndex + at], ...row }));
      return [...before.slice(0, rowIndex), ...under, ...before.slice(rowIndex + pasted.length)];
    });
  }
  return (
    <fieldset>
      <legend>{say({ zh: '专利清单', en: 'Patents' })}</legend>
      <SheetUpload programmeId={programmeId} rows={rows} onRows={(next) => onChange(() => next)} />
      {ofTable.length > 0 && (
        <Alert type="error" showIcon title={ofTable.map((one) => say(one)).join('；')} />
      )}
      {(faulty.size > 0 || onlyFaulty) && (
        <p>
          <Checkbox checked={onlyFaulty} onChange={({ target }) => setOnlyFaulty(target.checked)}>
            {say({ zh: '只看有问题的行（{n} 行）', en: 'Only lines with faults ({n})' }, { n: faulty.size })}
          </Checkbox>
        </p>
      )}
      <PatentTable
        rows={rows}
        indexes={listed.slice(shownPage * PAGE, (shownPage + 1) * PAGE)}
        faults={faults}
        onCell={(index, field, text) =>
          onChange((before) => before.map((row, at) => (at === index ? { ...row, [field]: text } : row)))
        }
        onPaste={(text, index, field) => void paste(text, index, field)}
        onRemove={(index) => onChange((before) => before.filter((_, at) => at !== index))}
      />
      <Pager page={shownPage} pages={pages} onGo={setPage} />
      <p className="row">
        <Button
          onClick={() => {
            onChange((before) => [...before, newRow()]);
            setPage(Math.floor(rows.length / PAGE));
          }}
        >
          {say({ zh: '添加一行', en: 'Add a line' })}
        </Button>
        {rows.some((row) => !isBlank(row)) && (
          <Button onClick={() => onChange(() => [newRow()])}>
            {say({ zh: '清空表格', en: 'Clear the table' })}
          </Button>
        )}
      </p>
      <Totals table={table} />
    </fieldset>
  );
}
