import { ListRegisterFaults } from '../../../../workflows/listing-certificate/register/routes.ts';
import { usePages } from '../../api/use-route.ts';
import { useText } from '../../language.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { More } from '../../parts/more.tsx';
import { Shown } from '../../parts/shown.tsx';
import { COLUMN } from './words.ts';

interface Props {
  readonly loadId: string;
  readonly count: number;
}

/** Every fault of a file: line as a spreadsheet numbers them, column, reason. */
export function BadLines({ loadId, count }: Props) {
  const say = useText();
  const lines = usePages(ListRegisterFaults, { limit: 100 }, { loadId });
  const rows = lines.items.flatMap(({ line, faults }) =>
    faults.map((fault) => ({ key: `${line} ${fault.column ?? ''} ${fault.code}`, line, ...fault })),
  );
  const columnName = (column: string | undefined) => {
    if (column === undefined) return say({ zh: '整行', en: 'the whole line' });
    const known = COLUMN[column];
    return known ? say(known) : column;
  };
  return (
    <>
      <h2>{say({ zh: '不合格的行（{n}）', en: 'Bad lines ({n})' }, { n: count })}</h2>
      <Shown of={lines}>
        {() => (
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
              { title: say({ zh: '列', en: 'Column' }), cell: ({ column }) => columnName(column) },
              { title: say({ zh: '原因', en: 'Reason' }), cell: (fault) => say(fault) },
            ]}
          />
        )}
      </Shown>
      <More of={lines} />
    </>
  );
}
