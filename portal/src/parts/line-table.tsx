import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { useText } from '../language.tsx';
import { DataTable } from './data-table.tsx';

/** One fault of a file. */
export interface BadCell extends Bilingual {
  readonly key: string;
  /** As a spreadsheet numbers them; 0 for the file as a whole. */
  readonly line: number;
  /** Undefined where the whole line is meant. */
  readonly column: string | undefined;
}

/** Every fault of a file: line, column, reason. */
export function LineTable({ rows }: { readonly rows: readonly BadCell[] }) {
  const say = useText();
  return (
    <DataTable
      caption={say({ zh: '不合格的行', en: 'Bad lines' })}
      rows={rows}
      rowKey={({ key }) => key}
      empty=""
      columns={[
        {
          title: say({ zh: '行', en: 'Line' }),
          cell: ({ line }) => (line === 0 ? say({ zh: '整个文件', en: 'the file' }) : line),
        },
        {
          title: say({ zh: '列', en: 'Column' }),
          cell: ({ line, column }) =>
            column ?? (line === 0 ? '—' : say({ zh: '整行', en: 'the whole line' })),
        },
        { title: say({ zh: '原因', en: 'Reason' }), cell: (fault) => say(fault) },
      ]}
    />
  );
}
