import writeExcelFile from 'write-excel-file/node';
import type { Fault } from '../../../workflows/shared/fault.ts';
import { lineOf } from '../../../workflows/shared/table/relocated-faults.ts';
import type { Table } from '../../shared/spreadsheet/read-table.ts';

const HEADING = '错误说明';

/**
 * A table as it was sent, each line with what is wrong with it in a column of its own, to be mended and sent again: the column is passed
 * over when it is read. Every cell is text, so that nothing in it is taken for a formula.
 */
export function faultyWorkbook({ rows }: Pick<Table, 'rows'>, faults: readonly Fault[]): Promise<Buffer> {
  const byLine = Map.groupBy(faults, lineOf);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const sheet = rows.map((row, index) => {
    const wrong = (byLine.get(index + 1) ?? []).map(words).join('；');
    const cells = Array.from({ length: width }, (_, column) => text(row[column] ?? ''));
    return [...cells, { ...text(index === 0 ? HEADING + (wrong && `：${wrong}`) : wrong), color: '#c00000' }];
  });
  return writeExcelFile(sheet, { sheet: '专利清单' }).toBuffer();
}

const text = (value: string) => ({ value, type: String });

function words({ pointer, zh }: Fault): string {
  const [, , , column] = pointer.split('/');
  return column === undefined ? zh : `${column}：${zh}`;
}
