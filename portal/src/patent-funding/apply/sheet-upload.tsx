import { Alert, Button } from 'antd';
import { useId, useState } from 'react';
import { CheckPatentsFile } from '../../../../workflows/patent-funding/routes.ts';
import { useDownload } from '../../api/use-download.ts';
import { useText } from '../../language.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { TableFileInput } from '../../parts/table-file-input.tsx';
import { TemplateButton } from '../../parts/template-button.tsx';
import { newRow, type Row } from './draft.ts';
import { HEADINGS, rowsFrom } from './grid.ts';
import { type ReadSheet, readSheet } from './read-sheet.ts';

interface Props {
  readonly programmeId: string;
  readonly rows: readonly Row[];
  readonly onRows: (rows: readonly Row[]) => void;
}

const TEMPLATE_NAME = { zh: '专利清单模板.csv', en: 'patents.csv' };
const CHECKED_NAME = { zh: '专利清单核对结果.xlsx', en: 'patents-checked.xlsx' };

/** Patents from a file: read into the table, where they can be mended; or checked by the platform and given back. */
export function SheetUpload({ programmeId, rows, onRows }: Props) {
  const say = useText();
  const helpId = useId();
  const [sheet, setSheet] = useState<ReadSheet>();
  const [before, setBefore] = useState<readonly Row[]>();
  const [isUnreadable, setUnreadable] = useState(false);
  const checked = useDownload(CheckPatentsFile);

  async function read(file: File) {
    try {
      const found = await readSheet(file);
      const next = rowsFrom(found.cells, 'number').map((row) => ({ ...newRow(), ...row }));
      setUnreadable(next.length === 0);
      if (next.length === 0) return;
      setSheet(found);
      setBefore(rows);
      onRows(next);
    } catch {
      setUnreadable(true);
    }
  }
  return (
    <>
      <TableFileInput
        label={say({ zh: '从 CSV 或 XLSX 文件导入（可选）', en: 'From a CSV or XLSX file (optional)' })}
        describedBy={helpId}
        onFile={(file) => void read(file)}
      />
      <p className="help" id={helpId}>
        {say({
          zh: '文件内容将替换下表。也可以从电子表格复制多行，直接粘贴到下表的单元格中。',
          en: 'It takes the place of the table. You may also copy lines of a spreadsheet and paste them into a cell.',
        })}
      </p>
      <p className="row">
        <TemplateButton name={TEMPLATE_NAME} headings={HEADINGS} />
        {sheet && (
          <Button
            loading={checked.isPending}
            onClick={() =>
              checked.mutate({
                input: { body: { programmeId, patentsFile: sheet.file } },
                name: say(CHECKED_NAME),
              })
            }
          >
            {say({ zh: '下载带“错误说明”列的文件', en: 'The file with a column of its faults' })}
          </Button>
        )}
        {before && (
          <Button
            onClick={() => {
              onRows(before);
              setBefore(undefined);
            }}
          >
            {say({ zh: '撤销导入', en: 'Undo the import' })}
          </Button>
        )}
        <span role="status">
          {sheet && before && say({ zh: '已导入 {n} 行', en: '{n} lines came in' }, { n: rows.length })}
        </span>
      </p>
      {isUnreadable && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={say({
            zh: '无法读取该文件：请使用 CSV 或 XLSX，首行为列名',
            en: 'The file cannot be read: use CSV or XLSX with the names of the columns in the first line',
          })}
        />
      )}
      <ProblemAlert error={checked.error} />
    </>
  );
}
