import { useMemo } from 'react';
import type { Bilingual } from '../../../workflows/shared/bilingual.ts';
import { useText } from '../language.tsx';
import { DataTable } from './data-table.tsx';
import { differences } from './differences.ts';
import { usePlainWords } from './use-plain-words.ts';

interface Props {
  readonly before: unknown;
  readonly after: unknown;
  /** What the names are called; one that is not here stands for itself. */
  readonly words?: Readonly<Record<string, Bilingual>>;
}

/** What two versions say differently, thing by thing. */
export function DifferenceTable({ before, after, words = {} }: Props) {
  const say = useText();
  const rows = useMemo(() => differences(before, after), [before, after]);
  const plain = usePlainWords(words);
  return (
    <DataTable
      caption={say({ zh: '差异', en: 'Differences' })}
      rows={rows}
      rowKey={({ path }) => path.join('/')}
      empty={say({ zh: '两个版本没有差异', en: 'The two versions say the same' })}
      columns={[
        {
          title: say({ zh: '内容', en: 'What' }),
          cell: ({ path }) => <b>{plain.place(path)}</b>,
        },
        {
          title: say({ zh: '原版本', en: 'Before' }),
          cell: ({ path, before: said }) => <del className="before">{plain.value(path, said)}</del>,
        },
        {
          title: say({ zh: '新版本', en: 'After' }),
          cell: ({ path, after: says }) => <ins className="after">{plain.value(path, says)}</ins>,
        },
      ]}
    />
  );
}
